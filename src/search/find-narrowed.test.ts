import { describe, expect, it } from 'vitest'
import { find, type FindOptions, type Found } from './find'
import { parseQuery } from './query'
import type { Row, RowKind } from './row'
import { buildShard } from './shard/shard-builder'
import { loadShard } from './shard/shard-reader'
import { readableNames, readNames, Synonyms } from './synonyms'
import { idsOf, loaded, row } from './test-rows'

const fm = { conditions: ['fibromyalgia'] }
const crohns = { conditions: ['crohns-disease'] }
const rows: readonly Row[] = [
  row('fibromyalgia', 'LDN in fibromyalgia.', {
    kind: 'condition',
    title: 'Fibromyalgia',
    also: 'FMS',
    ...fm,
  }),
  row('crohns-disease', 'LDN in the gut.', { kind: 'condition', title: 'Crohn’s disease', ...crohns }),
  row('fm-pain', 'LDN may make little difference to pain.', {
    kind: 'statement',
    certainty: 'low',
    isBottomLine: true,
    ...fm,
  }),
  row('fm-later', 'LDN may make little difference to pain.', { kind: 'statement', certainty: 'low', ...fm }),
  row('cd-pain', 'LDN may lower abdominal pain.', { kind: 'statement', certainty: 'very low', ...crohns }),
  row('f-dreams', 'More vivid dreams on LDN.', {
    kind: 'finding',
    direction: 'worse',
    outcome: 'sleep',
    certainty: 'low',
    ...fm,
  }),
  row('f-pain', 'Pain fell with LDN, dreams were as vivid.', {
    kind: 'finding',
    direction: 'better',
    outcome: 'pain',
    ...crohns,
  }),
  row('young', 'LDN against pain in a low-dose trial.', { design: 'randomised trial', ...fm }),
  row('young', 'Dreams were few.', { design: 'randomised trial', ...fm }),
  row('old', 'A dose of naltrexone, low on pain and LDN.', { design: 'case report' }),
  row('sheet', 'Ask about LDN and pain.', { kind: 'handout', ...crohns }),
]
const shards = [loaded(rows)]
const names = [
  { names: ['Fibromyalgia', 'FMS', 'fibromyalgia syndrome'], codes: ['M79.7'], condition: 'fibromyalgia' },
  { names: ['Crohn’s disease', 'CD', 'stomach cramps'], condition: 'crohns-disease' },
  { names: ['LDN', 'low-dose naltrexone'] },
]
const synonyms = new Synonyms(names)
const search = (query: string, options: FindOptions = {}): Found =>
  find(shards, query, { synonyms, ...options })
const ids = (query: string, options: FindOptions = {}): string[] => idsOf(search(query, options).hits)

describe('a phrase in quotes', () => {
  it('is found as it stands, in this order, and by no other rows', () => {
    expect(ids('"vivid dreams"')).toEqual(['f-dreams'])
    expect(ids('vivid dreams ').toSorted()).toEqual(['f-dreams', 'f-pain'])
  })

  it('is found whatever its hyphens, capitals and accents', () => {
    expect(ids('"LOW dose"')).toEqual(['young'])
    expect(ids('"low-dose"')).toEqual(['young'])
  })

  it('counts words that are left out otherwise', () => {
    expect(ids('"in the gut"')).toEqual(['crohns-disease'])
    expect(search('"in a gut"').relaxed).toBe('phrase')
  })

  it('may still be typed', () => {
    expect(ids('"vivid dre')).toEqual(['f-dreams'])
  })

  it('that stands nowhere gives its words apart, and it is said', () => {
    expect(search('"dreams vivid"')).toMatchObject({ relaxed: 'phrase', total: 2 })
  })

  it('is required with any number of other words', () => {
    expect(ids('"vivid dreams" pain little difference lower abdominal gut')).toEqual(['f-dreams'])
  })
})

describe('a page that is named', () => {
  it('has what belongs to it before what only speaks of it', () => {
    const both = [
      row('other', 'FMS and pain.', { kind: 'statement', ...crohns }),
      row('own', 'FMS and pain.', { kind: 'statement', ...fm }),
    ]
    const order = (query: string) => idsOf(find([loaded(both)], query, { synonyms }).hits)
    expect(order('FMS pain ')).toEqual(['own', 'other'])
    expect(order('pain ')).toEqual(['other', 'own'])
  })
})

describe('more words than three', () => {
  it('are all required where they are two names', () => {
    const wanted = ids('LDN FMS ').toSorted()
    expect(wanted.length).toBeGreaterThan(0)
    expect(ids('low dose naltrexone fibromyalgia syndrome ').toSorted()).toEqual(wanted)
  })

  it('are a question where they ask for more, and where other names are not searched', () => {
    expect(ids('low dose naltrexone fibromyalgia syndrome pain ').length).toBeGreaterThan(
      ids('LDN FMS pain ').length,
    )
    const unnamed = find(shards, 'low dose naltrexone fibromyalgia ')
    expect(unnamed.total).toBeGreaterThan(ids('LDN FMS ').length)
  })
})

describe('a word with a minus', () => {
  it.each([
    ['pain -little ', ['cd-pain', 'f-pain', 'young', 'old', 'sheet']],
    ['pain -little -trial -ask -dose', ['cd-pain', 'f-pain']],
    ['vivid -"vivid dreams"', ['f-pain']],
    ['dreams -dreams', []],
  ])('%j leaves rows out', (query, expected) => {
    expect(ids(query).toSorted()).toEqual([...expected].sort())
  })
})

describe('field words', () => {
  it.each([
    ['in:handouts pain', ['sheet']],
    ['kind:handout pain', ['sheet']],
    ['certainty:low pain', ['fm-pain', 'fm-later']],
    ['certainty:very-low pain', ['cd-pain']],
    ['certainty:"very low" pain', ['cd-pain']],
    ['direction:worse dreams', ['f-dreams']],
    ['condition:crohns pain in:statements', ['cd-pain']],
    ['condition:CD pain in:statements', ['cd-pain']],
    ['condition:"stomach cramps" pain in:statements', ['cd-pain']],
    ['outcome:sleep vivid', ['f-dreams']],
    ['design:rand pain', ['young']],
    ['certainty:low certainty:very-low pain in:statement', ['fm-pain', 'fm-later', 'cd-pain']],
  ])('%j narrow it down', (query, expected) => {
    expect(ids(query).toSorted()).toEqual([...expected].sort())
  })

  it('alone give everything that they let pass', () => {
    expect(ids('direction:better')).toEqual(['f-pain'])
    expect(search('certainty:low').counts).toMatchObject({ statement: 2, finding: 1 })
  })

  it('with a value that nothing has are left out of account, and it is said', () => {
    expect(search('certainty:huge vivid dreams')).toMatchObject({
      total: 2,
      unknownFields: ['certainty:huge'],
    })
  })

  it('go together with the filters of the window', () => {
    expect(ids('certainty:low pain', { filters: { condition: ['crohns-disease'] } })).toEqual([])
    expect(ids('in:claims pain', { filters: { kind: ['statement'] } })).toEqual([])
  })

  it.each([
    ['cert', ['certainty:']],
    ['pain dir', ['pain direction:']],
    ['pain direction:', ['pain direction:better ', 'pain direction:worse ']],
    ['certainty:v', ['certainty:"very low" ']],
    ['condition:c', ['condition:crohns-disease ']],
    ['c', []],
    ['pain', []],
    ['certainty:low ', []],
    ['pain-dir', []],
    [' dir', [' direction:']],
    ['x:direction:', []],
  ])('%j may go on as %j', (query, expected) => {
    expect(search(query).completions.map((completion) => completion.query)).toEqual(expected)
  })

  it('that a long text without spaces may be take no longer than its length', () => {
    expect(search(`${'a'.repeat(200_000)}!`).completions).toEqual([])
  })
})

describe('filters', () => {
  it('leave counts of the other choices standing, and say how much lies outside', () => {
    const found = search('pain ', { filters: { certainty: ['low'] } })
    expect(found.total).toBe(2)
    expect(found.outside).toBe(5)
    expect(found.facets.certainty).toEqual({ low: 2, 'very low': 1 })
    expect(found.facets.kind).toEqual({ statement: 2 })
    expect(found.facets.condition).toEqual({ fibromyalgia: 2 })
    expect(found.facets.bundle).toEqual({ '': 2 })
  })

  it('that leave nothing are told from finding nothing', () => {
    expect(search('pain ', { filters: { direction: ['unclear'] } })).toMatchObject({
      total: 0,
      outside: 7,
      relaxed: 'none',
    })
  })

  it('tell bundles apart', () => {
    const other = loadShard(buildShard([row('x', 'pain elsewhere')]), 'other')
    if (!other.ok) throw new Error('refused')
    const both = find([...shards, other.value], 'pain ', { filters: { bundle: ['other'] } })
    expect(both.hits.map(({ bundle, row: { id } }) => [bundle, id])).toEqual([['other', 'x']])
    expect(both.facets.bundle).toEqual({ '': 7, other: 1 })
  })
})

describe('the scope of a page', () => {
  it.each([
    [{ kind: 'condition', id: 'fibromyalgia' }, ['fm-pain', 'fm-later', 'young']],
    [{ kind: 'source', id: 'young' }, ['young']],
    [{ kind: 'handout', id: 'sheet' }, ['sheet']],
    [{ kind: 'handout' }, ['sheet']],
    [{ kind: 'claim' }, []],
    [{ kind: 'source', id: 'gone' }, []],
  ] as const)('%j leaves only what belongs to it', (page, expected) => {
    expect(ids('pain ', { page }).toSorted()).toEqual([...expected].sort())
  })
})

describe('other names', () => {
  it('are searched too, and it is said', () => {
    const found = search('FMS pain ')
    expect(idsOf(found.hits)).not.toContain('cd-pain')
    expect(found.alsoSearched).toEqual(['Fibromyalgia'])
    expect(ids('stomach cramps ')).toContain('crohns-disease')
    expect(ids('M79.7 ')).toContain('fibromyalgia')
  })

  it('of several words are found by one that has all of them', () => {
    expect(search('low dose naltrexone ').alsoSearched).toEqual(['LDN'])
    expect(ids('low-dose naltrexone vivid ').toSorted()).toEqual(['f-dreams', 'f-pain'])
  })

  it('of a page find it beside what has all words, and not instead of it', () => {
    const rows = [
      row('fibromyalgia', 'small trials', {
        ...{ kind: 'condition', title: 'Fibromyalgia', conditions: ['fibromyalgia'] },
      }),
      row('works', 'it works in FMS, somebody said', { kind: 'claim' }),
    ]
    const ask = (query: string) => find([loaded(rows)], query, { synonyms })
    expect(idsOf(ask('works FMS ').hits).toSorted()).toEqual(['fibromyalgia', 'works'])
    expect(ask('works FMS ').relaxed).toBe('none')
    expect(ask('zebra FMS ').relaxed).not.toBe('none')
  })

  it('of one compound go by the whole of it too', () => {
    const rows = [row('me', 'small trials', { kind: 'condition', title: 'ME/CFS', conditions: ['me'] })]
    const names = new Synonyms([{ names: ['ME/CFS', 'chronic fatigue'], condition: 'me' }])
    for (const query of ['mecfs ', 'ME/CFS ', 'me-cfs '])
      expect(names.expand(parseQuery(query), () => true).conditions, query).toEqual(new Set(['me']))
    expect(idsOf(find([loaded(rows)], 'mecfs ', { synonyms: names }).hits)).toEqual(['me'])
  })

  it('can be switched off', () => {
    expect(find(shards, 'stomach cramps ').total).toBe(0)
    expect(find(shards, 'FMS ').alsoSearched).toEqual([])
  })

  it('weigh less than the name that was typed', () => {
    const both = [row('other', 'fibromyalgia at last'), row('typed', 'FMS at last')]
    expect(idsOf(find([loaded(both)], 'FMS ', { synonyms }).hits)).toEqual(['typed', 'other'])
  })

  it('are read from what packing writes', () => {
    expect(readNames(new TextEncoder().encode(JSON.stringify(names)))).toEqual(names)
  })

  it.each([
    ['one of many letters', [{ names: ['FM', 'x'.repeat(201)], codes: ['y'.repeat(300), 'M79.7'] }]],
    ['many of one thing', [{ names: Array.from({ length: 300 }, (_, n) => `n${n}`) }]],
    ['many things', Array.from({ length: 6_000 }, (_, n) => ({ names: [`n${n}`] }))],
    ['many together', Array.from({ length: 600 }, () => ({ names: new Array<string>(80).fill('x') }))],
    [
      'many bytes',
      Array.from({ length: 400 }, () => ({ names: new Array<string>(70).fill('ü'.repeat(200)) })),
    ],
  ])('are written so that they can be read: %s', (_, groups) => {
    const kept = readableNames(groups)
    expect(kept.length).toBeGreaterThan(0)
    expect(readNames(new TextEncoder().encode(JSON.stringify(kept)))).toEqual(kept)
  })

  it('are not read from bytes that are no JSON, nor from more names than anybody searches by', () => {
    expect(readNames(new Uint8Array([0xff]))).toBeNull()
    const many = Array.from({ length: 400 }, () => ({ names: new Array<string>(80).fill('x') }))
    expect(readNames(new TextEncoder().encode(JSON.stringify(many)))).toBeNull()
    expect(readNames(new TextEncoder().encode(`[${' '.repeat(5_000_000)}]`))).toBeNull()
  })

  it.each([
    null,
    {},
    'x',
    [1],
    [{ names: 'x' }],
    [{ names: [1] }],
    [{ names: ['x'.repeat(201)] }],
    [{ names: [], codes: 1 }],
    [{ names: [], condition: 1 }],
    [{ names: new Array(101).fill('x') }],
  ])('are not read from %j', (value) => {
    expect(readNames(new TextEncoder().encode(JSON.stringify(value)))).toBeNull()
  })
})

describe('the order', () => {
  it('puts a statement of the bottom line first, when all else is equal', () => {
    expect(ids('little difference ')).toEqual(['fm-pain', 'fm-later'])
  })

  it('puts words that stand together first, when all else is equal', () => {
    const apart = [
      row('a', 'dreams of many a long and vivid night'),
      row('b', 'many a long night of vivid dreams'),
    ]
    expect(idsOf(find([loaded(apart)], 'vivid dreams ').hits)).toEqual(['b', 'a'])
  })

  it('never puts a guess at the spelling above what was typed', () => {
    const common = Array.from({ length: 30 }, (_, n) => row(`n${n}`, 'naltrexone naltrexone'))
    const found = find([loaded([...common, row('exact', 'once naltraxone in a longer text')])], 'naltraxone ')
    expect(found.hits[0]?.row.id).toBe('exact')
    expect(found.total).toBe(31)
    expect(found.suggestions).toEqual(['naltrexone '])
  })

  it('gives each thing once when asked so, by its best row', () => {
    const twice = find(shards, 'dreams ', { oncePerThing: true, filters: { kind: ['source'] } })
    expect(idsOf(twice.hits)).toEqual(['young'])
  })

  it('with excerpts of what a list shows first is the same, and the others begin as their texts do', () => {
    const many = loaded(
      Array.from({ length: 20 }, (_, n) => row(`s${n}`, `Some words before, ${'pain '.repeat(n + 1)}`)),
    )
    const claims = ['a', 'b', 'c', 'd'].map((id) => row(id, `Said of pain by ${id}`, { kind: 'claim' }))
    const isMarked = (of: readonly Row[], kind: RowKind) =>
      find([many, loaded(of)], 'pain ', { excerpts: 'listed' })
        .hits.filter((hit) => hit.row.kind === kind)
        .map(({ excerpt }) => excerpt.some(({ marked }) => marked))
    expect(isMarked([], 'source')).toEqual(Array.from({ length: 20 }, (_, n) => n < 12))
    expect(isMarked(claims, 'claim')).toEqual([true, true, true, false])
    const [last] = find([many], 'pain ', { excerpts: 'listed' }).hits.slice(-1)
    expect(last?.excerpt[0]?.text).toMatch(/^Some words before, pain/)
    expect(last?.titleSegments).toEqual([{ text: last?.row.title, marked: false }])
  })

  it('without excerpts is the same', () => {
    const bare = search('pain ', { excerpts: 'none' }).hits
    expect(idsOf(bare)).toEqual(ids('pain '))
    expect(bare[0]?.excerpt).toEqual([])
  })
})

describe('a word that nearly every row has', () => {
  it('does not fill the groups when the other words stand elsewhere', () => {
    const found = search('LDN vivid abdominal ', { filters: { kind: ['statement', 'finding'] } })
    expect(found.relaxed).toBe('some words')
    expect(idsOf(found.hits)).not.toContain('fm-pain')
  })

  it('with nothing but unknown words gives a few of each kind, and it is said', () => {
    const many = Array.from({ length: 20 }, (_, n) => row(`r${n}`, 'LDN and more'))
    const found = find([loaded(many)], 'LDN zzzzqqqq ')
    expect(found.relaxed).toBe('nearest')
    expect(found.hits).toHaveLength(3)
    expect(found.facets).toMatchObject({ kind: { source: 3 }, design: {}, bundle: {} })
  })
})

describe('nothing found', () => {
  it('offers what comes nearest, however far', () => {
    expect(find(shards, 'fibremialgie ')).toMatchObject({ total: 0, suggestions: ['fibromyalgia'] })
    expect(find(shards, 'qqqqqqqq ').suggestions).toEqual([])
  })
})
