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
    [999, '999'],
    [1000, '1,000'],
    [-1234567.5, '−1,234,567.5'],
    [0.12345, '0.12345'],
    [1.5e21, '1.5e+21'],
    [1.5e-7, '1.5e−7'],
    [-1.5e-7, '−1.5e−7'],
  ])('%d is %s: a true minus sign, and no digits added or lost', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it.each([
    [-1.2, 2, '−1.20'],
    [0, 2, '0.00'],
    [0.93, 2, '0.93'],
    [0.934, 2, '0.934'],
    [1.5e-7, 2, '1.5e−7'],
  ])('%d with %d decimals is %s: zeros are kept, digits never cut', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text)
  })
})
