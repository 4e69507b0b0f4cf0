import { describe, expect, it } from 'vitest'
import { certainties, certaintySchema, filledCircles, strongest, weakest } from './certainty'

describe('certainty', () => {
  it('fills as many circles as GRADE does, and none for "no evidence found"', () => {
    expect(certainties.map(filledCircles)).toEqual([4, 3, 2, 1, 0])
  })

  it.each(['High', 'very-low', 'verylow', 'unknown', '', null, 4, ['high']])('§9.4 refuses %j', (word) => {
    expect(certaintySchema.safeParse(word).success).toBe(false)
  })
})

describe('of several certainties', () => {
  it.each([
    [['high', 'low', 'moderate'], 'high', 'low'],
    [['low'], 'low', 'low'],
    [['very low', 'none'], 'very low', 'none'],
    [['moderate', 'moderate'], 'moderate', 'moderate'],
    [certainties, 'high', 'none'],
  ] as const)('§5.3 §8.2 of %j the strongest is %s and the weakest %s', (given, best, worst) => {
    expect(strongest(given)).toBe(best)
    expect(weakest(given)).toBe(worst)
    expect(strongest(given.toReversed())).toBe(best)
    expect(weakest(given.toReversed())).toBe(worst)
  })

  it('of none there is none', () => {
    expect(strongest([])).toBe('none')
    expect(weakest([])).toBe('none')
  })
})
