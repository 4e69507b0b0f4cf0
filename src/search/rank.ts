import type { Query } from 'minisearch'
import type { LoadedShard } from './index-shard'
import type { Form } from './query'
import type { ResolvedWord } from './resolve'
import type { Row } from './row'
import type { ShardIndex } from './shard-index'

/** A row that answers to some words of a query. */
export interface Ranked {
  readonly row: Row
  readonly score: number
  /** Which of the words it answers to: their numbers. */
  readonly words: readonly number[]
}

/**
 * The rows of all shards that answer to each of the words, or to any of them, with what they are worth. In no order.
 */
export function rank(
  words: readonly ResolvedWord[],
  shards: readonly LoadedShard[],
  wanted: 'each' | 'any',
): Ranked[] {
  if (wanted === 'each' && words.some(({ forms }) => forms.length === 0)) return []
  return shards.flatMap((shard) => rankOne(words, shard, shards, wanted))
}

function rankOne(
  words: readonly ResolvedWord[],
  { rows, index }: LoadedShard,
  shards: readonly LoadedShard[],
  wanted: 'each' | 'any',
): Ranked[] {
  const terms = new Set(words.flatMap(({ forms }) => forms.flatMap((form) => form.terms)))
  const corrections = new Map([...terms].map((term) => [term, rarityCorrection(term, index, shards)]))
  const formQuery = (form: Form): Query => ({
    combineWith: 'AND',
    queries: [...form.terms],
    boostTerm: (term) => form.weight * (corrections.get(term) ?? 1),
  })
  const query: Query = {
    combineWith: wanted === 'each' ? 'AND' : 'OR',
    queries: words.map(({ forms }) => ({ combineWith: 'OR', queries: forms.map(formQuery) })),
  }
  const answers = wanted === 'each' ? () => words.map((_, number) => number) : answersOf(words)
  return index.rank(query, terms).flatMap(({ id, score, queryTerms }) => {
    const row = rows[Number(id)]
    // MiniSearch multiplies by the number of terms; how much that should count is for `find` to say.
    const worth = score / Math.max(queryTerms.length, 1)
    return row === undefined ? [] : [{ row, score: worth, words: answers(queryTerms) }]
  })
}

/** Tells which words the terms of a row answer to. */
function answersOf(words: readonly ResolvedWord[]): (found: readonly string[]) => number[] {
  const bySingle = new Map<string, number[]>()
  const several: { readonly terms: readonly string[]; readonly number: number }[] = []
  for (const [number, { forms }] of words.entries()) {
    for (const { terms } of forms) {
      const [term, second] = terms
      if (second !== undefined) several.push({ terms, number })
      else if (term !== undefined) bySingle.set(term, [...(bySingle.get(term) ?? []), number])
    }
  }
  return (found) => {
    const answered = new Set(found.flatMap((term) => bySingle.get(term) ?? []))
    for (const { terms, number } of several)
      if (terms.every((term) => found.includes(term))) answered.add(number)
    return [...answered]
  }
}

/**
 * How rare a term is in all shards against how rare it is in one. MiniSearch knows one shard at a time, and rows of
 * different shards are put in one list.
 */
function rarityCorrection(term: string, index: ShardIndex, shards: readonly LoadedShard[]): number {
  const count = index.countOf(term)
  if (shards.length === 1 || count === 0) return 1
  const allRows = shards.reduce((sum, shard) => sum + shard.index.rowCount, 0)
  return rarity(countIn(term, shards), allRows) / rarity(count, index.rowCount)
}

/** In how many rows of all shards a term stands. */
export const countIn = (term: string, shards: readonly LoadedShard[]): number =>
  shards.reduce((sum, { index }) => sum + index.countOf(term), 0)

/** The weight of a term in BM25. */
export const rarity = (count: number, rows: number): number =>
  Math.log(1 + (rows - count + 0.5) / (count + 0.5))
