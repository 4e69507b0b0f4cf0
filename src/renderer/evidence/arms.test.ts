import { describe, expect, it } from 'vitest'
import { findingSchema, type Finding } from '../../bundle'
import { armsOf } from './arms'

const pico = { population: 'Adults', intervention: 'LDN', comparison: 'Placebo', outcomes: 'Pain' }
const of = (...labels: readonly string[]): Finding =>
  findingSchema.parse({
    ...{ id: 'f', outcome: 'Pain', words: 'Less pain.', direction: 'better', certainty: 'low' },
    ...{ estimates: [], reasons: [], passages: [] },
    groups: labels.map((label) => ({ label })),
  })

describe('the names of what is compared', () => {
  it.each([
    ['two groups', ['Naltrexone', 'Dextrose'], 'Naltrexone', 'Dextrose'],
    ['what brackets add left out', ['LDN (one trial)', 'Placebo (one trial)'], 'LDN', 'Placebo'],
    [
      'brackets that alone tell two doses apart',
      ['LDN (4.5 mg)', 'LDN (1.5 mg)'],
      'LDN (4.5 mg)',
      'LDN (1.5 mg)',
    ],
    ['brackets that are all of a name', ['(4.5 mg)', 'Placebo'], '(4.5 mg)', 'Placebo'],
  ])('are those of the groups: %s', (_name, labels, treatment, comparison) =>
    expect(armsOf(of(...labels), pico)).toEqual({ treatment, comparison }),
  )

  it.each([
    ['no groups', []],
    ['one group', ['LDN']],
    ['three groups', ['LDN', 'Placebo', 'Nothing']],
  ])('are those of the question with %s', (_name, labels) =>
    expect(armsOf(of(...labels), pico)).toEqual({ treatment: 'LDN', comparison: 'Placebo' }),
  )
})
