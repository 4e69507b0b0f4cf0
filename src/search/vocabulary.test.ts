import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceTo } from './edit-distance'
import { Vocabulary } from './vocabulary'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '4', '痛'), minLength: 1, maxLength: 6 })
const list = fc.uniqueArray(word, { maxLength: 40 }).map((all) => all.toSorted((a, b) => (a < b ? -1 : 1)))

describe('a vocabulary', () => {
  it('knows where a term is, and which terms begin so', () => {
    fc.assert(
      fc.property(list, word, (terms, asked) => {
        const vocabulary = new Vocabulary(terms)
        expect(vocabulary.indexOf(asked)).toBe(terms.indexOf(asked))
        expect(vocabulary.startingWith(asked)).toEqual(terms.filter((term) => term.startsWith(asked)))
      }),
    )
  })

  it('finds each term that is near, and none with a figure in it', () => {
    fc.assert(
      fc.property(
        list,
        word,
        fc.boolean(),
        fc.integer({ min: 1, max: 2 }),
        (terms, asked, isHalfTyped, most) => {
          fc.pre(!/\d/.test(asked))
          const near = terms
            .filter((term) => !/\d/.test(term) && distanceTo(asked, term, most, isHalfTyped) <= most)
            .map((term) => ({ term, distance: distanceTo(asked, term, most, isHalfTyped) }))
          expect(new Vocabulary(terms).near(asked, most, isHalfTyped)).toEqual(near)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('finds the stem that a half-typed word has outgrown', () => {
    const vocabulary = new Vocabulary(['inflam', 'inflamm', 'inflammatori'])
    expect(vocabulary.longestWithin('inflammatio', 4)).toBe('inflamm')
    expect(vocabulary.longestWithin('inflammatio', 8)).toBeNull()
    expect(vocabulary.longestWithin('other', 1)).toBeNull()
  })

  it('may be empty', () => {
    const vocabulary = new Vocabulary([])
    expect(vocabulary.indexOf('a')).toBe(-1)
    expect(vocabulary.startingWith('')).toEqual([])
    expect(vocabulary.near('abcd', 2, true)).toEqual([])
  })
})
