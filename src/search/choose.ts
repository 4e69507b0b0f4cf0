import type { LoadedShard } from './index-shard'
import { ranking } from './options'
import { countIn, rank, rarity, type Ranked } from './rank'
import type { ResolvedWord } from './resolve'
import type { RowKind } from './row'

/** The rows that answer to a query. */
export interface Chosen {
  /** The best first. */
  readonly rows: readonly Ranked[]
  /** True when rows had to be taken that lack a word. */
  readonly isPartial: boolean
}

/** Ranks the rows and keeps those that answer well enough; see {@link ranking}. */
export function choose(
  words: readonly ResolvedWord[],
  shards: readonly LoadedShard[],
  kinds: readonly RowKind[],
): Chosen {
  const ranked = (of: readonly ResolvedWord[], wanted: 'each' | 'any'): Ranked[] =>
    rank(of, shards, wanted).filter(({ row }) => kinds.includes(row.kind))
  if (words.length > ranking.required) {
    return { rows: weighed(ranked(words, 'any'), words, shards, ranking.enough), isPartial: false }
  }
  const whole = ranked(words, 'each')
  if (whole.length > 0) return { rows: whole.sort((a, b) => b.score - a.score), isPartial: false }
  const loose = words.map(loosened)
  const some = weighed(ranked(loose, 'any'), loose, shards, 0)
  return { rows: some, isPartial: some.length > 0 }
}

/** A compound that stands nowhere whole, taken apart: of "fibromyalgia/CFS" either will do. */
const loosened = (word: ResolvedWord): ResolvedWord => ({
  ...word,
  forms: word.forms.flatMap(({ terms, weight }) => terms.map((term) => ({ terms: [term], weight }))),
})

/**
 * Rows that answer to any words, the best first: without those that have less than `least` of the weight of all words,
 * and those before that have more of it.
 */
function weighed(
  rows: readonly Ranked[],
  words: readonly ResolvedWord[],
  shards: readonly LoadedShard[],
  least: number,
): Ranked[] {
  const weights = words.map((word) => weightOf(word, shards))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return rows
    .map((ranked) => {
      const share =
        ranked.words.reduce((sum, number) => sum + (weights[number] ?? 0), 0) /
        Math.max(all, Number.MIN_VALUE)
      return { share, ranked: { ...ranked, score: ranked.score * share ** ranking.coverage } }
    })
    .filter(({ share }) => share >= least)
    .map(({ ranked }) => ranked)
    .sort((a, b) => b.score - a.score)
}

/** How rare a word is: as its commonest form. A word that the index lacks cannot be asked of any row. */
function weightOf({ forms }: ResolvedWord, shards: readonly LoadedShard[]): number {
  const rows = shards.reduce((sum, { index }) => sum + index.rowCount, 0)
  const counts = forms.map(({ terms }) => Math.min(...terms.map((term) => countIn(term, shards))))
  return counts.length === 0 ? 0 : rarity(Math.max(...counts), rows)
}
