import { choose } from './choose'
import { excerpt, segments, type Segment } from './excerpt'
import type { LoadedShard } from './index-shard'
import { marksOf, soughtBy } from './marks'
import { ranking } from './options'
import { parseQuery } from './query'
import type { Ranked } from './rank'
import { resolve } from './resolve'
import { rowKinds, type Row, type RowKind } from './row'
import { suggestionsFor } from './suggestions'

/** A row that was found. */
export interface Hit {
  readonly row: Row
  readonly score: number
  readonly titleSegments: readonly Segment[]
  /** The part of its text that answers best. */
  readonly excerpt: readonly Segment[]
}

/** What a search found. */
export interface Found {
  /** Kind by kind in the order of `rowKinds`, the best first in each. */
  readonly hits: readonly Hit[]
  /** How many of each kind there are; `hits` may hold fewer. */
  readonly counts: Readonly<Record<RowKind, number>>
  readonly total: number
  /** What had to be given up to find anything: that all words stand there, or their spelling. */
  readonly relaxed: 'none' | 'some words' | 'spelling'
  /** The query as it was asked: as typed, but for words the index does not know and a likely spelling of them. */
  readonly asked: string
  /** The query in other spellings, for words the index does not know. */
  readonly suggestions: readonly string[]
}

/** How much to hand out, and of what. */
export interface FindOptions {
  /** Hits in all. No kind takes the place of another before each has its share. */
  readonly limit?: number
  /** Only these kinds. */
  readonly kinds?: readonly RowKind[]
}

/**
 * Finds rows. Up to three words are all required; when nothing has them all, rows with some are given and it is said
 * so. In longer queries the words weigh as much as they are rare, and a row must have enough of that weight.
 */
export function find(shards: readonly LoadedShard[], query: string, options: FindOptions = {}): Found {
  const { limit = 50, kinds = rowKinds } = options
  const typed = parseQuery(query)
  const shortestMended = typed.length > ranking.required ? ranking.mended.inSentence : ranking.mended.alone
  const words = typed.map((word) => resolve(word, shards, shortestMended))
  const { rows, isPartial } = choose(words, shards, kinds)
  const sought = soughtBy(words)
  const suggestions = suggestionsFor(query, words, shards)
  const isRespelled = rows.length > 0 && words.some(({ isUnknown, forms }) => isUnknown && forms.length > 0)
  return {
    hits: shareOut(rows, limit).map(({ row, score }) => ({
      row,
      score,
      titleSegments: segments(row.title, marksOf(row.title, sought)),
      excerpt: excerpt(row.text, marksOf(row.text, sought)),
    })),
    counts: countsOf(rows),
    total: rows.length,
    relaxed: isPartial ? 'some words' : isRespelled ? 'spelling' : 'none',
    asked: isRespelled ? (suggestions[0] ?? query) : query,
    suggestions,
  }
}

/** At most so many rows, kind by kind: first a fair share for each kind, then the best of what is left. */
function shareOut(rows: readonly Ranked[], limit: number): Ranked[] {
  const byKind = rowKinds.map((kind) => rows.filter(({ row }) => row.kind === kind))
  const present = byKind.filter(({ length }) => length > 0).length
  const share = Math.floor(limit / Math.max(present, 1))
  const first = new Set(byKind.flatMap((group) => group.slice(0, share)))
  const rest = rows.filter((row) => !first.has(row)).slice(0, Math.max(0, limit - first.size))
  const taken = new Set([...first, ...rest])
  return byKind.flatMap((group) => group.filter((row) => taken.has(row)))
}

function countsOf(rows: readonly Ranked[]): Record<RowKind, number> {
  const counts = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>
  for (const { row } of rows) counts[row.kind]++
  return counts
}
