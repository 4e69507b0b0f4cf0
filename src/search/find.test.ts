import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { find } from './find'
import { marksIn } from './marks'
import { Synonyms } from './synonyms'
import { idsOf, library, loaded, ofKind, row } from './test-rows'

const shards = [loaded(library)]
const ids = (query: string): string[] => idsOf(find(shards, query).hits)
const marked = (text: string, query: string): string[] =>
  marksIn(text, query).map(({ start, end }) => text.slice(start, end))

describe('a search finds', () => {
  it.each([
    ['fibromyalgia ', ['fibromyalgia', 'fm-pain']],
    ['FIBROMYALGIA ', ['fibromyalgia', 'fm-pain']],
    ['FMS ', ['fibromyalgia']],
    ['M79.7 ', ['fibromyalgia']],
    ['crohns ', ['crohns']],
    ["Crohn's disease ", ['crohns']],
    ['dream ', ['fm-dreams']],
    ['28.8% ', ['younger2013']],
    ['28.8 ', ['younger2013']],
    ['pain fibromyalgia ', ['fm-pain']],
    ['low dose ', ['fibromyalgia']],
    ['lowdose ', ['fibromyalgia']],
    ['what about codeine', ['easy']],
  ])('with %j: %j', (query, expected) => {
    expect(ids(query)).toEqual(expected)
    expect(find(shards, query).relaxed).toBe('none')
  })

  it.each(['anti-TNF ', 'antiTNF ', 'anti TNF ', 'antitnf ', 'ANTI-TNF '])(
    'both ways to write it with %j',
    (query) => {
      expect(ids(query).toSorted()).toEqual(['c07', 'parker2018'])
    },
  )

  it.each(['4.5mg ', '4.5 mg ', '4.5 mg', '4·5 mg ', '4.50 milligrams ', '4,5 mg'])(
    'a dose, and not the same number of another unit, with %j',
    (query) => {
      expect(ids(query).toSorted()).toEqual(['fm-dreams', 'younger2013'])
    },
  )

  it.each(['4.5 micrograms ', '4.5mcg', '4.5 µg '])('the other unit with %j', (query) => {
    expect(ids(query)).toEqual(['mouse1994'])
  })

  it('never a dose for another, not even when there is nothing else', () => {
    for (const query of ['45 mg ', '4.5 g ', '4.5 mg/kg ', '0.45 mg', '4.6mg ']) {
      expect(find(shards, query).total, query).toBe(0)
    }
  })
})

describe('a search as you type', () => {
  it.each(['fi', 'fib', 'fibromy', 'fibromyalgi', 'fibromyalgia'])('knows the word from %j on', (query) => {
    expect(ids(query)).toContain('fibromyalgia')
  })

  it('finds at each letter of a word whose stem is shorter', () => {
    const one = [loaded([row('a', 'Inflammation of the gut and other studies')])]
    for (const whole of ['inflammation', 'studies']) {
      for (let length = 2; length <= whole.length; length++) {
        const found = find(one, whole.slice(0, length))
        expect(found.total, whole.slice(0, length)).toBe(1)
        expect(found.relaxed).toBe('none')
      }
    }
  })

  it('takes a known word for a beginning only where it is last, and only until a space follows', () => {
    const one = [loaded([row('a', 'iron in the blood'), row('b', 'ironwood in the garden')])]
    expect(idsOf(find(one, 'in garden iron').hits)).toEqual(['b'])
    expect(find(one, 'iron garden ').relaxed).not.toBe('none')
    expect(find(one, 'garden iron ').relaxed).not.toBe('none')
  })

  it('takes a word that is not known for a beginning before it takes it for a slip', () => {
    const one = [
      loaded([
        ...[1, 2, 3].map((n) => row(`fm${n}`, 'fibromyalgia and pain')),
        row('alopecia', 'frontal fibrosis, no pain'),
      ]),
    ]
    const found = find(one, 'fibro pain ')
    expect(idsOf(found.hits)[0]).toBe('fm1')
    expect(found.relaxed).toBe('none')
    expect(find(one, 'fib pain ').relaxed).not.toBe('none')
  })

  it('puts the word itself before words that begin with it', () => {
    const one = [loaded([row('b', 'painting and painters at work'), row('a', 'pain and painters at work')])]
    expect(idsOf(find(one, 'pain').hits)).toEqual(['a', 'b'])
  })
})

describe('a slip in the spelling', () => {
  it.each([
    ['naltrexnoe ', 'naltrexone '],
    ['naltraxone ', 'naltrexone '],
    ['fibromialgia ', 'fibromyalgia '],
    ['fibromialg', 'fibromyalgia'],
    ['placbo ', 'placebo '],
    ['codiene', 'codeine'],
  ])('%j is taken for %j, and said', (query, asked) => {
    const found = find(shards, query)
    expect(found.relaxed).toBe('spelling')
    expect(found.asked.trim()).toBe(asked.trim())
    expect(found.suggestions).toContain(found.asked)
    expect(idsOf(found.hits)).toEqual(idsOf(find(shards, asked).hits))
  })

  it('is not looked for in a word that the index knows', () => {
    expect(ids('naloxone ')).toEqual(['naloxone'])
    expect(find(shards, 'naloxone ').suggestions).toEqual([])
  })

  it('never stands above the right spelling', () => {
    const one = [
      loaded([
        row('near', 'naltrexone naltrexone naltrexone'),
        row('exact', 'once naltraxone in a long text'),
      ]),
    ]
    expect(idsOf(find(one, 'naltraxone ').hits)).toEqual(['exact'])
  })

  it('is not looked for in an abbreviation, and is in a word typed with the wrong key held down', () => {
    const one = [loaded([row('a', 'Mice were given placebo')])]
    expect(find(one, 'NICE ').total).toBe(0)
    expect(find(one, 'NICE ').suggestions).toEqual([])
    expect(find(one, 'nice ').asked).toBe('mice ')
    expect(find(one, 'PLACBO ').asked).toBe('placebo ')
  })

  it('of a half-typed word is not looked for in its stem', () => {
    const one = [loaded([row('a', 'kidneys'), row('b', 'chronic')])]
    for (const query of ['kids', 'kids ']) expect(find(one, query).total, query).toBe(0)
    expect(find(one, 'kidnys').asked).toBe('kidneys')
  })

  it('may be a letter that stands two places from its own, also where the ending is left', () => {
    const one = [loaded([row('a', 'Crohn’s disease'), row('b', 'chronic pain')])]
    for (const query of ['chrons ', 'chron’s', "chron's "])
      expect(idsOf(find(one, query).hits), query).toEqual(['a'])
    expect(idsOf(find(one, 'chron').hits)).toEqual(['b'])
  })

  it('is suggested only where most of the letters agree', () => {
    const one = [loaded([row('a', 'pulpous buprenorphine popular')])]
    expect(find(one, 'lupus ').suggestions).toEqual([])
  })

  it.each(['4.6', 'M79.8 ', 'mnx ', 'K50 '])('is not looked for in %j', (query) => {
    expect(find(shards, query).relaxed).not.toBe('spelling')
    expect(find(shards, query).suggestions).toEqual([])
  })

  it('is mended in one way, the likeliest, and the others are suggested', () => {
    const rows = [row('a', 'naltrexone'), row('b', 'naltrexone'), row('c', 'naltrexole')]
    const found = find([loaded(rows)], 'naltrexoe ')
    expect(idsOf(found.hits)).toEqual(['a', 'b'])
    expect(found.suggestions).toEqual(['naltrexone ', 'naltrexole '])
  })

  it('in a sentence is mended in long words only', () => {
    const found = find(shards, 'do many peple with fibromialgia have dreeams ')
    expect(found.asked).toBe('do many peple with fibromyalgia have dreeams ')
    expect(find(shards, 'naltrexone plaicebo pain dreams ').asked).toBe('naltrexone placebo pain dreams ')
  })

  it('in one of two words leaves the other as it is', () => {
    const found = find(shards, 'vivid dreems')
    expect(found.asked).toBe('vivid dreams')
    expect(idsOf(found.hits)).toEqual(['fm-dreams'])
  })
})

describe('a name with a slip in it', () => {
  const of = (condition: string) => row(condition, 'Pain', { title: 'Fibromyalgia', conditions: [condition] })
  const rows = [of('another'), of('fibromyalgia')]
  const synonyms = new Synonyms([{ names: ['Fibromyalgia', 'FMS'], condition: 'fibromyalgia' }])

  it('is the name, once it is mended', () => {
    const found = find([loaded(rows)], 'fibromyalga ', { synonyms })
    expect(found.hits[0]?.row.id).toBe('fibromyalgia')
    expect(found.relaxed).toBe('spelling')
    expect(found.asked).toBe('fibromyalgia ')
    expect(found.suggestions).toEqual(['fibromyalgia '])
  })
})

describe('several words', () => {
  it('up to three are all required', () => {
    const found = find(shards, 'naltrexone placebo dreams ', { filters: { kind: ['finding'] } })
    expect(idsOf(found.hits)).toEqual(['fm-dreams'])
    expect(found.lacking).toEqual([])
    expect(ids('naltrexone dreams ')).toEqual(['fm-dreams'])
  })

  it('but one will do for a kind that has nothing with all three, and it is said of which kinds', () => {
    const found = find(shards, 'naltrexone placebo dreams ')
    expect(idsOf(found.hits)).toEqual(['fm-dreams', 'younger2013'])
    expect(found.lacking).toEqual(['source'])
    expect(found.relaxed).toBe('none')
    const narrowed = find(shards, 'naltrexone placebo dreams in:sources ')
    expect(idsOf(narrowed.hits)).toEqual(['younger2013'])
    expect(narrowed.lacking).toEqual(['source'])
  })

  it.each(['"vivid dreams" naltrexone placebo ', 'naltrexone placebo dreams -women '])(
    'but one will not do where the rest is in quotes or unwanted: %j',
    (query) => {
      expect(ids(query)).not.toContain('younger2013')
    },
  )

  it('but one will not do where the rest is in quotes, though it stands nowhere so', () => {
    const rows = [row('one', 'vivid placebo'), ofKind('claim', 'all', 'placebo, vivid, of dreams')]
    const others = Array.from({ length: 9 }, (_, n) => row(`other${n}`, 'sleep'))
    const found = find([loaded([...rows, ...others])], '"dreams vivid" placebo ')
    expect(idsOf(found.hits)).toEqual(['all'])
    expect(found.relaxed).toBe('phrase')
    expect(found.lacking).toEqual([])
  })

  it('but one will not do where that one is all that tells something', () => {
    const common = [1, 2, 3, 4].map((n) => row(`r${n}`, 'naltrexone and placebo'))
    const all = [loaded([...common, ofKind('claim', 'c', 'naltrexone, placebo and dreams')])]
    const found = find(all, 'naltrexone placebo dreams ')
    expect(idsOf(found.hits)).toEqual(['c'])
    expect(found.lacking).toEqual([])
  })

  it('that stand nowhere together find rows with some, and it is said', () => {
    const found = find(shards, 'dreams codeine ')
    expect(found.relaxed).toBe('some words')
    expect(idsOf(found.hits)).toEqual(['fm-dreams', 'easy'])
  })

  it('one of them unknown find rows with the others, and it is said', () => {
    const found = find(shards, 'dreams xyzzyq ')
    expect(found.relaxed).toBe('some words')
    expect(idsOf(found.hits)).toEqual(['fm-dreams'])
  })

  it('joined by a slash find rows with either', () => {
    const found = find(shards, 'dreams/codeine ')
    expect(found.relaxed).toBe('some words')
    expect(idsOf(found.hits)).toEqual(['fm-dreams', 'easy'])
  })

  it('more than three are ranked by those that are rare', () => {
    const found = find(shards, 'does naltrexone or placebo give people more vivid dreams at night?')
    expect(idsOf(found.hits)[0]).toBe('fm-dreams')
    expect(found.relaxed).toBe('none')
    expect(found.total).toBeLessThan(library.length)
  })

  it('said over and over find nothing else, and count for more beside others', () => {
    const once = find(shards, 'dreams ')
    expect(idsOf(find(shards, 'dreams dreams dreams dreams ').hits)).toEqual(idsOf(once.hits))
    const two = [loaded([row('a', 'dreams at night'), row('b', 'codeine at night')])]
    const best = (query: string): string | undefined =>
      idsOf(find(two, query, { thorough: true }).hits.toSorted((x, y) => y.score - x.score))[0]
    expect(best('dreams codeine codeine ')).toBe('b')
    expect(best('codeine dreams dreams ')).toBe('a')
  })

  it('of which one has no end find what the others find', () => {
    expect(idsOf(find(shards, `dreams ${'alphabet'.repeat(700)} `).hits)).toEqual(['fm-dreams'])
    expect(find(shards, 'alphabet'.repeat(700)).suggestions).toEqual([])
  })

  it('as many as a page has are all read', () => {
    const page = Array.from(
      { length: 120 },
      (_, n) => `word${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
    )
    const last = row('last', page.slice(60).join(' '))
    const found = find([loaded([row('other', 'dreams at night'), last])], `${page.join(' ')} `)
    expect(idsOf(found.hits)).toEqual(['last'])
  })

  it('as many as a page has are required where they stand in quotes', () => {
    const page = Array.from(
      { length: 60 },
      (_, n) => `common${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
    )
    const rows = [row('a', page.join(' ')), row('b', `${page.join(' ')} vivid dreams`)]
    expect(idsOf(find([loaded(rows)], `${page.join(' ')} "vivid dreams" `).hits)).toEqual(['b'])
  })

  it('of which few will do are all a thorough search asks for', () => {
    const few = [
      loaded([row('both', 'dreams and codeine'), row('one', 'dreams and sleep'), row('none', 'remission')]),
    ]
    expect(idsOf(find(few, 'dreams codeine ').hits)).toEqual(['both'])
    expect(idsOf(find(few, 'dreams codeine ', { thorough: true }).hits)).toEqual(['both', 'one'])
  })

  it('that are stop words tell short questions apart in a thorough search, and nowhere else', () => {
    const questions = [
      loaded([
        row('why', 'Why would dreams and codeine matter?', { title: '' }),
        row('how', 'How do dreams and codeine matter?', { title: '' }),
      ]),
    ]
    const best = (query: string): string | undefined =>
      idsOf(find(questions, query, { thorough: true }).hits.toSorted((x, y) => y.score - x.score))[0]
    expect(best('how do dreams matter ')).toBe('how')
    expect(best('why would dreams matter ')).toBe('why')
    expect(best('how do you ')).toBe('how')
    expect(find(questions, 'how do you ').total).toBe(0)
    const many = 'sleep pain weeks trial placebo remission children'
    const withMany = find(questions, `how ${many} `, { thorough: true })
    expect(withMany.total).toBe(0)
  })

  it('that are stop words are neither completed nor taken for a slip', () => {
    const one = [loaded([row('a', 'There would be dreams with codeine')])]
    for (const query of ['the', 'wit', 'thera ', 'woould ', '~with', '~w'])
      expect(find(one, query).total, query).toBe(0)
  })

  it('in quotes are words like others to a thorough search', () => {
    const quoted = [loaded([row('apart', 'dreams that are vivid'), row('other', 'a "surge" of sleep')])]
    expect(idsOf(find(quoted, 'vivid dreams "surge" ').hits)).toEqual(['other'])
    const found = find(quoted, 'vivid dreams "surge" ', { thorough: true })
    expect(idsOf(found.hits)).toEqual(['apart', 'other'])
  })

  it('leave no kind a share in a thorough search: the best are handed out, whatever they are', () => {
    const mixed = [
      loaded([
        ...['dreams', 'dreams dreams', 'dreams dreams dreams'].map((text, n) => row(`source-${n}`, text)),
        { ...row('claim', `dreams ${'of other things '.repeat(9)}`), kind: 'claim' as const },
      ]),
    ]
    const kinds = (thorough: boolean) =>
      find(mixed, 'dreams ', { thorough, limit: 2 }).hits.map(({ row: { kind } }) => kind)
    expect(new Set(kinds(false)).size).toBe(2)
    expect(new Set(kinds(true)).size).toBe(1)
  })
})

describe('nothing is found', () => {
  it.each(['', ' ', '?!', '…', 'the', 'what is it', 'xyzzyq', '\u00ad', '\ud800'])('for %j', (query) => {
    const found = find(shards, query)
    expect(found.hits).toEqual([])
    expect(found.total).toBe(0)
    expect(found.relaxed).toBe('none')
    expect(found.asked).toBe(query)
  })

  it('where there is nothing', () => {
    expect(find([], 'pain').total).toBe(0)
    expect(find([loaded([])], 'pain').total).toBe(0)
  })
})

describe('what is found', () => {
  it('comes kind by kind, with how many there are of each', () => {
    const found = find(shards, 'naltrexone ')
    const kinds = found.hits.map((hit) => hit.row.kind)
    const places = kinds.map((kind) => kinds.indexOf(kind))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(found.counts).toEqual({
      ...{ condition: 1, statement: 0, finding: 1, claim: 0, regimen: 0 },
      ...{ source: 3, copy: 0, handout: 0, term: 0, resource: 0 },
    })
    expect(found.total).toBe(5)
  })

  it('can be limited to kinds', () => {
    const found = find(shards, 'naltrexone ', { filters: { kind: ['finding', 'claim'] } })
    expect(idsOf(found.hits)).toEqual(['fm-dreams'])
    expect(found.total).toBe(1)
  })

  it('can be limited in number, and each kind keeps its share', () => {
    const many = [
      ...Array.from({ length: 40 }, (_, n) => ofKind('source', `s${n}`, 'pain pain pain')),
      ofKind('condition', 'c', 'some pain among many other words that nobody asked for'),
    ]
    const found = find([loaded(many)], 'pain', { limit: 10 })
    expect(found.hits).toHaveLength(10)
    expect(idsOf(found.hits)).toContain('c')
    expect(found.total).toBe(41)
    expect(found.counts.source).toBe(40)
    expect(find([loaded(many)], 'pain', { limit: 0 }).hits).toEqual([])
  })

  it('is ranked alike however the rows are dealt to shards', () => {
    const rows = Array.from({ length: 60 }, (_, n) =>
      row(
        `r${n}`,
        `${n % 7 === 0 ? 'dreams ' : ''}${n % 2 === 0 ? 'pain ' : ''}${'word '.repeat(n % 5)}naltrexone`,
      ),
    )
    const whole = find([loaded(rows)], 'dreams pain naltrexone night sleep')
    const dealt = find(
      [loaded(rows.slice(0, 9)), loaded(rows.slice(9))],
      'dreams pain naltrexone night sleep',
    )
    expect(dealt.total).toBe(whole.total)
    const best = (found: typeof whole): string[] => idsOf(found.hits).slice(0, 5).toSorted()
    expect(best(dealt)).toEqual(best(whole))
  })

  it('shows in title and excerpt what was asked for', () => {
    const [hit] = find(shards, 'fibromy').hits
    expect(hit?.titleSegments).toEqual([{ text: 'Fibromyalgia', marked: true }])
    const [dose] = find(shards, '4.5mg', { filters: { kind: ['finding'] } }).hits
    expect(dose?.excerpt.filter((part) => part.marked)).toEqual([{ text: '4.5 mg', marked: true }])
  })

  it('does not say twice in the excerpt what the title says, unless that is all there is', () => {
    const claim = (text: string): string | undefined =>
      find([loaded([row('c36', text, { kind: 'claim', title: 'LDN heals.' })])], 'heals')
        .hits[0]?.excerpt.map((part) => part.text)
        .join('')
    expect(claim('LDN heals. No trial was found.')).toBe('No trial was found.')
    expect(claim('LDN heals.')).toBe('LDN heals.')
    expect(claim('LDN heals.Not so.')).toBe('LDN heals.Not so.')
    expect(claim('That LDN heals. is said.')).toBe('That LDN heals. is said.')
  })

  it('keeps the subject of a sentence that begins as the title of a finding does', () => {
    const finding = row('f', 'Vivid dreams may be frequent.', { kind: 'finding', title: 'Vivid dreams' })
    const [hit] = find([loaded([finding])], 'frequent').hits
    expect(hit?.excerpt.map((part) => part.text).join('')).toBe('Vivid dreams may be frequent.')
  })

  it('shows a mended spelling too', () => {
    const [hit] = find(shards, 'dreems ', { filters: { kind: ['finding'] } }).hits
    expect(hit?.excerpt.filter((part) => part.marked).map(({ text }) => text)).toEqual(['dreams'])
  })

  it('can be sent to another thread', () => {
    const found = find(shards, 'naltrexone')
    expect(structuredClone(found)).toEqual(found)
  })
})

describe('marks in a document', () => {
  it.each([
    ['Pain fell; painful days did too.', 'pain ', ['Pain', 'painful']],
    ['Doses of 4.5 mg, 4.5 mcg and 45 mg.', '4.5mg', ['4.5 mg']],
    ['An anti-TNF drug, antiTNF.', 'anti-TNF', ['anti-TNF', 'antiTNF']],
    ['Crohn’s disease', "crohn's ", ['Crohn’s']],
    ['TNFα and TNF-α', 'tnf alpha', ['TNFα', 'TNF', 'α']],
    ['Inflammation', 'inflammatio', ['Inflammation']],
    ['nothing of it', 'the of', []],
    ['anything', '', []],
    ['低用量ナルトレキソン', '用量', ['用量']],
  ])('of %j for %j are %j', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('are within the text, in order and apart, whatever text and query', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aA pin-4.5mgα痛\u0301', 'pain ') }),
    )
    fc.assert(
      fc.property(text, text, (all, query) => {
        let last = -1
        for (const { start, end } of marksIn(all, query)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(all.length)
          last = end
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('10,000 rows', { timeout: 60_000 }, () => {
  const pool =
    'naltrexone placebo pain trial weeks 4.5 mg fibromyalgia Crohn’s remission dreams anti-TNF TNF-α 痛み'.split(
      ' ',
    )
  const rows = Array.from({ length: 10_000 }, (_, n) =>
    row(
      `r${n}`,
      Array.from({ length: 12 }, (_, at) => pool[(n * 7 + at * at * (n % 11)) % pool.length] ?? '').join(' '),
    ),
  )
  const large = [loaded(rows.slice(0, 4_000)), loaded(rows.slice(4_000, 8_000)), loaded(rows.slice(8_000))]

  it('are searched with any text, and nothing breaks', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom(...pool, '-', '/', '"', '*', '__proto__', 'constructor'), { maxLength: 12 })
        .map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(query, (text) => {
        const { hits, total, counts } = find(large, text, { limit: 20 })
        expect(hits.length).toBeLessThanOrEqual(Math.min(20, total))
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total)
        const scores = hits.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }),
      { numRuns: 300 },
    )
  })
})
