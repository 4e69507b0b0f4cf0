import { describe, expect, it } from 'vitest'
import { sizeOfJson } from './json-size'

const size = (text: string) => sizeOfJson(new TextEncoder().encode(text))

describe('the size of a JSON text', () => {
  it.each([
    ['1', 0, 1],
    ['[]', 1, 2],
    ['[1,2,3]', 1, 4],
    ['{"a":{"b":[]}}', 3, 4],
    ['[[],[[]]]', 3, 6],
    ['["[[[[",",,,,"]', 1, 3],
    [String.raw`["\"[[",1]`, 1, 3],
    [String.raw`["\\",[]]`, 2, 4],
  ])('of %s is %i deep, and at most %i values', (text, depth, values) => {
    expect(size(text)).toEqual({ depth, values })
  })

  it('never counts fewer values than there are', () => {
    const valuesIn = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? 1 + Object.values(value).reduce<number>((sum, inner) => sum + valuesIn(inner), 0)
        : 1
    for (const value of [{}, { a: [1, { b: null }] }, [[], [[], 'x,[']], { 'a"[': '\\', c: [true] }])
      expect(size(JSON.stringify(value)).values).toBeGreaterThanOrEqual(valuesIn(value))
  })

  it.each(['"', '"\\', ']]]', '{"a', ''])('ends for %j, which is no JSON', (text) => {
    expect(size(text).values).toBeGreaterThan(0)
  })
})
