import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Estimate } from '../bundle'
import { withinReach } from './within-reach'

const row = (value: number, low?: number, high?: number, measure: Estimate['measure'] = 'MD'): Estimate => ({
  measure,
  value,
  ...(low === undefined || high === undefined ? {} : { interval: { level: 95, low, high } }),
})
const ratio = (value: number, low?: number, high?: number): Estimate => row(value, low, high, 'RR')

describe('the values that the scale of a forest plot holds', () => {
  it('are all, where the rows reach about as far', () =>
    expect(withinReach([row(-1, -2, 0), row(1, -5, 7), row(-0.5, -1.5, 0.5)], 'linear')).toHaveLength(9))

  it('leave off the end of an interval far outside the others, and nothing else of its row', () =>
    expect(withinReach([row(-1, -2, 0), row(1, -1, 60), row(-0.5, -2, 1)], 'linear')).toEqual([
      -1, -2, 0, 1, -1, -0.5, -2, 1,
    ]))

  it('leave off a whole study that lies outside all others', () =>
    expect(withinReach([row(-1, -2, 0), row(-40, -60, -2.5), row(-0.5, -2, 1)], 'linear')).toEqual([
      -1, -2, 0, -0.5, -2, 1,
    ]))

  it('measure ratios by doubling, so that a tenth is as far as ten', () => {
    const near = [ratio(1.2, 0.9, 1.6), ratio(0.8, 0.5, 1.3)]
    expect(withinReach([...near, ratio(2, 0.01, 100)], 'log')).toEqual([1.2, 0.9, 1.6, 0.8, 0.5, 1.3, 2])
  })

  it('take no effect as the middle: rows that agree on a large effect are not far out', () =>
    expect(withinReach([row(-40, -45, -35), row(-42, -46, -38)], 'linear')).toHaveLength(6))

  it('take the value in the middle where no effect is not known', () => {
    const doses = [row(100, 99, 101, 'other'), row(101, 100, 102, 'other'), row(500, 499, 501, 'other')]
    expect(withinReach(doses, 'linear')).not.toContain(500)
  })

  it.each([
    ['a single row', [row(-1, -900, 900)]],
    ['rows that lie at no effect, where nothing says what is far', [row(0), row(0), row(3)]],
  ])('are all of %s', (_name, rows) => expect(withinReach(rows, 'linear')).toContain(rows.at(-1)?.value))

  it('are never 0 on a logarithmic scale, even of a single row', () =>
    expect(withinReach([ratio(0.05, 0, 0.8)], 'log')).toEqual([0.05, 0.8]))

  it('always hold the row in the middle, and never a value that no row has', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 }),
        (values) => {
          const held = withinReach(
            values.map((value) => row(value)),
            'linear',
          )
          const nearest = Math.min(...values.map(Math.abs))
          expect(held.map(Math.abs)).toContain(nearest)
          for (const value of held) expect(values).toContain(value)
        },
      ),
    ))
})
