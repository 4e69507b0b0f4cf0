import { describe, expect, it } from 'vitest'
import type { Estimate } from '../bundle'
import { linearAxis, logAxis } from './axis'
import { diamondOn } from './diamond'

const row = (value: number, low: number, high: number): Estimate => ({
  ...{ measure: 'RR', value, pooled: true },
  interval: { level: 95, low, high },
})
const axis = { ...linearAxis([0, 10], 0), from: 0, to: 10 }

describe('the diamond of a pooled figure', () => {
  it('reaches from end to end of its interval, and is highest at its value', () =>
    expect(diamondOn(axis, row(4, 2, 8))).toEqual([0.2, 0.4, 0.8]))

  it('goes on beyond a scale that does not hold it', () =>
    expect(diamondOn(axis, row(4, -10, 30))).toEqual([-1, 0.4, 3]))

  it('is one though its ratio begins at 0, which no logarithmic scale holds', () => {
    const [low = 0, value = 0, high = 0] = diamondOn(logAxis([0.5, 2]), row(0.5, 0, 2)) ?? []
    expect(low).toBeLessThan(-10)
    expect(Number.isFinite(low)).toBe(true)
    expect(value).toBeGreaterThan(0)
    expect(high).toBeLessThan(1)
  })

  it.each([
    ['one study', { ...row(4, 2, 8), pooled: false }],
    ['a figure of which nothing says that it is pooled', { ...row(4, 2, 8), pooled: undefined }],
    ['a pooled figure without an interval', { ...row(4, 2, 8), interval: undefined }],
  ])('is none for %s', (_name, estimate) => expect(diamondOn(axis, estimate as Estimate)).toBeNull())
})
