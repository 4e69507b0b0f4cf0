import { listedFirst, type Found, type Hit, type RowKind } from '../../search'
import { wordsIn } from './query-words'

/** The hits of one kind as they are listed. */
export interface HitGroup {
  readonly kind: RowKind
  /** How many there are in all. */
  readonly count: number
  readonly shown: readonly Hit[]
  /** How many more there are, handed out or not. */
  readonly more: number
}

/** True when an answer has nothing, and not only because a field word is still being typed and nothing else. */
export const hasNothing = ({ total, outside, completions }: Found, query: string): boolean =>
  total === 0 && (completions.length === 0 || outside > 0 || wordsIn(query) !== '')

/** Hits in groups, in their order: the best three of each, all of those that were opened. */
export function groupsOf({ hits, counts }: Found, opened: ReadonlySet<RowKind> | 'all'): readonly HitGroup[] {
  const present = [...new Set(hits.map(({ row }) => row.kind))]
  const first = present.length === 1 ? listedFirst.ofOne : listedFirst.ofEach
  return present.map((kind) => {
    const all = hits.filter(({ row }) => row.kind === kind)
    const shown = opened === 'all' || opened.has(kind) ? all : all.slice(0, first)
    const count = Math.max(counts[kind], all.length)
    return { kind, count, shown, more: count - shown.length }
  })
}
