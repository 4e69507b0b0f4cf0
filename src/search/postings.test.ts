import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPostings, unpackPostings } from './postings'

describe('postings', () => {
  it('come back as they were packed', () => {
    const postings = fc
      .uniqueArray(fc.nat(9_999), { maxLength: 200 })
      .map((rows) => rows.toSorted((a, b) => a - b))
      .chain((rows) =>
        fc.tuple(...rows.map((row) => fc.tuple(fc.constant(row), fc.integer({ min: 1, max: 99 })))),
      )
    fc.assert(
      fc.property(postings, (all) => {
        expect([...unpackPostings(packPostings(new Map(all)), 10_000)]).toEqual(all)
      }),
    )
  })

  it('take one number for a row that has the term once', () => {
    expect(
      packPostings(
        new Map([
          [3, 1],
          [4, 2],
          [9, 1],
        ]),
      ),
    ).toEqual([6, 3, 2, 10])
  })

  it('never name a row that there is not, whatever the numbers', () => {
    const odd = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(NaN, Infinity, -1, 1e300))
    fc.assert(
      fc.property(fc.array(odd), (packed) => {
        for (const [row, count] of unpackPostings(packed, 10)) {
          expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).toContain(Math.floor(row))
          expect(count).toBeGreaterThan(0)
        }
      }),
    )
  })
})
