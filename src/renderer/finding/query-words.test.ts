import { describe, expect, it } from 'vitest'
import {
  keptOf,
  onlyWords,
  pageAt,
  readQuery,
  valuesMeant,
  wantedOf,
  withFacet,
  withPage,
  wordsIn,
} from './query-words'

describe('a query', () => {
  it.each([
    ['pain', 'pain', null],
    ['pain page:conditions/fibromyalgia', 'pain ', { kind: 'condition', id: 'fibromyalgia' }],
    ['page:claims safe', 'safe', { kind: 'claim' }],
    ['pain page:sources/younger2013 in:sources', 'pain  in:sources', { kind: 'source', id: 'younger2013' }],
    ['pain page:', 'pain ', null],
    ['pain page:../../x', 'pain ', null],
    ['pain page:constructor', 'pain ', null],
    ['homepage:claims', 'homepage:claims', null],
  ])('%j asks for %j on the page %j', (query, text, page) => {
    expect(readQuery(query)).toEqual({ text, page, isEmpty: false })
  })

  it.each(['', '  ', 'page:claims', ' page:claims '])('%j asks nothing', (query) => {
    expect(readQuery(query).isEmpty).toBe(true)
  })
})

describe('the page at a path', () => {
  it.each([
    '',
    '/',
    'about',
    'settings',
    'conditions',
    'sources/',
    'claims/c1',
    'conditions/a/b',
    'toString',
  ])('is none for %j', (path) => expect(pageAt(path)).toBeNull())
  it('is the whole list where there is one page for all', () => {
    expect(pageAt('/glossary')).toEqual({ kind: 'term' })
  })
})

describe('keeping a query to a page', () => {
  it('takes the place of the page before', () => {
    const one = withPage('pain', '/conditions/fibromyalgia')
    expect(one).toBe('pain page:conditions/fibromyalgia ')
    expect(withPage(one, '/claims')).toBe('pain page:claims ')
    expect(withPage(one, null)).toBe('pain ')
  })
})

describe('narrowing a query down', () => {
  it.each([
    ['pain', 'kind', 'finding', 'pain in:findings '],
    ['pain in:findings ', 'kind', 'term', 'pain in:glossary '],
    ['pain kind:finding dose', 'kind', null, 'pain dose'],
    ['', 'certainty', 'very low', 'certainty:very-low '],
    ['certainty:"very low" pain', 'certainty', 'high', 'pain certainty:high '],
    ['certainty:low certainty:high', 'certainty', null, ''],
    ['"in:findings"', 'kind', 'claim', '"in:findings" in:claims '],
  ] as const)('%j by %s %j is %j', (query, facet, value, wanted) => {
    expect(withFacet(query, facet, value)).toBe(wanted)
  })

  it('can be undone in one step, for all facets and the page', () => {
    expect(onlyWords('pain in:findings -mouse certainty:low page:claims "at night"')).toBe(
      'pain -mouse "at night"',
    )
  })

  it('says what is wanted, as it is written', () => {
    expect(wantedOf('pain certainty:low certainty:high in:x certainty:', 'certainty')).toEqual([
      'low',
      'high',
    ])
  })
})

describe('what a written value means', () => {
  it.each([
    ['kind', 'findings', [], ['finding']],
    ['kind', 'glossary', [], ['term']],
    ['kind', 'f', [], ['finding']],
    ['kind', 'mice', [], []],
    ['certainty', 'low', ['low', 'very low'], ['low']],
    ['certainty', 'very-low', ['low', 'very low'], ['very low']],
    ['design', 'random', ['randomised trial', 'cohort'], ['randomised trial']],
    ['design', '', ['cohort'], []],
  ] as const)('of %s, for %j', (facet, written, values, meant) => {
    expect(valuesMeant(facet, written, values)).toEqual(meant)
  })
})

it('a query that is kept is no longer than an address may hold', () => {
  expect(keptOf(' pain ')).toBe('pain')
  expect(keptOf('pain '.repeat(200)).length).toBeLessThanOrEqual(300)
})

it('only the words are marked', () => {
  expect(wordsIn('vivid "bad dreams" in:findings page:claims -mouse')).toBe('vivid bad dreams')
})
