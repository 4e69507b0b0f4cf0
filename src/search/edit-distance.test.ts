import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceTo } from './edit-distance'

/** The same by its definition. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, at) => row + at),
  )
  const cell = (row: number, at: number): number => table[row]?.[at] ?? Infinity
  for (let row = 1; row <= a.length; row++) {
    for (let at = 1; at <= b.length; at++) {
      const change = a[row - 1] === b[at - 1] ? 0 : 1
      const moved = (letters: number): boolean => {
        if (letters > Math.min(row, at)) return false
        const [from, to] = [a.slice(row - letters, row), b.slice(at - letters, at)]
        return [`${from.slice(1)}${from.slice(0, 1)}`, `${from.slice(-1)}${from.slice(0, -1)}`].includes(to)
      }
      const line = table[row] ?? []
      line[at] = Math.min(
        cell(row - 1, at) + 1,
        cell(row, at - 1) + 1,
        cell(row - 1, at - 1) + change,
        ...[2, 3].map((letters) => (moved(letters) ? cell(row - letters, at - letters) + 1 : Infinity)),
      )
    }
  }
  return cell(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })

describe('the distance of two words', () => {
  it.each([
    ['naltrexone', 'naltrexone', 0],
    ['naltrexnoe', 'naltrexone', 1],
    ['naltraxone', 'naltrexone', 1],
    ['naltrexne', 'naltrexone', 1],
    ['naltrexonee', 'naltrexone', 1],
    ['naloxone', 'naltrexone', 3],
    ['chron', 'crohn', 1],
    ['crohn', 'chron', 1],
    ['cnroh', 'crohn', 2],
    ['', 'abc', 3],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(distanceTo(a, b, 3, false)).toBe(distance)
  })

  it('is the one of its definition, up to the most that is asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(distanceTo(a, b, most, false)).toBe(Math.min(plainDistance(a, b), most + 1))
      }),
      { numRuns: 2_000 },
    )
  })

  it('of a half-typed word is that to the nearest beginning', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const beginnings = Array.from({ length: b.length + 1 }, (_, length) =>
          plainDistance(a, b.slice(0, length)),
        )
        expect(distanceTo(a, b, most, true)).toBe(Math.min(...beginnings, most + 1))
      }),
      { numRuns: 2_000 },
    )
  })
})
