import {
  statementsIn,
  strongest,
  type BundleInfo,
  type ConditionEntry,
  type Finding,
  type Section,
} from '../bundle'
import type { BundleYaml } from './authored/bundle-yaml'
import type { ConditionHead } from './authored/condition-head'

type Column = BundleInfo['columns'][number]
type Cell = ConditionEntry['cells'][number]

/** What the line of a condition is made of. */
export interface ContentsParts {
  readonly head: ConditionHead
  readonly sections: readonly Section[]
  readonly findings: readonly Finding[]
  readonly columns: readonly Column[]
  /** Kinds of study behind some findings, each once. */
  readonly designsOf: (findings: readonly Finding[]) => string[]
}

/** The line of one condition in the table of contents, with its cells of the overview. */
export function contentsEntry({
  head,
  sections,
  findings,
  columns,
  designsOf,
}: ContentsParts): Omit<ConditionEntry, 'sha256'> {
  const cells = columns.flatMap(({ id }) => cellOf(id, findings, designsOf))
  return {
    id: head.id,
    kind: head.kind,
    title: head.title,
    group: head.group ?? '',
    aliases: head.aliases,
    certainty: strongest(findings.map(({ certainty }) => certainty)),
    answer: answerOf(cells, columns[0], sections, findings),
    designs: designsOf(findings),
    reviewed: head.reviewed,
    cells,
  }
}

/** The finding of a column that one can be surest of; of several, the first in the file. */
function cellOf(column: string, findings: readonly Finding[], designsOf: ContentsParts['designsOf']): Cell[] {
  const candidates = findings.filter((finding) => finding.column === column)
  const best = strongest(candidates.map(({ certainty }) => certainty))
  const finding = candidates.find(({ certainty }) => certainty === best)
  if (finding === undefined) return []
  const { id, short = '', direction, certainty } = finding
  return [{ column, finding: id, short, direction, certainty, designs: designsOf([finding]) }]
}

/**
 * How sure the answer to the main question is. The strongest finding of a page may be about a harm, and would make the benefit
 * look better supported than it is; so it is the cell of the first column, else what the bottom line says first, else that no
 * finding found anything. Where none of these says it, it is not known, which is another thing than "no evidence found".
 */
function answerOf(
  cells: readonly Cell[],
  main: Column | undefined,
  sections: readonly Section[],
  findings: readonly Finding[],
): ConditionEntry['answer'] {
  const cell = cells.find(({ column }) => column === main?.id)
  if (cell !== undefined) return { column: cell.column, certainty: cell.certainty }
  const bottomLine = sections.find(({ kind }) => kind === 'bottom-line')?.body ?? []
  const first = statementsIn(bottomLine)[0]
  if (first !== undefined) return { column: null, certainty: first.certainty }
  const isNothing = findings.length > 0 && findings.every(({ certainty }) => certainty === 'none')
  return isNothing ? { column: null, certainty: 'none' } : undefined
}

/** Puts pages in the order of the contents: by the order of the groups in `bundle.yaml`, then by title. */
export function inContentsOrder<Page extends { readonly head: ConditionHead }>(
  pages: readonly Page[],
  { groups }: BundleYaml,
): Page[] {
  const rank = ({ head }: Page): number =>
    head.group === undefined ? groups.length : groups.indexOf(head.group)
  // Compared by code point, not by locale: the order must be the same on every machine.
  const name = ({ head }: Page): string => head.title.toLowerCase()
  return [...pages].sort(
    (one, other) =>
      rank(one) - rank(other) || (name(one) < name(other) ? -1 : name(one) > name(other) ? 1 : 0),
  )
}
