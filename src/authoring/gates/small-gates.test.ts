import { describe, expect, test } from 'vitest'
import { findingYamlSchema } from '../authored/evidence-yaml'
import { addressProblem } from './addresses'
import { checkExpiry, checkReview } from './freshness'
import { checkFindingRetraction } from './retraction'
import { sentencesOf, withoutQuotations } from './sentences'
import { figuresIn, figuresThatDiffer } from './translation'

describe('freshness', () => {
  const on = (today: string | null, allowExpired = false) => ({ today, allowExpired })
  const bundle = { reviewed: '2026-11-22', expires: '2027-11-22' }

  test.each<[string, string | null, boolean, string | null]>([
    ['without a day nothing is checked', null, false, null],
    ['61 days before', '2027-09-22', false, null],
    ['60 days before', '2027-09-23', false, 'EXPIRES_SOON'],
    ['on the last day', '2027-11-22', false, 'EXPIRES_SOON'],
    ['the day after', '2027-11-23', false, 'EXPIRED'],
    ['years after', '2031-01-01', false, 'EXPIRED'],
    ['the day after, allowed', '2027-11-23', true, 'STALE_BUT_ALLOWED'],
    ['on the last day, allowed', '2027-11-22', true, 'EXPIRES_SOON'],
  ])('of a bundle, %s', (_, today, allowed, code) => {
    expect(checkExpiry(bundle.expires, on(today, allowed))?.code ?? null).toBe(code)
  })

  test('of a page lasts as long as the bundle gives itself', () => {
    expect(checkReview('2026-11-22', bundle, on('2027-08-01'))).toBeNull()
    expect(checkReview('2026-06-01', bundle, on('2027-05-01'))).toEqual({
      code: 'REVIEW_DUE_SOON',
      detail: '2027-06-01, in 31 days',
    })
    expect(checkReview('2026-06-01', bundle, on('2027-06-02'))).toEqual({
      code: 'REVIEW_OVERDUE',
      detail: '2027-06-01, 1 day ago',
    })
    expect(checkReview('2026-06-01', bundle, on('2027-06-02', true))?.code).toBe('STALE_BUT_ALLOWED')
    expect(checkReview('2020-01-01', bundle, on(null))).toBeNull()
  })
})

describe('§11.4 a retracted source', () => {
  const known = {
    retractionOf: (source: string) => (source === 'bad' ? ('retracted' as const) : ('none known' as const)),
    sourceOf: (passage: string) => passage.split('-')[0] as never,
  }
  const codes = (fields: Record<string, unknown>, language = 'en'): string[] =>
    checkFindingRetraction(
      findingYamlSchema.parse({
        id: 'f',
        outcome: 'Pain',
        words: 'x',
        direction: 'unclear',
        certainty: 'very low',
        passages: ['bad-1'],
        ...fields,
      }),
      language,
      known,
    ).map(({ code }) => code)

  test('is no matter to a finding that does not rest on it', () => {
    expect(codes({ passages: ['good-1'], certainty: 'high' })).toEqual([])
  })
  test('may carry a finding of very low certainty whose doubt says so', () => {
    expect(codes({ doubt: 'The trial was retracted in 2025.' })).toEqual([])
    expect(codes({ doubt: 'Die Arbeit wurde zurückgezogen.' }, 'de')).toEqual([])
    expect(codes({ passages: ['bad-1', 'good-1'], certainty: 'low', doubt: 'One is withdrawn.' })).toEqual([])
  })
  test('may not go unsaid', () => {
    expect(codes({})).toEqual(['RETRACTED_NOT_SAID'])
    expect(codes({ doubt: 'The unit is not recorded.' })).toEqual(['RETRACTED_NOT_SAID'])
    expect(codes({ passages: ['good-1', 'bad-1'] })).toEqual(['RETRACTED_NOT_SAID'])
    expect(codes({ passages: ['good-1'], estimates: [{ measure: 'MD', value: 1, source: 'bad' }] })).toEqual([
      'RETRACTED_NOT_SAID',
    ])
  })
  test('may not carry certainty alone', () => {
    for (const certainty of ['high', 'moderate', 'low'])
      expect(codes({ certainty, doubt: 'Retracted.' })).toEqual(['RETRACTED_RATED_TOO_HIGH'])
    expect(codes({ certainty: 'low' })).toEqual(['RETRACTED_NOT_SAID', 'RETRACTED_RATED_TOO_HIGH'])
  })
})

describe('§4.9 an address of a reference', () => {
  test.each([undefined, 'https://pubmed.ncbi.nlm.nih.gov/1/', 'https://example.org/a?b=c#d'])(
    'passes: %s',
    (url) => {
      expect(addressProblem(url)).toBeNull()
    },
  )
  test.each([
    '',
    'pubmed.gov/1',
    'http://mdpi.com/1',
    'ftp://example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'https://a@example.org/',
    'https://pubmed.gov:x@example.org/',
    'https://example.org/a b',
    ' https://example.org/',
    'https://example.org/\u200Ba',
  ])('is refused: %s', (url) => {
    expect(addressProblem(url)).not.toBeNull()
  })
})

describe('the figures of two languages', () => {
  test.each<[string, string, string[]]>([
    ['4.5 mg once a day, 45 of 100', 'en', ['4.5 mg', '45', '100']],
    ['4,5 mg einmal am Tag, 45 von 100', 'de', ['4.5 mg', '45', '100']],
    ['4,5 Milligramm', 'de', ['4.5 mg']],
    ['4,5 miligramos', 'es', ['4.5 mg']],
    ['4,5 мг', 'ru', ['4.5 mg']],
    ['4,960 people', 'en', ['4960']],
    ['4.960 Menschen', 'de', ['4960']],
    ['4\u00A0960 personnes', 'fr', ['4960']],
    ['30 % und 30%', 'de', ['30 %']],
    ['30 por ciento', 'es', ['30 %']],
    ['2 micrograms', 'en', ['2 microgram']],
    ['2 Mikrogramm', 'de', ['2 microgram']],
    ['no number', 'en', []],
  ])('are read: %s', (text, language, figures) => {
    expect([...figuresIn(text, language)]).toEqual(figures)
  })

  const differ = (german: string) =>
    figuresThatDiffer({ text: 'Take 4.5 mg for 12 weeks.', language: 'en' }, { text: german, language: 'de' })
  test('agree, in whatever order and form', () => {
    expect(differ('12 Wochen lang 4,5 Milligramm (4,5 mg).')).toEqual({ missing: [], added: [] })
  })
  test.each<[string, string[], string[]]>([
    ['12 Wochen lang 45 mg.', ['4.5 mg'], ['45 mg']],
    ['12 Wochen lang 4,5 Mikrogramm.', ['4.5 mg'], ['4.5 microgram']],
    ['12 Wochen lang 4,5.', ['4.5 mg'], ['4.5']],
    ['4,5 mg.', ['12'], []],
    ['12 Wochen lang 4,5 mg, höchstens 6 mg.', [], ['6 mg']],
  ])('differ: %s', (german, missing, added) => {
    expect(differ(german)).toEqual({ missing, added })
  })
})

describe('sentences', () => {
  test('end at a stop before a capital, and not in numbers or shortenings', () => {
    expect(sentencesOf('It fell by 4.5 mg. Then (p = 0.05) it rose. 12 left!')).toEqual([
      'It fell by 4.5 mg.',
      'Then (p = 0.05) it rose.',
      '12 left!',
    ])
    expect(sentencesOf('Dr. Young saw cramps, e.g. Sunday vs. Monday.')).toHaveLength(1)
    expect(sentencesOf('  ')).toEqual([])
  })
  test('lose what is quoted, and keep what is said of it', () => {
    expect(withoutQuotations('It “cures” and "heals" Crohn’s; people’s gut')).toBe(
      'It “…” and “…” Crohn’s; people’s gut',
    )
  })
})
