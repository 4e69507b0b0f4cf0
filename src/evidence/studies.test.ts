import { describe, expect, it } from 'vitest'
import { findingSchema, studyRowSchema, type StudyRow } from '../bundle'
import { differs, disagreeing, reportedFields, studiesOf } from './studies'

const study = (source: string, fields: object = {}): StudyRow =>
  studyRowSchema.parse({ source, label: source, study: { design: 'Randomised trial', ...fields } })
const findingData = (id: string, sources: string[], fields: object = {}): object => ({
  ...{ id, outcome: 'Pain', words: 'Less pain.', direction: 'better', certainty: 'low' },
  ...{ estimates: [], groups: [], reasons: [] },
  passages: sources.map((source) => ({ id: `${source}-p`, source })),
  ...fields,
})
const findings = [
  findingData('a', ['two'], { conflict: 'Doses differ.', against: ['three', 'nobody'] }),
  findingData('b', ['one', 'two'], { conflict: 'Doses differ.' }),
  findingData('d', [], { estimates: [{ measure: 'RR', value: 2, source: 'three' }] }),
].map((data) => findingSchema.parse(data))
const [a, b, d] = findings
const studies = [study('one', { dose: '4.5 mg' }), study('two', { dose: '6 mg' }), study('three')]
const labels = (rows: readonly StudyRow[]): string[] => rows.map(({ label }) => label)

describe('the studies of a finding', () => {
  it('are those of its passages', () => expect(labels(a ? studiesOf(a, studies) : [])).toEqual(['two']))
  it('and of its estimates', () => expect(labels(d ? studiesOf(d, studies) : [])).toEqual(['three']))
  it('that disagree are its own first, then those it stands against, as far as they are known', () =>
    expect(labels(a ? disagreeing(a, studies) : [])).toEqual(['two', 'three']))
  it('that disagree among themselves are its own and no others', () =>
    expect(labels(b ? disagreeing(b, studies) : [])).toEqual(['one', 'two']))
})

describe('a table of studies', () => {
  it('has only fields that a study reports', () =>
    expect(reportedFields(studies)).toEqual(['design', 'dose']))

  it('says where studies differ, and does not take silence for a difference', () => {
    expect(differs('dose', studies)).toBe(true)
    expect(differs('design', studies)).toBe(false)
    expect(differs('dose', [study('one', { dose: '6 mg' }), study('three')])).toBe(false)
  })

  it.each([
    ['dose', 'Naltrexone 4.5 mg a day by mouth', '4.5 mg every night', false],
    ['dose', 'Naltrexone 4.5 mg a day', 'Naltrexone, raised over 4 weeks to 6 mg a day', true],
    ['dose', 'Naltrexone 4.5 mg a day', 'LDN; the abstract does not say how much', false],
    ['duration', '12 weeks', 'Build-up of the dose, then 12 weeks', false],
    ['duration', '12 weeks', '3 weeks', true],
    ['duration', '12 weeks', '12 weeks on naltrexone and 4 weeks on placebo', true],
    ['comparator', 'Placebo', 'placebo.', false],
    ['comparator', 'Placebo', 'None', true],
    ['participants', '99', '31', true],
    ['population', 'Women with fibromyalgia', 'Adults with fibromyalgia', true],
    ['design', 'Randomised trial', 'Register study', true],
    ['country', 'Denmark', 'United States', false],
    ['funding', 'Public', 'Industry', false],
    ['results', 'Less pain', 'No difference', false],
  ] as const)('of the %s %j and %j: differs %s', (field, one, other, does) =>
    expect(differs(field, [study('one', { [field]: one }), study('two', { [field]: other })])).toBe(does),
  )

  it('compares the judgement on bias, not the words of its reason', () => {
    const biased = (judgement: string, why: string): StudyRow =>
      study('x', { riskOfBias: { judgement, why } })
    expect(differs('riskOfBias', [biased('low', 'a'), biased('low', 'b')])).toBe(false)
    expect(differs('riskOfBias', [biased('low', 'a'), biased('high', 'a')])).toBe(true)
  })
})
