import { describe, expect, it } from 'vitest'
import { formatNumber } from './format-number'

describe('a number in print', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [-0.5, '−0.5'],
    [0.1, '0.1'],
    [28.8, '28.8'],
    [10_000, '10000'],
    [1.5e-7, '1.5e−7'],
    [-1.5e-7, '−1.5e−7'],
  ])('%d is %s: a true minus sign, and no digits added or lost', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })
})
