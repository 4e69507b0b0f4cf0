import { describe, expect, it } from 'vitest'
import { daySchema, estimateSchema, evidenceSummarySchema, findingSchema, groupSchema } from './evidence'
import { findingData, summaryData } from './test-content'

const isFinding = (change: object): boolean =>
  findingSchema.safeParse({ ...findingData('fm-pain', 'p1'), ...change }).success
const isEstimate = (change: object): boolean =>
  estimateSchema.safeParse({ measure: 'MD', value: -0.5, ...change }).success

describe('§4.7 a day', () => {
  it.each(['2026-11-22', '2024-02-29', '0001-01-01'])('may be %s', (day) => {
    expect(daySchema.safeParse(day).success).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '22.11.2026',
    '2026-11',
    '2026',
    '26-11-22',
    '2026-11-22T00:00:00Z',
    ' 2026-11-22',
    '',
    20261122,
    null,
  ])('may not be %j', (day) => expect(daySchema.safeParse(day).success).toBe(false))
})

describe('§9.4 §9.8 a finding', () => {
  it.each([
    ['one that rests on a passage', {}],
    [
      'one that says that no evidence was found',
      { passages: [], certainty: 'none', noEvidence: { searched: '2026-11-22', how: 'PubMed' } },
    ],
    ['counts', { studies: 1, participants: 31, countsNote: '4 to 8 trials' }],
    [
      'a reason that took nothing off',
      { reasons: [{ domain: 'imprecision', levels: 0, why: 'Narrow interval.' }] },
    ],
    [
      'arms',
      { groups: [{ label: 'LDN', participants: 31, events: 10, percent: 32.3, result: '28.8% fall' }] },
    ],
  ])('may be or have %s', (_what, change) => expect(isFinding(change)).toBe(true))

  it.each([
    ['no id', { id: undefined }],
    ['an id that is no id', { id: 'fm/pain' }],
    ['no outcome', { outcome: '' }],
    ['no words', { words: '' }],
    ['no direction', { direction: undefined }],
    ['a direction of its own', { direction: 'good' }],
    ['no certainty', { certainty: undefined }],
    ['a certainty that GRADE does not know', { certainty: 'strong' }],
    ['half a study', { studies: 1.5 }],
    ['fewer than no participants', { participants: -1 }],
    ['participants in words', { participants: '31' }],
    ['no list of passages', { passages: undefined }],
    ['a passage without its source', { passages: [{ id: 'p1' }] }],
    ['a passage by its id alone', { passages: ['p1'] }],
    ['a reason of a sixth domain', { reasons: [{ domain: 'funding', levels: 1, why: 'x' }] }],
    ['a reason without why', { reasons: [{ domain: 'imprecision', levels: 1, why: '' }] }],
    ['a reason that takes four levels', { reasons: [{ domain: 'imprecision', levels: 4, why: 'x' }] }],
    ['a reason that gives a level', { reasons: [{ domain: 'imprecision', levels: -1, why: 'x' }] }],
    ['a side that is none', { favours: 'left' }],
    ['"no evidence" without a day', { noEvidence: { how: 'PubMed' } }],
    ['"no evidence" without saying how', { noEvidence: { searched: '2026-11-22', how: '' } }],
    ['"no evidence" as a plain yes', { noEvidence: true }],
  ])('is refused with %s', (_what, change) => expect(isFinding(change)).toBe(false))
})

describe('§9.5 an estimate', () => {
  it.each([
    ['an interval of a level', { interval: { level: 90, low: -1, high: 0 } }],
    ['whose figure it is', { label: 'Vatvani 2024', source: 'vatvani2024', recomputed: true }],
    ['a unit', { unit: 'points of 10' }],
  ])('may have %s', (_what, change) => expect(isEstimate(change)).toBe(true))

  it('§9.5 has an interval of 95% when it names no level', () => {
    const read = estimateSchema.parse({ measure: 'RR', value: 1, interval: { low: 0.5, high: 2 } })
    expect(read.interval?.level).toBe(95)
  })

  it.each([
    ['no value', { value: undefined }],
    ['a value in words', { value: '0.5' }],
    ['a value that is no number', { value: Number.NaN }],
    ['a value without end', { value: Number.POSITIVE_INFINITY }],
    ['a measure that is not in the list', { measure: 'NNT' }],
    ['an interval with one end', { interval: { low: 1 } }],
    ['an interval as text', { interval: '0.5 to 2' }],
    ['an interval of 100%', { interval: { level: 100, low: 1, high: 2 } }],
    ['an interval of 40%', { interval: { level: 40, low: 1, high: 2 } }],
    ['a source that is no id', { source: 'Vatvani 2024' }],
  ])('is refused with %s', (_what, change) => expect(isEstimate(change)).toBe(false))

  it.each(['0.27', '.05', '<0.001', '>.99', '1', '1.0', '<1'])('§9.6 may print p as %s', (p) => {
    expect(isEstimate({ p })).toBe(true)
  })

  it.each(['', '0', 'NS', 'p=0.05', '= 0.05', '< 0.05', '0,05', '2', '1.5', '-0.1', '00.1', '0.05*', 0.05])(
    '§9.6 may not print p as %j',
    (p) => expect(isEstimate({ p })).toBe(false),
  )
})

describe('§9.7 one arm of a comparison', () => {
  it.each([
    ['no label', { label: '' }],
    ['more than all', { label: 'LDN', percent: 100.1 }],
    ['less than none', { label: 'LDN', percent: -1 }],
    ['half an event', { label: 'LDN', events: 0.5 }],
    ['fewer than no participants', { label: 'LDN', participants: -31 }],
  ])('is refused with %s', (_what, group) => expect(groupSchema.safeParse(group).success).toBe(false))
})

describe('§9.1 an evidence summary', () => {
  const isSummary = (change: object): boolean =>
    evidenceSummarySchema.safeParse({ ...summaryData(findingData('f1', 'p1')), ...change }).success

  it('may have one finding, or none yet', () => {
    expect(isSummary({})).toBe(true)
    expect(isSummary({ findings: [] })).toBe(true)
  })

  it.each([
    ['no question', { question: '' }],
    ['no PICO', { pico: undefined }],
    ['a PICO without a comparison', { pico: { population: 'a', intervention: 'b', outcomes: 'c' } }],
    ['a condition that is no id', { condition: 'Fibro myalgia' }],
    ['findings that are not a list', { findings: {} }],
    ['one bad finding', { findings: [findingData('f1', 'p1'), { id: 'f2' }] }],
  ])('is refused with %s', (_what, change) => expect(isSummary(change)).toBe(false))
})
