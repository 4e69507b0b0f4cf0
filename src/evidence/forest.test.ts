import { describe, expect, it } from 'vitest'
import { findingSchema, type Finding } from '../bundle'
import { baselineOf, riskIn } from './baseline'
import { forestOf } from './forest'

const finding = (fields: object): Finding =>
  findingSchema.parse({
    ...{ id: 'f', outcome: 'Pain', words: 'Less pain.', direction: 'better', certainty: 'low' },
    ...{ estimates: [], groups: [], reasons: [], passages: [] },
    ...fields,
  })
const interval = { low: -1.2, high: -0.5 }

describe('a forest plot', () => {
  it('has nothing to show without estimates', () => expect(forestOf(finding({}))).toEqual([]))

  it('never puts two measures or two units on one scale', () => {
    const panels = forestOf(
      finding({
        estimates: [
          { measure: 'MD', value: -0.86, interval },
          { measure: 'SMD', value: -0.6 },
          { measure: 'SMD', value: -0.5 },
          { measure: 'MD', value: -3, unit: 'mm' },
        ],
      }),
    )
    expect(panels.map(({ measure, unit, rows }) => [measure, unit, rows.length])).toEqual([
      ['MD', null, 1],
      ['SMD', null, 2],
      ['MD', 'mm', 1],
    ])
  })

  it('shows ratios on a logarithmic scale and differences on a straight one', () => {
    const kinds = (['RR', 'OR', 'HR', 'MD', 'SMD', 'RD', 'other'] as const).map(
      (measure) => forestOf(finding({ estimates: [{ measure, value: 0.5 }] }))[0]?.axis.kind,
    )
    expect(kinds).toEqual(['log', 'log', 'log', 'linear', 'linear', 'linear', 'linear'])
  })

  it('cuts what lies far outside the other rows, and keeps its figures', () => {
    const estimates = [-0.5, -0.4, -0.6].map((value) => ({
      measure: 'MD',
      value,
      interval: { low: -1, high: 0.2 },
    }))
    const far = { measure: 'MD', value: -1, interval: { low: -40, high: 38 } }
    const panel = forestOf(finding({ estimates: [...estimates, far] }))[0]
    expect(panel?.axis.from).toBeGreaterThan(-3)
    expect(panel?.rows[3]).toMatchObject(far)
  })

  it('holds what matters to patients, however far from the values that is', () => {
    const panel = forestOf(
      finding({ estimates: [{ measure: 'MD', value: -0.1 }], important: 10, favours: 'lower' }),
    )[0]
    expect(panel?.axis.from).toBeLessThanOrEqual(-10)
  })

  it('shows an interval that begins at 0 on a logarithmic scale, and a ratio of 0 on none', () => {
    const kind = (value: number, low: number): unknown =>
      forestOf(finding({ estimates: [{ measure: 'OR', value, interval: { low, high: 2 } }] }))[0]?.axis.kind
    expect(kind(0.05, 0)).toBe('log')
    expect(kind(0, 0)).toBe('linear')
  })

  it('names no side when nobody says which is good, or when there is no line of no effect', () => {
    const unknown = forestOf(finding({ estimates: [{ measure: 'MD', value: 1.5 }] }))[0]
    const other = forestOf(finding({ estimates: [{ measure: 'other', value: 3 }], favours: 'lower' }))[0]
    expect(unknown?.favours).toBeNull()
    expect(other).toMatchObject({ favours: null, none: null })
    expect(
      forestOf(finding({ estimates: [{ measure: 'MD', value: 1 }], favours: 'lower' }))[0]?.favours,
    ).toBe('lower')
  })

  it.each([
    ['MD', 1, 'lower', -1],
    ['MD', -1, 'higher', 1],
    ['RR', 1.25, 'higher', 1.25],
    ['RR', 1.25, 'lower', 0.8],
    ['RR', 0.8, 'lower', 0.8],
  ] as const)(
    '%s: what matters at %s, where %s is good, begins at %s',
    (measure, important, favours, from) => {
      const [panel] = forestOf(finding({ estimates: [{ measure, value: 0.9 }], important, favours }))
      expect(panel?.important).toEqual({ from, side: favours })
    },
  )

  it.each([0, -0.5])('shows no ratio of %s as what matters, and has a scale all the same', (important) => {
    const [panel] = forestOf(
      finding({ estimates: [{ measure: 'RR', value: 0.9 }], important, favours: 'higher' }),
    )
    expect(panel?.important).toBeNull()
    expect(panel?.axis.to).toBeLessThan(10)
  })

  it('shows what matters only on the scale of the first estimate, and only where a side is known', () => {
    const estimates = [
      { measure: 'MD', value: -0.5 },
      { measure: 'SMD', value: -0.5 },
    ]
    expect(forestOf(finding({ estimates, important: 1, favours: 'lower' }))[1]?.important).toBeNull()
    expect(forestOf(finding({ estimates, important: 1 }))[0]?.important).toBeNull()
  })
})

describe('the baseline risk', () => {
  const groups = [
    { label: 'LDN', participants: 18, events: 15 },
    { label: 'placebo', participants: 16, events: 6 },
  ]

  it('is what the editors give, with whose figure it is', () =>
    expect(baselineOf(finding({ groups, baseline: { percent: 38, why: 'The trial.' } }))).toEqual({
      risk: 0.38,
      why: 'The trial.',
    }))

  it('else that of the second of two groups', () =>
    expect(baselineOf(finding({ groups }))).toEqual({ risk: 0.375, why: null }))

  it.each([
    ['no groups', []],
    ['one group', groups.slice(0, 1)],
    ['three groups, of which nobody says which is the comparison', [...groups, ...groups.slice(0, 1)]],
    ['groups without counts', [{ label: 'LDN' }, { label: 'placebo', result: '2.3% fall' }]],
    ['an empty group', [{ label: 'LDN' }, { label: 'placebo', participants: 0, events: 0 }]],
  ])('is not known with %s', (_name, given) => expect(baselineOf(finding({ groups: given }))).toBeNull())

  it('of a group comes from its counts before its rounded percentage', () => {
    expect(riskIn({ label: 'a', participants: 16, events: 6, percent: 38 })).toBe(0.375)
    expect(riskIn({ label: 'a', percent: 38 })).toBe(0.38)
    expect(riskIn({ label: 'a', events: 6 })).toBeNull()
  })
})
