import type { Condition, EvidenceSummary } from '../../bundle'
import type { Row } from '../../search'
import type { StatedHere } from '../condition-pages'
import { figuresOf } from './figures'
import { placeName, wordsOfBlocks } from './words'

/**
 * The rows of a condition page: the page with all its words, its statements, its findings. These are found by what they
 * say and by the title of the page. Other names of a condition are asked beside its name (`names.json`), and what else
 * leads to a page is about some of its sentences only.
 *
 * @param isSafety it is the page that the bundle names for what must not be done
 */
export function conditionRows(
  { id, kind, title, aliases, layWords, codes, sections }: Condition,
  statements: readonly StatedHere[],
  summaries: readonly EvidenceSummary[],
  isSafety = false,
): Row[] {
  const path = `/conditions/${id}`
  const conditions = [id]
  const bottomLineTitles = new Set(
    sections.flatMap(({ kind, title: heading }) => (kind === 'bottom-line' ? heading : [])),
  )
  return [
    {
      kind: 'condition',
      id,
      title,
      text: wordsOfBlocks(sections.flatMap(({ body }) => body)),
      where: pageFacts(kind, codes.icd10, summaries),
      path,
      also: [...aliases, ...layWords, ...codes.icd10, ...codes.mesh].join(', '),
      conditions,
      ...(isSafety ? { isSafety } : {}),
    },
    ...statements.map((statement): Row => ({
      kind: 'statement',
      id: statement.id,
      title,
      text: statement.text,
      where: placeName(title, statement.section),
      path: `${path}?statement=${statement.id}`,
      certainty: statement.certainty,
      conditions,
      ...(bottomLineTitles.has(statement.section) ? { isBottomLine: true } : {}),
    })),
    ...summaries.flatMap(({ findings }) =>
      findings.map((finding): Row => ({
        kind: 'finding',
        id: finding.id,
        title: finding.outcome,
        text: [finding.words, figuresOf(finding)].filter((text) => text !== '').join(' '),
        where: placeName(title, 'evidence'),
        path: `${path}?finding=${finding.id}`,
        also: title,
        certainty: finding.certainty,
        direction: finding.direction,
        conditions,
        ...(finding.column === undefined ? {} : { outcome: finding.column }),
      })),
    ),
  ]
}

/** What a page is, for who has never seen it: `Condition · M79.7 · 7 findings`. */
function pageFacts(
  kind: Condition['kind'],
  icd10: readonly string[],
  summaries: readonly EvidenceSummary[],
): string {
  const findings = summaries.reduce((sum, summary) => sum + summary.findings.length, 0)
  return [
    kind === 'condition' ? 'Condition' : 'Topic',
    ...icd10.slice(0, mostCodes),
    ...(findings === 0 ? [] : [findings === 1 ? '1 finding' : `${findings} findings`]),
  ].join(' · ')
}

/** More codes than this say less than they take room. All of them are searched. */
const mostCodes = 3
