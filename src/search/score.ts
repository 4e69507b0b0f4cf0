import { ranking, searchedFields } from './options'
import type { Form } from './query'
import type { ResolvedWord } from './resolve'
import { lastBit } from './shard/board'
import type { LoadedShard } from './shard/loaded-shard'
import type { PostingReader } from './shard/postings'
import type { TermsTable } from './terms-table'

/*
 * BM25+ as MiniSearch computes it (Lv and Zhai, CIKM 2011; `calcBM25Score` of MiniSearch), over the postings of all
 * shards. It differs in one thing, on purpose: how rare a term is counts rows and not fields, so that a word of one
 * title does not seem rarer than the same word in a hundred texts. A test holds it against MiniSearch itself.
 */

/** Adds to the board of each shard what the rows are worth for each word of a query. */
export function scoreWords(words: readonly ResolvedWord[], table: TermsTable): void {
  const averages = averageLengths(table.shards)
  for (const [at, shard] of table.shards.entries()) {
    shard.board.clear()
    for (const [number, { forms, times }] of words.entries()) {
      const word = Math.min(number, lastBit)
      const place = { shard, at, table, averages }
      // What is spelled right comes first: a row that has both counts as right.
      for (const isRespelled of [false, true]) {
        for (const form of forms) {
          if ((form.isRespelled ?? false) === isRespelled)
            scoreForm({ ...form, weight: form.weight * worthOfTimes(times) }, word, place)
        }
      }
    }
  }
}

/**
 * What a word is worth that stands so often in the query: each time less than the time before (Robertson et al.,
 * TREC-3, 1994, with `k3`).
 */
const worthOfTimes = (times: number): number => ((ranking.repeated + 1) * times) / (ranking.repeated + times)

interface Place {
  readonly shard: LoadedShard
  /** The place of the shard among all. */
  readonly at: number
  readonly table: TermsTable
  readonly averages: readonly number[]
}

function scoreForm(form: Form, word: number, place: Place): void {
  const { shard } = place
  const isRespelled = form.isRespelled ?? false
  const [term, second] = form.terms
  if (term === undefined) return
  if (second === undefined) {
    forEachWorth(term, form.weight, place, (row, worth) => shard.board.add(row, worth, word, isRespelled))
    return
  }
  const found = new Map<number, { worth: number; terms: number }>()
  for (const [number, each] of form.terms.entries()) {
    forEachWorth(each, form.weight, place, (row, worth) => {
      const before = found.get(row)
      if (number === 0) found.set(row, { worth, terms: 1 })
      else if (before?.terms === number) found.set(row, { worth: before.worth + worth, terms: number + 1 })
    })
  }
  for (const [row, { worth, terms }] of found)
    if (terms === form.terms.length) shard.board.add(row, worth, word, isRespelled)
}

/** Calls with each row of a shard that has a term, and what it is worth for it. */
function forEachWorth(
  term: string,
  weight: number,
  { shard, at, table, averages }: Place,
  call: (row: number, worth: number) => void,
): void {
  const number = table.look(term).numbers[at] ?? -1
  if (number < 0) return
  const factor = weight * table.rarityOf(term)
  const worthOf = worthIn(shard, averages)
  const postings = shard.postingsOf(number)
  while (postings.next()) call(postings.row, factor * worthOf(postings))
}

function worthIn({ lengths }: LoadedShard, averages: readonly number[]): (posting: PostingReader) => number {
  const { k, b, d } = ranking.bm25
  const { title, also, text } = ranking.fields
  const fixed = k * (1 - b)
  const [perTitle, perAlso, perText] = averages.map((average) => (k * b) / average)
  const worth = (count: number, length: number, per = 0): number =>
    d + (count * (k + 1)) / (count + fixed + per * length)
  return (posting) => {
    const start = posting.row * searchedFields.length
    let sum = 0
    if (posting.text > 0) sum += text * worth(posting.text, lengths[start + 2] ?? 0, perText)
    if (posting.title > 0) sum += title * worth(posting.title, lengths[start] ?? 0, perTitle)
    if (posting.also > 0) sum += also * worth(posting.also, lengths[start + 1] ?? 0, perAlso)
    return sum
  }
}

/** Over the rows that have the field: few have other names, and those must not seem long beside the rest. */
function averageLengths(shards: readonly LoadedShard[]): number[] {
  return searchedFields.map((_, field) => {
    let [rows, terms] = [0, 0]
    for (const { fieldTotals } of shards) {
      rows += fieldTotals[field]?.rows ?? 0
      terms += fieldTotals[field]?.terms ?? 0
    }
    return Math.max(terms / Math.max(rows, 1), 1)
  })
}
