import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { indexOptions, ranking, searchedFields, type IndexedRow } from './options'
import type { ResolvedWord } from './resolve'
import type { Row } from './row'
import { scoreWords } from './score'
import { TermsTable } from './terms-table'
import { loaded, row } from './test-rows'

/*
 * MiniSearch is the scorer of record: what we add up over packed postings is what it says of the same rows. Every row
 * here has every field, for MiniSearch's mean length of a field drifts when some rows lack it; ours is over those that
 * have it.
 */

const pool = 'naltrexone placebo pain trial 4.5 mg dreams anti-TNF remission weeks'.split(' ')
const text = fc
  .array(fc.constantFrom(...pool), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '))
const rows = fc
  .array(fc.record({ title: text, also: text, text }), { minLength: 1, maxLength: 40 })
  .map((all) => all.map(({ title, also, text: body }, n): Row => row(`r${n}`, body, { title, also })))

/** What our boards say of each row, by its number over all shards. */
function ours(shards: readonly (readonly Row[])[], terms: readonly string[], weight: number): number[] {
  const table = new TermsTable(shards.map(loaded))
  const word = {
    ...{
      start: 0,
      end: 0,
      folded: '',
      parts: [],
      isName: false,
      isAbbreviation: false,
      isPossessive: false,
      isHalfTyped: false,
      times: 1,
      isUnknown: false,
      nearest: [],
    },
  }
  const words = terms.map((term): ResolvedWord => ({ ...word, forms: [{ terms: [term], weight }] }))
  scoreWords(words, table)
  return table.shards.flatMap(({ board }) => [...board.scores])
}

/** MiniSearch over some of the fields. */
function theirs(
  all: readonly Row[],
  fields: readonly (typeof searchedFields)[number][],
): MiniSearch<IndexedRow> {
  const index = new MiniSearch<IndexedRow>({ ...indexOptions, fields: [...fields] })
  for (const [number, { title, also = '', text: body }] of all.entries())
    index.add({ number, title, also, text: body })
  return index
}

const scoresOf = (
  index: MiniSearch<IndexedRow>,
  terms: readonly string[],
  weight: number,
  count: number,
): number[] => {
  const scores = new Array<number>(count).fill(0)
  const found = index.search(
    { combineWith: 'OR', queries: [...terms] },
    { tokenize: (term) => [term], bm25: ranking.bm25, boost: ranking.fields, boostTerm: () => weight },
  )
  // MiniSearch multiplies by how many terms were found; how much that counts is for `choose` to say.
  for (const { id, score, queryTerms } of found) scores[Number(id)] = score / queryTerms.length
  return scores
}

const close = (one: readonly number[], other: readonly number[]): void => {
  expect(one).toHaveLength(other.length)
  for (const [at, score] of one.entries()) expect(score).toBeCloseTo(other[at] ?? NaN, 9)
}

const asked = fc.uniqueArray(
  fc.constantFrom('naltrexon', 'pain', '4.5mg', 'dream', 'antitnf', 'tnf', 'nowher'),
  {
    minLength: 1,
    maxLength: 4,
  },
)

test('rows with a text only are worth what MiniSearch says', () => {
  fc.assert(
    fc.property(rows, asked, fc.constantFrom(1, 0.5), (all, terms, weight) => {
      const plain = all.map(({ text: body }, n) => row(`r${n}`, body, { title: '' }))
      close(
        ours([plain], terms, weight),
        scoresOf(theirs(plain, searchedFields), terms, weight, plain.length),
      )
    }),
  )
})

test('rows with all fields are worth what MiniSearch says of each field, with one rarity for all', () => {
  fc.assert(
    fc.property(rows, asked, (all, terms) => {
      const rarity = (count: number): number => Math.log(1 + (all.length - count + 0.5) / (count + 0.5))
      const expected = new Array<number>(all.length).fill(0)
      for (const term of terms) {
        const byField = searchedFields.map((field) => scoresOf(theirs(all, [field]), [term], 1, all.length))
        const inAny = all.filter((_, at) => byField.some((scores) => (scores[at] ?? 0) > 0)).length
        for (const scores of byField) {
          const inField = scores.filter((score) => score > 0).length
          for (const [at, score] of scores.entries())
            expected[at] = (expected[at] ?? 0) + (score * rarity(inAny)) / rarity(inField)
        }
      }
      close(ours([all], terms, 1), expected)
    }),
  )
})

test('rows are worth the same however they are dealt to shards', () => {
  fc.assert(
    fc.property(rows, asked, fc.nat(40), (all, terms, cut) => {
      close(ours([all.slice(0, cut), all.slice(cut)], terms, 1), ours([all], terms, 1))
    }),
  )
})
