import type { Candidate, Gathered } from './gather'
import { nearnessIn } from './nearness'
import type { ResolvedWord } from './resolve'
import { rowKinds, type Row } from './row'
import type { LoadedShard } from './shard/loaded-shard'

/** A row that is handed out. */
export interface Ranked {
  readonly shard: LoadedShard
  readonly row: Row
  readonly score: number
}

/** So many of the best rows of a kind are looked at for how close together the words stand. */
const mostLookedAt = 30

/**
 * At most so many rows, kind by kind: first a fair share for each kind, then the best of what is left. Only now are the
 * rows read, which takes longer than finding them.
 *
 * @param isShared false gives no kind a share: the best are handed out, whatever they are
 * @param closeWords words that are worth more when they stand close together; none for a long query
 */
export function shareOut(
  best: Gathered['best'],
  limit: number,
  isShared: boolean,
  closeWords: readonly ResolvedWord[],
): readonly Ranked[] {
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
  return byKind.flatMap((group) =>
    inOrder(
      group.filter((candidate) => taken.has(candidate)),
      closeWords,
    ),
  )
}

function inOrder(group: readonly Candidate[], words: readonly ResolvedWord[]): Ranked[] {
  const read = group.flatMap(({ shard, number, score }): Ranked[] => {
    const row = shard.row(number)
    return row === null ? [] : [{ shard, row, score }]
  })
  if (words.length === 0) return read
  return read
    .map((ranked, place) =>
      place < mostLookedAt ? { ...ranked, score: ranked.score * nearnessIn(ranked.row.text, words) } : ranked,
    )
    .sort((a, b) => b.score - a.score)
}
