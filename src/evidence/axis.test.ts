import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { beyond, linearAxis, logAxis, placeOn } from './axis'

/** Figures as studies print them; subnormal numbers are no effect sizes. */
const thousandths = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((number) => number / 1000)

describe('a logarithmic axis', () => {
  it('puts 1 in the middle between a ratio and its inverse', () => {
    const axis = logAxis([0.5, 2])
    expect(placeOn(axis, 1)).toBeCloseTo((placeOn(axis, 0.5) + placeOn(axis, 2)) / 2)
  })

  it('labels round ratios around 1', () => {
    expect(logAxis([0.84, 3.36]).ticks).toEqual([1 / 1.5, 1, 1.5, 2, 3, 5])
    expect(logAxis([1, 1]).ticks).toEqual([1 / 1.5, 1, 1.5])
  })

  it('holds every value and 1, and never has more than six labels', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1 }), (values) => {
        const axis = logAxis(values)
        for (const value of [1, ...values]) {
          expect(placeOn(axis, value)).toBeGreaterThanOrEqual(0)
          expect(placeOn(axis, value)).toBeLessThanOrEqual(1)
        }
        expect(axis.ticks).toContain(1)
        expect(axis.ticks.length).toBeLessThanOrEqual(6)
      }),
    ))
})

describe('a straight axis', () => {
  it('labels round numbers', () => {
    expect(linearAxis([-0.34, -0.95, 0.27], 0).ticks).toEqual([-1, -0.5, 0, 0.5])
    expect(linearAxis([3.88, 5.4], null).ticks).toEqual([3.5, 4, 4.5, 5, 5.5])
  })

  it('is no single point when all values are the same', () => {
    const { from, to } = linearAxis([0], 0)
    expect(to).toBeGreaterThan(from)
  })

  it('holds every value and no effect, without digits that floating point made up', () =>
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 1 }), fc.constantFrom(0, null), (values, middle) => {
        const axis = linearAxis(values, middle)
        for (const value of [...values, middle ?? axis.from]) {
          expect(placeOn(axis, value)).toBeGreaterThanOrEqual(-1e-9)
          expect(placeOn(axis, value)).toBeLessThanOrEqual(1 + 1e-9)
        }
        expect(axis.ticks.length).toBeLessThanOrEqual(8)
        for (const tick of axis.ticks) expect(tick).toBe(Number(tick.toPrecision(12)))
      }),
    ))
})

describe('what lies beyond an axis', () => {
  const axis = linearAxis([-1, 1], 0)

  it.each([axis.from, axis.to, 0])('is nothing that it holds, nor its own end: %s', (value) =>
    expect(beyond(axis, value)).toBeNull(),
  )

  it.each([
    [-3, 'before'],
    [3, 'after'],
  ] as const)('is told by its side: %s lies %s', (value, side) => expect(beyond(axis, value)).toBe(side))

  it('is 0 on a logarithmic one', () => expect(beyond(logAxis([0.5, 2]), 0)).toBe('before'))
})
