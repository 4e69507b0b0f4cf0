import { find, type FindOptions, type Found, type Hit, type Segment } from '../search'
import { exitCodeFor, tellFlaws } from './check-report'
import { exitCodes, type ExitCode } from './exit-codes'
import { flawRecord } from './flaw-lines'
import { openIndex } from './search-bundle'
import type { Terminal } from './terminal'

/** Answers one query and tells a person or a program what was found, the best first. */
export async function searchOnce(
  bundle: string,
  query: string,
  options: FindOptions,
  json: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const index = await openIndex(bundle)
  if (!index.ok) {
    const code = exitCodeFor([index.failure])
    if (json) terminal.out(JSON.stringify({ ok: false, flaws: [flawRecord(index.failure)] }))
    else tellFlaws([index.failure], code, bundle, terminal)
    return code
  }
  const { shards, synonyms } = index.value
  const found = find(shards, query, { ...options, synonyms })
  if (json) terminal.out(JSON.stringify(foundRecord(found)))
  else for (const line of foundLines(found)) terminal.out(line)
  return exitCodes.done
}

/** The app shows hits in groups by kind; a list on a terminal has no groups, so it is by score alone. */
const byScore = (hits: readonly Hit[]): Hit[] => hits.toSorted((one, other) => other.score - one.score)

function foundRecord({
  hits,
  total,
  relaxed,
  lacking,
  asked,
  suggestions,
  alsoSearched,
  unknownFields,
}: Found): object {
  return {
    ok: true,
    total,
    relaxed,
    lacking,
    asked,
    suggestions,
    alsoSearched,
    unknownFields,
    hits: byScore(hits).map(({ row, score, excerpt }) => ({
      kind: row.kind,
      id: row.id,
      ...(row.kind === 'source' ? { source: row.id } : {}),
      score,
      title: row.title,
      where: row.where,
      path: row.path,
      ...(row.certainty === undefined ? {} : { certainty: row.certainty }),
      excerpt: textOf(excerpt),
    })),
  }
}

function foundLines({
  hits,
  total,
  relaxed,
  lacking,
  asked,
  suggestions,
  alsoSearched,
  unknownFields,
}: Found): string[] {
  if (total === 0)
    return ['Nothing found.', ...suggestions.map((suggestion) => `Did you mean: ${suggestion}`)]
  return [
    ...(relaxed === 'none' ? [] : [relaxed === 'spelling' ? `Searched for: ${asked}` : given[relaxed]]),
    ...(lacking.length === 0 ? [] : [`No ${lacking.join(', no ')} has all words; these lack one.`]),
    ...(alsoSearched.length === 0 ? [] : [`Also searched: ${alsoSearched.join(', ')}`]),
    ...unknownFields.map((field) => `Nothing here has ${field}; it was left out.`),
    ...byScore(hits).flatMap(({ row, excerpt, score }) => [
      [row.kind, row.where, row.certainty, row.path, score.toFixed(2)]
        .filter((part) => part !== undefined)
        .join('  '),
      `    ${textOf(excerpt)}`,
    ]),
    `${hits.length} of ${total}.`,
  ]
}

const given: Readonly<Record<Exclude<Found['relaxed'], 'none' | 'spelling'>, string>> = {
  phrase: 'No place has the words as quoted; these have them apart.',
  'some words': 'No place has all words; these have some.',
  nearest: 'No place has all words; these have only the common ones.',
}

const textOf = (segments: readonly Segment[]): string =>
  segments
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
