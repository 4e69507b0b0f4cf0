import type { QueryWord } from './query'
import { nearestTo, type ResolvedWord } from './resolve'
import { surfaceOf } from './surface'
import type { TermsTable } from './terms-table'

/** The query with each word that is not known, or hardly, in its nearest spellings, as the bundle writes them. */
export function suggestionsFor(query: string, words: readonly ResolvedWord[], table: TermsTable): string[] {
  const unknown = words.filter(({ nearest }) => nearest.length > 0)
  const most = Math.max(0, ...unknown.map(({ nearest }) => nearest.length))
  const spelled = Array.from({ length: most }, (_, choice) => {
    const changes = unknown.map((word) => ({
      word,
      to: surfaceOf(word.nearest[choice] ?? word.nearest[0] ?? '', table),
    }))
    return changes.reduceRight((text, { word, to }) => replaced(text, word, to), query)
  })
  return [...new Set(spelled)].filter((text) => text !== query)
}

/** When nothing is found: the words of the bundle that are most like those typed, however far, one at a time. */
export function nearestSuggestions(
  query: string,
  words: readonly ResolvedWord[],
  table: TermsTable,
): string[] {
  const near = words
    .filter(
      ({ isUnknown, isAbbreviation, folded }) =>
        isUnknown && !isAbbreviation && folded.length >= shortest && !/\d/.test(folded),
    )
    .flatMap((word) => nearestTo(word, table, Math.floor(word.folded.length / 3)))
  return near
    .slice(0, most)
    .map(({ term }) => surfaceOf(term, table))
    .filter((text) => text !== query)
}

/** A shorter word is like too many others. */
const shortest = 5
const most = 3

const replaced = (text: string, { start, end }: QueryWord, to: string): string =>
  text.slice(0, start) + to + text.slice(end)
