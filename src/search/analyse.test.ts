import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexedTerms, terms, tokens, words } from './analyse'

describe('a text becomes these terms', () => {
  it.each([
    // compounds: their parts, and their joint
    ['anti-TNF', 'anti tnf antitnf'],
    ['antiTNF', 'anti tnf antitnf'],
    ['anti\u2010TNF', 'anti tnf antitnf'],
    ['COVID-19', 'covid 19 covid19'],
    ['pain/function', 'pain function painfunct'],
    ['anti-TNF-α', 'anti tnf alpha antitnfalpha antitnf tnfalpha'],
    ['pain — function', 'pain function'],
    ['a/b/c/d/e/f', 'b c d e f ab bc cd de ef'],
    // Greek letters by name
    ['TNF-α', 'tnf alpha tnfalpha'],
    ['TNFα', 'tnf alpha tnfalpha'],
    ['β-endorphin', 'beta endorphin betaendorphin'],
    ['μ-opioid', 'mu opioid muopioid'],
    ['µ-opioid', 'mu opioid muopioid'],
    ['αλφα', 'αλφα'],
    // one spelling
    ['Sjögren', 'sjogren'],
    ['SJO\u0308GREN', 'sjogren'],
    ['Guillain-Barré', 'guillain barr guillainbarr'],
    ['Straße', 'strass'],
    ['ﬁbromyalgia', 'fibromyalgia'],
    ['fibro\u00admyalgia', 'fibromyalgia'],
    ['ｌｄｎ', 'ldn'],
    ['CO₂ CO2', 'co2 co2'],
    ['pain¹²', 'pain'],
    // apostrophes
    ["Crohn's Crohn’s Crohns", 'crohn crohn crohn'],
    ['don’t O’Neil', 'oneil'],
    // stems, and what has none
    ['studies study studied', 'studi studi studi'],
    ['naltrexone', 'naltrexon'],
    ['CRP CRPS crps', 'crp crps crps'],
    ['RCT RCTs SSRIs', 'rct rct ssri'],
    ['HbA1c B12 5-HT3', 'hba1c b12 5 ht3 5ht3'],
    ['M79.7 K50.9', 'm79.7 k50.9'],
    // stop words
    ['what is it and who', ''],
    ['no, not low; may', 'no not low mai'],
    ['IT baclofen OR 2', 'it baclofen or 2'],
    ['it is for IT', 'it'],
    ['WHAT IS IT ALL FOR NOW', 'all now'],
    ['vitamin A, hepatitis a, phase I', 'vitamin a hepat a phase i'],
    ['A trial, a dose, I', 'trial dose'],
    // scripts without spaces: pairs of letters
    ['低用量', '低用 用量 量'],
    ['痛', '痛'],
    ['LDN療法', 'ldn 療法 法'],
    ['ナルト', 'ナル ルト ト'],
    ['ﾅﾙﾄ', 'ナル ルト ト'],
    // other scripts
    ['боль Йод', 'боль иод'],
    ['통증', '통증'],
    ['ألم', 'الم'],
    ['दर्द', 'दर्द'],
    // nothing
    ['', ''],
    [' … — !', ''],
    ['\u00ad\u200b', ''],
  ])('%j', (text, expected) => {
    expect(terms(text).join(' ')).toBe(expected)
  })

  it('names of objects are words like others', () => {
    expect(terms('constructor __proto__ toString')).toEqual(['constructor', 'proto', 'tostr'])
  })

  it('a term of any length is cut, and not within a letter', () => {
    expect(terms('x'.repeat(10_000))[0]).toHaveLength(64)
    expect(terms('𝒳'.repeat(10_000))[0]?.isWellFormed()).toBe(true)
    expect(terms(`x${'\u{20000}'.repeat(100)}`).every((term) => term.isWellFormed())).toBe(true)
  })
})

describe('stop words', () => {
  it.each([
    ['how it works', ['work', '~how', '~it']],
    ['Back-to-back trials', ['back', 'back', 'backtoback', 'backto', 'toback', '~to', 'trial']],
    ['intrathecal (IT) drugs', ['intrathec', 'it', 'drug']],
    ['pain AND dreams', ['pain', '~and', 'dream']],
  ])('of %j are in the index, apart from its other words', (text, expected) => {
    expect(indexedTerms(text).toSorted()).toEqual(expected.toSorted())
  })
})

describe('numbers and units', () => {
  it.each([
    ['4.5mg', '4.5 mg 4.5mg'],
    ['4.5 mg', '4.5 mg 4.5mg'],
    ['4.5-mg', '4.5 mg 4.5mg'],
    ['4.50 mg', '4.5 mg 4.5mg'],
    ['4·5 mg', '4.5 mg 4.5mg'],
    ['4,5 mg', '4.5 mg 4.5mg'],
    ['4.5 milligrams', '4.5 mg 4.5mg'],
    ['.5 mg', '0.5 mg 0.5mg'],
    ['0,125 mg', '0.125 mg 0.125mg'],
    ['1,000 mg', '1000 mg 1000mg'],
    ['10µg', '10 mcg 10mcg'],
    ['10 μg', '10 mcg 10mcg'],
    ['10 ug', '10 mcg 10mcg'],
    ['10 micrograms', '10 mcg 10mcg'],
    ['micrograms', 'mcg'],
    ['5 g, 5 kg', '5 g 5g 5 kg 5kg'],
    ['1,000 IU', '1000 iu 1000iu'],
    ['95%', '95 95%'],
    ['95 percent', '95 95%'],
    ['%', ''],
    // divided by a measure it is another unit, divided by time it is not
    ['5 mg/kg', '5 mg 5mg/kg'],
    ['5 mg/day', '5 mg 5mg dai'],
    ['5 mg/d', '5 mg 5mg dai'],
    ['5 mg/kg/day', '5 mg 5mg/kg dai'],
    ['3 ng/mL', '3 ng 3ng/ml'],
    // both ends of a range have the unit
    ['4.5–6 mg', '4.5 4.5mg 6 mg 6mg'],
    ['4.5 to 6 mg', '4.5 4.5mg 6 mg 6mg'],
    ['3 or 4.5 mg', '3 3mg 4.5 mg 4.5mg'],
    ['on day 3, 4.5 mg', 'dai 3 4.5 mg 4.5mg'],
    // spans of time are spelled out, and stay apart from their number
    ['12wk', '12 week 12wk'],
    ['12 wks', '12 week'],
    ['12 weeks', '12 week'],
    ['12-week', '12 week 12week'],
    ['3 months', '3 month'],
    // numbers alone
    ['p < .05', 'p 0.05'],
    ['2026-11-22', '2026 11 22'],
    ['120/80', '120 80'],
    ['1.2.3', '1.2.3'],
    ['3,4', '3 4'],
    ['4.5.', '4.5'],
    // what only looks like a unit
    ['hepatitis G', 'hepat g'],
    ['Gram stain', 'gram stain'],
    ['type 2 gastric', 'type 2 gastric'],
  ])('%j', (text, expected) => {
    expect(terms(text).join(' ')).toBe(expected)
  })

  it('never make equal what is of different units', () => {
    const doses = [
      '4.5 mg',
      '4.5 mcg',
      '4.5 g',
      '4.5 ml',
      '4.5 mg/kg',
      '4.5 IU',
      '4.5%',
      '45 mg',
      '0.45 mg',
      '4500 mcg',
    ]
    const wholes = doses.map((dose) =>
      words(dose)
        .flatMap(({ joints }) => joints.map(({ term }) => term))
        .join(),
    )
    expect(new Set(wholes).size).toBe(doses.length)
  })
})

describe('the place of a term', () => {
  it.each([
    ['Low-dose naltrexone', 'lowdos', 'Low-dose'],
    ['Low-dose naltrexone', 'naltrexon', 'naltrexone'],
    ['take 4.5 mg daily', '4.5mg', '4.5 mg'],
    ['take 5 mg/kg daily', '5mg/kg', '5 mg/kg'],
    ['4.5–6 mg', '4.5mg', '4.5'],
    ['in Crohn’s disease', 'crohn', 'Crohn’s'],
    ['TNFα levels', 'alpha', 'α'],
    ['低用量', '用量', '用量'],
    ['𝒳 pain 𝒳', 'pain', 'pain'],
  ])('in %j of %s is %j', (text, term, place) => {
    const token = tokens(text).find((each) => each.term === term)
    expect(text.slice(token?.start, token?.end)).toBe(place)
  })

  it('is within the text, never empty, and in the order of words, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const places = tokens(text)
        for (const { term, start, end } of places) {
          expect(term).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        const starts = words(text).map(({ start }) => start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never begins or ends within a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end } of tokens(text)) expect(text.slice(start, end).isWellFormed()).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

it('a text says the same however Unicode writes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aöéüñçåẞσςй ÄŐ-4.5mg') }), (text) => {
      expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')))
    }),
    { numRuns: 2_000 },
  )
})

it('a long text without a boundary takes no longer than its length', () => {
  for (const unit of [
    'a',
    'a-',
    '1,',
    '4.5 ',
    'α',
    '痛',
    "'",
    'aB',
    '1 to ',
    '%',
    '.5',
    '\u0301',
    'a\u0301',
  ]) {
    expect(() => tokens(unit.repeat(20_000))).not.toThrow()
  }
  const many = 200_000
  for (const text of [`${'a'.repeat(many)}9`, `1.${'0'.repeat(many)}1`, `${'0'.repeat(many)}1.0`])
    expect(tokens(text)).toHaveLength(1)
})

/** Texts of all kinds, among them such as the analyser has rules for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ..."aAbB 4.5,·mgµμ/-–’'%αβκ痛の\u0e01\u0e34\u0301\u00ad\ud83d\ude00\ud800",
      ' to ',
      'mg',
      'IT ',
    ),
  }),
)
