import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { find } from './find'
import { buildShard, loadShard } from './index-shard'
import { fingerprint, indexOptions, ranking } from './options'
import { ShardIndex, storeIndex } from './shard-index'
import { idsOf, library, loaded, row } from './test-rows'

/** The problem that a changed shard is refused for. */
const problemOf = (change: Record<string, unknown>): string => {
  const outcome = loadShard({ ...JSON.parse(JSON.stringify(buildShard(library))), ...change })
  return outcome.ok
    ? 'none'
    : outcome.failure.is === 'not a shard'
      ? outcome.failure.detail
      : outcome.failure.is
}

describe('a shard', () => {
  it('survives JSON', () => {
    const shard = buildShard(library)
    expect(JSON.parse(JSON.stringify(shard))).toEqual(shard)
    expect(loaded(library).rows).toEqual(library)
  })

  it('is the same for the same rows', () => {
    expect(JSON.stringify(buildShard(library))).toBe(JSON.stringify(buildShard([...library])))
  })

  it('may be empty', () => {
    expect(find([loaded([])], 'pain').total).toBe(0)
  })

  it('ranks as MiniSearch does that has loaded all of it', () => {
    const rows = library.map(({ title, also = '', text }, number) => ({ number, title, also, text }))
    const whole = new MiniSearch(indexOptions)
    whole.addAll(rows)
    const lazy = new ShardIndex(storeIndex(rows), rows.length)
    const options = { tokenize: (term: string) => [term], fields: ['text'], bm25: ranking.bm25 }
    for (const term of ['naltrexon', 'pain', '4.5mg', 'placebo', 'nowhere']) {
      lazy.countOf(term)
      const scores = (index: MiniSearch): [number, number][] =>
        index.search(term, options).map(({ id, score }) => [Number(id), Number(score.toFixed(9))])
      expect(scores(lazy), term).toEqual(scores(whole))
    }
  })

  it('is refused when it was built by other rules, and can be built again from its rows', () => {
    const old = { ...buildShard(library), fingerprint: '0:other' }
    const outcome = loadShard(old)
    if (outcome.ok || outcome.failure.is !== 'built by other rules') throw new Error('was taken in')
    expect(outcome.failure.fingerprint).toBe('0:other')
    const again = loadShard(buildShard(outcome.failure.rows))
    expect(again.ok && idsOf(find([again.value], 'dreams ').hits)).toEqual(['fm-dreams'])
  })

  it.each([null, undefined, 1, 'text', [], {}, { rows: 'x' }, { rows: [{}] }, { rows: [null] }])(
    'is refused when it is %j',
    (value) => {
      expect(loadShard(value)).toMatchObject({ ok: false, failure: { is: 'not a shard', detail: 'rows' } })
    },
  )

  it.each<[string, Record<string, unknown>]>([
    ['fingerprint', { fingerprint: undefined }],
    ['fingerprint', { fingerprint: 1 }],
    ['built by other rules', { fingerprint: '' }],
    ['rows', { rows: [{ ...row('a', 'b'), kind: 'other' }] }],
    ['rows', { rows: [{ ...row('a', 'b'), text: 1 }] }],
    ['rows', { rows: [{ ...row('a', 'b'), also: null }] }],
    ['index', { index: null }],
    ['index', { index: [] }],
    ['index', { index: { terms: ['a'], postings: [], lengths: [] } }],
    ['index', { index: { terms: [1], postings: [[[0, 0]]], lengths: library.map(() => [1]) } }],
    ['index', { index: { terms: ['a'], postings: [[0]], lengths: library.map(() => [1]) } }],
    ['index', { index: { terms: ['a'], postings: [[[0, 0]]], lengths: [] } }],
    ['index', { index: { terms: ['a'], postings: [[[0, 0]]], lengths: library.map(() => ['x']) } }],
  ])('is refused for its %s', (problem, change) => {
    expect(problemOf(change)).toBe(problem)
  })

  it('with any numbers in its index finds at worst nothing', () => {
    const odd = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.array(odd)), fc.array(fc.nat(5)), (postings, lengths) => {
        const shard = buildShard(library)
        const index = {
          terms: ['pain'],
          postings: [postings],
          lengths: library.map((_, at) => [lengths[at] ?? 0, 0, 0]),
        }
        const outcome = loadShard({ ...shard, index })
        if (outcome.ok)
          for (const { row: found } of find([outcome.value], 'pain').hits) expect(library).toContain(found)
      }),
    )
  })
})

it('the fingerprint names the version of the form, the fields and the rules', () => {
  // A change here means that older bundles are indexed anew when they are opened. Mean it.
  expect(fingerprint).toMatchInlineSnapshot(`"1:title+also+text:75a5922a"`)
})
