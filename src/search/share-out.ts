import type { Candidate, Gathered } from './gather'
import { nearnessIn } from './nearness'
import type { ResolvedWord } from './resolve'
import { kindsInOrder } from './order-of-kinds'
import { rowKinds, type Row, type RowKind } from './row'
import { worthOfSayingSo } from './said-so'
import type { LoadedShard } from './shard/loaded-shard'

/** A row that is handed out. */
export interface Ranked {
  readonly shard: LoadedShard
  readonly row: Row
  readonly score: number
}

/** So many of the best rows of a kind are looked at for what they say, and how close together the words stand. */
const mostLookedAt = 30

/** How rows are handed out. */
export interface Sharing {
  /** Rows in all. */
  readonly limit: number
  /** False gives no kind a share: the best are handed out, whatever they are. */
  readonly isShared: boolean
  readonly words: readonly ResolvedWord[]
  /** Words that are worth more when they stand close together; none of a long query. */
  readonly closeWords: readonly ResolvedWord[]
  /** The order of kinds that the reader has on screen; see {@link kindsInOrder}. */
  readonly before: readonly RowKind[]
}

/**
 * At most so many rows, kind by kind, that first which answers best: a fair share for each kind, then the best of what is
 * left. Only now are the rows read, which takes longer than finding them.
 */
export function shareOut(best: Gathered['best'], sharing: Sharing): readonly Ranked[] {
  const { limit, isShared, before } = sharing
  const byKind = rowKinds.map((kind) => best[kind])
  const present = byKind.filter(({ length }) => length > 0).length
  const share = isShared ? Math.floor(limit / Math.max(present, 1)) : 0
  const first = new Set(byKind.flatMap((group) => group.slice(0, share)))
  const rest = byKind
    .flat()
    .filter((candidate) => !first.has(candidate))
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(0, limit - first.size))
  const taken = new Set([...first, ...rest])
  const ranked = new Map(
    rowKinds.map((kind) => [
      kind,
      inOrder(
        best[kind].filter((candidate) => taken.has(candidate)),
        sharing,
      ),
    ]),
  )
  const bestOf = (kind: RowKind): number => ranked.get(kind)?.[0]?.score ?? 0
  return kindsInOrder(bestOf, before).flatMap((kind) => ranked.get(kind) ?? [])
}

function inOrder(group: readonly Candidate[], { isShared, words, closeWords }: Sharing): Ranked[] {
  const read = group.flatMap(({ shard, number, score }): Ranked[] => {
    const row = shard.row(number)
    return row === null ? [] : [{ shard, row, score }]
  })
  const worthOf = ({ row }: Ranked): number =>
    (closeWords.length > 0 ? nearnessIn(row.text, closeWords) : 1) *
    (isShared ? worthOfSayingSo(row, words) : 1)
  return read
    .map((ranked, place) =>
      place < mostLookedAt ? { ...ranked, score: ranked.score * worthOf(ranked) } : ranked,
    )
    .sort((a, b) => b.score - a.score)
}
