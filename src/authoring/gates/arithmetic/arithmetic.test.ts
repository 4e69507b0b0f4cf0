import { describe, expect, test } from 'vitest'
import { findingYamlSchema } from '../../authored/evidence-yaml'
import { checkArithmetic } from './finding-gates'

const finding = (fields: Record<string, unknown>) =>
  findingYamlSchema.parse({
    id: 'f',
    outcome: 'Pain',
    words: 'LDN may help.',
    direction: 'unclear',
    certainty: 'low',
    passages: ['p'],
    ...fields,
  })

const codes = (fields: Record<string, unknown>): string[] =>
  checkArithmetic(finding(fields)).map(({ code, path }) => `${code} ${path.join('.')}`)

const arms = (first: object, second: object) => ({
  studies: 1,
  groups: [
    { label: 'LDN', ...first },
    { label: 'placebo', ...second },
  ],
})
const estimate = (fields: object) => ({ estimates: [{ measure: 'MD', value: 0, ...fields }] })
const interval = (low: number, high: number, level = 95) => ({ interval: { low, high, level } })

describe('figures that agree pass', () => {
  test.each<[string, Record<string, unknown>]>([
    ['no figures', {}],
    ['a percentage rounded', arms({ participants: 49, events: 22, percent: 45 }, {})],
    ['a percentage with a decimal', arms({ participants: 121, events: 74, percent: 61.2 }, {})],
    [
      'a half rounded up or down',
      arms({ participants: 16, events: 6, percent: 38 }, { participants: 16, events: 6, percent: 37 }),
    ],
    ['groups that add up', { ...arms({ participants: 49 }, { participants: 50 }), participants: 99 }],
    ['the same people twice', { ...arms({ participants: 31 }, { participants: 31 }), participants: 31 }],
    [
      'a difference that is explained',
      { ...arms({ participants: 48 }, { participants: 50 }), participants: 99, countsNote: 'one left' },
    ],
    [
      'several studies',
      { ...arms({ participants: 48 }, { participants: 50 }), studies: 2, participants: 120 },
    ],
    ['a group without a count', { ...arms({ participants: 48 }, {}), participants: 99 }],
    ['p and interval that say the same', estimate({ p: '0.27', value: -0.34, ...interval(-0.95, 0.27) })],
    [
      'p and interval that exclude no effect',
      estimate({ p: '<0.001', measure: 'RR', value: 2, ...interval(1.4, 3) }),
    ],
    [
      'an interval that ends at no effect',
      estimate({ p: '0.049', measure: 'RR', value: 2, ...interval(1, 4) }),
    ],
    ['a p value on the border', estimate({ p: '0.05', value: 1, ...interval(0.1, 2) })],
    ['a p value near the border', estimate({ p: '0.055', value: 1, ...interval(0.1, 2) })],
    ['an interval of another level', estimate({ p: '0.08', value: 1, ...interval(0.1, 2, 90) })],
    [
      'a measure without a known no effect',
      estimate({ p: '0.2', measure: 'other', value: 1, ...interval(0.5, 2) }),
    ],
    [
      'a ratio that fits its groups',
      {
        ...arms({ participants: 18, events: 5 }, { participants: 16, events: 3 }),
        ...estimate({ measure: 'RR', value: 1.48, recomputed: true }),
      },
    ],
    [
      'a ratio that was adjusted a little',
      { ...arms({ percent: 40 }, { percent: 20 }), ...estimate({ measure: 'RR', value: 1.7 }) },
    ],
    [
      'a ratio that was adjusted much, with a doubt',
      {
        ...arms({ percent: 40 }, { percent: 20 }),
        ...estimate({ measure: 'RR', value: 1.1 }),
        doubt: 'Adjusted for age.',
      },
    ],
    [
      'an odds ratio',
      { ...arms({ percent: 50 }, { percent: 20 }), ...estimate({ measure: 'OR', value: 4 }) },
    ],
    [
      'a risk difference in points',
      { ...arms({ percent: 50 }, { percent: 20 }), ...estimate({ measure: 'RD', value: 30 }) },
    ],
    [
      'a risk difference as a share',
      { ...arms({ percent: 50 }, { percent: 20 }), ...estimate({ measure: 'RD', value: 0.3 }) },
    ],
    [
      'a ratio to nobody',
      { ...arms({ percent: 5 }, { percent: 0 }), ...estimate({ measure: 'RR', value: 9 }) },
    ],
    [
      'a pooled ratio beside one trial',
      { ...arms({ percent: 16 }, { percent: 3 }), studies: 5, ...estimate({ measure: 'RR', value: 1.68 }) },
    ],
    [
      'better, on the good side',
      {
        direction: 'better',
        favours: 'higher',
        ...estimate({ measure: 'RR', value: 2, ...interval(1.1, 4) }),
      },
    ],
    [
      'worse, on the bad side',
      { direction: 'worse', favours: 'lower', ...estimate({ measure: 'RR', value: 2, ...interval(1.1, 4) }) },
    ],
    ['no difference', { direction: 'no difference', ...estimate(interval(-1, 1)) }],
    [
      'unclear, whatever the interval',
      { direction: 'unclear', ...estimate({ value: 2, ...interval(1, 3) }) },
    ],
    ['levels that add up', { reasons: [{ domain: 'imprecision', levels: 2, why: 'x' }] }],
    [
      'more levels than there are',
      {
        certainty: 'very low',
        reasons: [
          { domain: 'imprecision', levels: 3, why: 'x' },
          { domain: 'risk of bias', levels: 2, why: 'x' },
        ],
      },
    ],
    [
      'a rating of others',
      { ratedBy: 'Cochrane', reasons: [{ domain: 'imprecision', levels: 1, why: 'x' }] },
    ],
  ])('%s', (_, fields) => {
    expect(codes(fields)).toEqual([])
  })
})

describe('figures that contradict each other are refused', () => {
  const rr = (value: number, more: object = {}) => estimate({ measure: 'RR', value, ...more })
  test.each<[string, Record<string, unknown>, string]>([
    [
      'a wrong percentage',
      arms({ participants: 18, events: 5, percent: 30 }, {}),
      'PERCENT_AGAINST_COUNTS groups.0.percent',
    ],
    [
      'a percentage a little off',
      arms({ participants: 121, events: 74, percent: 61.3 }, {}),
      'PERCENT_AGAINST_COUNTS groups.0.percent',
    ],
    [
      'a percentage of nobody',
      arms({}, { participants: 50, events: 0, percent: 1 }),
      'PERCENT_AGAINST_COUNTS groups.1.percent',
    ],
    [
      'groups that do not add up',
      { ...arms({ participants: 49 }, { participants: 50 }), participants: 100 },
      'PARTICIPANTS_DO_NOT_ADD_UP participants',
    ],
    [
      'a group larger than the study',
      { ...arms({ participants: 49 }, {}), participants: 40, countsNote: 'x' },
      'PARTICIPANTS_DO_NOT_ADD_UP groups.0.participants',
    ],
    [
      'p below and an interval over no effect',
      estimate({ p: '0.01', ...interval(-1, 1) }),
      'P_AGAINST_INTERVAL estimates.0.p',
    ],
    ['p far below', estimate({ p: '<0.001', ...interval(-1, 1) }), 'P_AGAINST_INTERVAL estimates.0.p'],
    ['p said to be below', estimate({ p: '<0.05', ...interval(-1, 1) }), 'P_AGAINST_INTERVAL estimates.0.p'],
    [
      'p above and an interval off no effect',
      estimate({ p: '0.27', value: 2, ...interval(1, 3) }),
      'P_AGAINST_INTERVAL estimates.0.p',
    ],
    [
      'p said to be above',
      estimate({ p: '>0.05', value: 2, ...interval(1, 3) }),
      'P_AGAINST_INTERVAL estimates.0.p',
    ],
    ['the same for a ratio', rr(2, { p: '0.5', ...interval(1.4, 3) }), 'P_AGAINST_INTERVAL estimates.0.p'],
    [
      'the same for a ratio over 1',
      rr(2, { p: '0.01', ...interval(0.4, 3) }),
      'P_AGAINST_INTERVAL estimates.0.p',
    ],
    [
      'a p value above the limit of its level',
      estimate({ p: '0.08', value: 1, ...interval(0.1, 2) }),
      'P_AGAINST_INTERVAL estimates.0.p',
    ],
    ['a ratio below zero', rr(-0.3), 'RATIO_NOT_POSITIVE estimates.0.value'],
    ['a ratio of zero', estimate({ measure: 'HR', value: 0 }), 'RATIO_NOT_POSITIVE estimates.0.value'],
    ['an interval below zero', rr(1, interval(-0.2, 3)), 'RATIO_NOT_POSITIVE estimates.0.interval'],
    [
      'an odds ratio that is a log',
      estimate({ measure: 'OR', value: -0.7, ...interval(-1, -0.2) }),
      'RATIO_NOT_POSITIVE estimates.0.value',
    ],
    [
      'a ratio turned round',
      { ...arms({ percent: 40 }, { percent: 20 }), ...rr(0.5) },
      'EFFECT_AGAINST_GROUPS estimates.0.value',
    ],
    [
      'an odds ratio called a risk ratio',
      { ...arms({ percent: 50 }, { percent: 20 }), ...rr(4) },
      'EFFECT_AGAINST_GROUPS estimates.0.value',
    ],
    [
      'a recomputed ratio that is off',
      { ...arms({ percent: 45 }, { percent: 28 }), ...rr(1.9, { recomputed: true }) },
      'EFFECT_AGAINST_GROUPS estimates.0.value',
    ],
    [
      'a recomputed ratio that is off, with a doubt',
      { ...arms({ percent: 45 }, { percent: 28 }), ...rr(1.9, { recomputed: true }), doubt: 'x' },
      'EFFECT_AGAINST_GROUPS estimates.0.value',
    ],
    [
      'a risk difference that is off',
      { ...arms({ percent: 50 }, { percent: 20 }), ...estimate({ measure: 'RD', value: 10 }) },
      'EFFECT_AGAINST_GROUPS estimates.0.value',
    ],
    [
      'better, over no effect',
      { direction: 'better', ...rr(2, interval(0.8, 4)) },
      'DIRECTION_AGAINST_INTERVAL direction',
    ],
    [
      'worse, over no effect',
      { direction: 'worse', ...estimate(interval(-1, 1)) },
      'DIRECTION_AGAINST_INTERVAL direction',
    ],
    [
      'better, on the bad side',
      { direction: 'better', favours: 'lower', ...rr(2, interval(1.4, 4)) },
      'DIRECTION_AGAINST_INTERVAL direction',
    ],
    [
      'worse, on the good side',
      { direction: 'worse', favours: 'lower', ...estimate({ value: -2, ...interval(-3, -1) }) },
      'DIRECTION_AGAINST_INTERVAL direction',
    ],
    [
      'no difference, off no effect',
      { direction: 'no difference', ...estimate({ value: 2, ...interval(1, 3) }) },
      'DIRECTION_AGAINST_INTERVAL direction',
    ],
    [
      'too few levels',
      { reasons: [{ domain: 'imprecision', levels: 1, why: 'x' }] },
      'CERTAINTY_AGAINST_REASONS certainty',
    ],
    [
      'too many levels',
      { reasons: [{ domain: 'imprecision', levels: 3, why: 'x' }] },
      'CERTAINTY_AGAINST_REASONS certainty',
    ],
    [
      'levels of none',
      { reasons: [{ domain: 'imprecision', levels: 0, why: 'x' }] },
      'CERTAINTY_AGAINST_REASONS certainty',
    ],
  ])('%s', (_, fields, told) => {
    expect(codes(fields)).toEqual([told])
  })

  test('with the figures in the detail', () => {
    const details = (fields: Record<string, unknown>) =>
      checkArithmetic(finding(fields)).map(({ detail }) => detail)
    expect(details(arms({ participants: 18, events: 5, percent: 30 }, {}))).toEqual([
      'f, LDN: 5 of 18 is 27.8%, not 30%',
    ])
    expect(details(estimate({ p: '<0.001', ...interval(-1, 1) }))).toEqual([
      'f: p <0.001, while the interval from -1 to 1 includes no effect (0)',
    ])
  })
})
