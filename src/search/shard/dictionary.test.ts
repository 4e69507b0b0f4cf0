import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceTo } from '../edit-distance'
import { bytesOf, compareBytes, Dictionary, writeDictionary } from './dictionary'
import { Vocabulary } from './vocabulary'

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', '4', '痛', '𝒳'),
  minLength: 1,
  maxLength: 6,
})
const byBytes = (a: string, b: string): number => compareBytes(bytesOf(a), bytesOf(b))
const list = fc.uniqueArray(word, { maxLength: 60 }).map((all) => all.toSorted(byBytes))

function dictionaryOf(terms: readonly string[]): Dictionary {
  const { starts, bytes } = writeDictionary(terms.map(bytesOf))
  return new Dictionary(terms.length, starts, bytes)
}

describe('a dictionary', () => {
  it('knows each term by its number, and the number by the term', () => {
    fc.assert(
      fc.property(list, word, (terms, asked) => {
        const dictionary = dictionaryOf(terms)
        expect(terms.map((_, number) => dictionary.at(number))).toEqual(terms)
        expect(dictionary.numberOf(asked)).toBe(terms.indexOf(asked))
        expect(dictionary.at(terms.length)).toBe('')
      }),
    )
  })

  it('knows which terms begin so', () => {
    fc.assert(
      fc.property(list, word, (terms, start) => {
        const { from, to } = dictionaryOf(terms).rangeOf(start)
        expect(terms.slice(from, to)).toEqual(terms.filter((term) => term.startsWith(start)))
      }),
    )
  })

  it('of any bytes is walked to its end at most', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(40), word, (bytes, size, asked) => {
        const starts = Uint32Array.from({ length: Math.ceil(size / 16) + 1 }, (_, at) =>
          Math.min(at * 50, bytes.length),
        )
        const dictionary = new Dictionary(size, starts, bytes)
        let terms = 0
        dictionary.forEach(() => terms++)
        expect(terms).toBeLessThanOrEqual(size)
        expect(dictionary.numberOf(asked)).toBeLessThan(Math.max(size, 1))
        new Vocabulary(dictionary).near(asked, 2, true)
      }),
    )
  })
})

describe('a vocabulary', () => {
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
          expect(new Vocabulary(dictionaryOf(terms)).near(asked, most, isHalfTyped)).toEqual(near)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('finds the stem that a half-typed word has outgrown', () => {
    const vocabulary = new Vocabulary(dictionaryOf(['inflam', 'inflamm', 'inflammatori']))
    expect(vocabulary.longestWithin('inflammatio', 4)).toBe('inflamm')
    expect(vocabulary.longestWithin('inflammatio', 8)).toBeNull()
    expect(vocabulary.longestWithin('other', 1)).toBeNull()
  })
})
