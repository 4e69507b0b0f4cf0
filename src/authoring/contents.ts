import { strongest, type BundleInfo, type ConditionEntry, type Finding } from '../bundle'
import type { BundleYaml } from './authored/bundle-yaml'
import type { ConditionHead } from './authored/condition-head'

type Column = BundleInfo['columns'][number]

/** The line of one condition in the table of contents, with its cells of the overview. */
export function contentsEntry(
  head: ConditionHead,
  findings: readonly Finding[],
  columns: readonly Column[],
): Omit<ConditionEntry, 'sha256'> {
  return {
    id: head.id,
    kind: head.kind,
    title: head.title,
    group: head.group ?? '',
    aliases: head.aliases,
    certainty: strongest(findings.map(({ certainty }) => certainty)),
    reviewed: head.reviewed,
    cells: columns.flatMap(({ id }) => cellOf(id, findings)),
  }
}

/** The finding of a column that one can be surest of; of several, the first in the file. */
function cellOf(column: string, findings: readonly Finding[]): ConditionEntry['cells'] {
  const candidates = findings.filter((finding) => finding.column === column)
  const best = strongest(candidates.map(({ certainty }) => certainty))
  const finding = candidates.find(({ certainty }) => certainty === best)
  if (finding === undefined) return []
  const { id, short = '', direction, certainty } = finding
  return [{ column, finding: id, short, direction, certainty }]
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
