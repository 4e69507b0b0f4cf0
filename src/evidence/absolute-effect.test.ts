import { describe, expect, it } from 'vitest'
import type { Estimate } from '../bundle'
import { absoluteEffect, differenceOf, numberNeeded, peopleOf, whyNoNumber } from './absolute-effect'
import { excludesNoEffect } from './measure'

const estimate = (measure: Estimate['measure'], value: number, low?: number, high?: number): Estimate => ({
  measure,
  value,
  ...(low === undefined || high === undefined ? {} : { interval: { level: 95, low, high } }),
})

/** Whole people of 1,000 with the treatment, and the difference. */
function per1000(given: Estimate, baseline: number) {
  const effect = absoluteEffect(given, baseline)
  return effect === null ? null : peopleOf(effect.difference.value, 1000)
}

describe('the absolute effect', () => {
  it.each([
    ['12.5.4.2: RR 0.92 at 300 of 1,000 is 24 fewer', estimate('RR', 0.92), 0.3, -24],
    ['12.5.4.3: OR 0.73 at 300 of 1,000 is 62 fewer', estimate('OR', 0.73), 0.3, -62],
    ['12.5.4: RD −0.133 is 133 fewer', estimate('RD', -0.133), 0.5, -133],
    ['a hazard ratio of 1 changes nothing', estimate('HR', 1), 0.4, 0],
    ['a hazard ratio of 0.5 at 19%: 1 − 0.81^0.5 = 10%', estimate('HR', 0.5), 0.19, -90],
    ['a risk ratio of 1 changes nothing', estimate('RR', 1), 0.4, 0],
    ['a risk ratio of 2 at no risk adds nobody', estimate('RR', 2), 0, 0],
  ])('Cochrane Handbook 5.1, %s', (_name, given, baseline, difference) => {
    expect(per1000(given, baseline)).toBe(difference)
  })

  it('carries the interval along: RR 2.22 (1.14 to 4.32) at 6 of 16', () => {
    const effect = absoluteEffect(estimate('RR', 2.22, 1.14, 4.32), 6 / 16)
    expect(effect?.risk.value).toBeCloseTo(0.8325)
    expect(effect?.risk.low).toBeCloseTo(0.4275)
    expect(effect?.difference.low).toBeCloseTo(0.0525)
  })

  it('never makes more people than there are, nor fewer than nobody, and says so', () => {
    const much = absoluteEffect(estimate('RR', 2.22, 1.14, 4.32), 0.375)
    expect(much).toMatchObject({ isCapped: true, risk: { high: 1 }, difference: { high: 0.625 } })
    expect(absoluteEffect(estimate('RD', -0.4), 0.3)).toMatchObject({ isCapped: true, risk: { value: 0 } })
    expect(absoluteEffect(estimate('RR', 1.5, 1, 2), 0.3)?.isCapped).toBe(false)
  })

  it.each(['MD', 'SMD', 'other'] as const)('%s says nothing about how many people', (measure) =>
    expect(absoluteEffect(estimate(measure, 2, 1, 3), 0.3)).toBeNull(),
  )

  it.each([-0.1, 1.1, Number.NaN])('refuses a baseline of %s', (baseline) =>
    expect(absoluteEffect(estimate('RR', 2), baseline)).toBeNull(),
  )

  it('of an odds ratio stays between nobody and everybody without being held there', () => {
    const effect = absoluteEffect(estimate('OR', 50, 10, 400), 0.9)
    expect(effect?.isCapped).toBe(false)
    expect(effect?.risk.high).toBeLessThan(1)
  })
})

describe('the number needed to treat', () => {
  const needed = (given: Estimate, baseline: number, favours?: 'lower' | 'higher') => {
    const effect = absoluteEffect(given, baseline)
    return effect === null ? null : numberNeeded(given, effect, favours)
  }

  it.each([
    ['12.5.4.2: RR 0.92 at 0.3 is 42', estimate('RR', 0.92, 0.9, 0.95), 0.3, 42],
    ['12.5.4.3: OR 0.73 at 0.3 is 17', estimate('OR', 0.73, 0.6, 0.9), 0.3, 17],
    ['12.5.4.1: RD −0.12 is 9', estimate('RD', -0.12, -0.2, -0.04), 0.5, 9],
    ['12.5.4.1: RD −0.22 is 5', estimate('RD', -0.22, -0.3, -0.1), 0.5, 5],
    ['a fifth is 5 and not 6, whatever floating point says', estimate('RD', 0.2, 0.1, 0.3), 0.1, 5],
  ])('Cochrane Handbook 5.1, %s', (_name, given, baseline, value) => {
    expect(needed(given, baseline)?.value).toBe(value)
  })

  it('runs from the far end of the interval to the near one', () => {
    expect(needed(estimate('RD', -0.1, -0.2, -0.05), 0.5)).toMatchObject({ value: 10, low: 5, high: 20 })
  })

  it('says whether it is to benefit or to harm, and nothing when that is not known', () => {
    const more = estimate('RR', 2, 1.5, 3)
    expect(needed(more, 0.2, 'higher')?.for).toBe('benefit')
    expect(needed(more, 0.2, 'lower')?.for).toBe('harm')
    expect(needed(estimate('RR', 0.5, 0.3, 0.8), 0.2, 'lower')?.for).toBe('benefit')
    expect(needed(more, 0.2)?.for).toBeNull()
  })

  it.each([
    ['the interval includes no effect', estimate('RR', 1.48, 0.42, 5.24), 0.19],
    ['the interval touches no effect', estimate('RR', 1.5, 1, 2), 0.19],
    ['there is no interval', estimate('RR', 2), 0.19],
    ['nobody is at risk', estimate('RR', 2, 1.5, 3), 0],
    ['more than everybody would have it', estimate('RR', 2.41, 1.77, 3.28), 0.5],
    ['more than everybody would have it, and nearly everybody does', estimate('RR', 2.41, 1.77, 3.28), 0.999],
    ['fewer than nobody would have it', estimate('RD', -0.4, -0.5, -0.3), 0.3],
  ])('there is none when %s', (_name, given, baseline) => expect(needed(given, baseline)).toBeNull())
})

describe('why there is no number needed to treat', () => {
  it.each([
    [estimate('RR', 2), 'no interval'],
    [estimate('RR', 1.48, 0.42, 5.24), 'no effect'],
    [estimate('RR', 2.41, 1.77, 3.28), 'baseline'],
  ])('of %o: %s', (given, why) => expect(whyNoNumber(given)).toBe(why))
})

describe('an interval excludes no effect', () => {
  it.each([
    [estimate('RR', 2, 1.1, 3), true],
    [estimate('RR', 0.5, 0.3, 0.9), true],
    [estimate('RR', 1.2, 0.9, 2), false],
    [estimate('MD', -1, -2, -0.1), true],
    [estimate('SMD', -1, -2, 0), false],
    [estimate('other', 5, 4, 6), false],
    [estimate('RR', 2), false],
  ])('%o: %s', (given, excludes) => expect(excludesNoEffect(given)).toBe(excludes))
})

describe('people', () => {
  it.each([
    [0.045, 100, 5],
    [0.285, 100, 29],
    [0.001, 1000, 1],
    [0.0004, 1000, 0],
    [-0.285, 100, -28],
  ])('%s of %s is %s', (risk, of, people) => expect(peopleOf(risk, of)).toBe(people))
})

describe('the difference in people', () => {
  it('is what the reader gets who subtracts the risks that are shown', () => {
    const effect = absoluteEffect(estimate('RR', 1.6, 0.93, 2.76), 0.275)
    expect(effect && differenceOf(effect, 100)).toEqual({ value: 16, low: -2, high: 48 })
  })
  it('has no interval without one', () => {
    const effect = absoluteEffect(estimate('RR', 2), 0.1)
    expect(effect && differenceOf(effect, 1000)).toEqual({ value: 100, low: null, high: null })
  })
})
