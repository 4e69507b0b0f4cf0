import { describe, expect, it } from 'vitest'
import { evidenceSummarySchema, studyRowSchema, type StudyRow } from '../bundle'
import { differs, disagreeing, reportedFields, studiesOf } from './studies'

const study = (source: string, fields: object = {}): StudyRow =>
  studyRowSchema.parse({ source, label: source, study: { design: 'Randomised trial', ...fields } })
const findingData = (id: string, sources: string[], fields: object = {}): object => ({
  ...{ id, outcome: 'Pain', words: 'Less pain.', direction: 'better', certainty: 'low' },
  ...{ estimates: [], groups: [], reasons: [] },
  passages: sources.map((source) => ({ id: `${source}-p`, source })),
  ...fields,
})
const summary = evidenceSummarySchema.parse({
  ...{ id: 's', condition: 'c', question: 'Does it help?' },
  pico: { population: '', intervention: '', comparison: '', outcomes: '' },
  findings: [
    findingData('a', ['two'], { conflict: 'Doses differ.' }),
    findingData('b', ['one', 'two'], { conflict: 'Doses differ.' }),
    findingData('c', ['three']),
    findingData('d', [], { estimates: [{ measure: 'RR', value: 2, source: 'three' }] }),
  ],
})
const [a, , , d] = summary.findings
const studies = [study('one', { dose: '4.5 mg' }), study('two', { dose: '6 mg' }), study('three')]
const labels = (rows: readonly StudyRow[]): string[] => rows.map(({ label }) => label)

describe('the studies of a finding', () => {
  it('are those of its passages', () => expect(labels(a ? studiesOf(a, studies) : [])).toEqual(['two']))
  it('and of its estimates', () => expect(labels(d ? studiesOf(d, studies) : [])).toEqual(['three']))
  it('that disagree are its own first, then those of findings that disagree too, each once', () =>
    expect(labels(a ? disagreeing(a, summary, studies) : [])).toEqual(['two', 'one']))
})

describe('a table of studies', () => {
  it('has only fields that a study reports', () =>
    expect(reportedFields(studies)).toEqual(['design', 'dose']))

  it('says where studies differ, and does not take silence for a difference', () => {
    expect(differs('dose', studies)).toBe(true)
    expect(differs('design', studies)).toBe(false)
    expect(differs('dose', [study('one', { dose: '6 mg' }), study('three')])).toBe(false)
  })

  it('compares the judgement on bias, not the words of its reason', () => {
    const biased = (judgement: string, why: string): StudyRow =>
      study('x', { riskOfBias: { judgement, why } })
    expect(differs('riskOfBias', [biased('low', 'a'), biased('low', 'b')])).toBe(false)
    expect(differs('riskOfBias', [biased('low', 'a'), biased('high', 'a')])).toBe(true)
  })
})
