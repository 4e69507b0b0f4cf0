import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSyntax } from './syntax'

describe('a query says', () => {
  it.each<[string, object]>([
    ['ldn pain', { plain: 'ldn pain' }],
    [
      '"vivid dreams" ldn',
      { plain: ' vivid dreams  ldn', phrases: [{ text: 'vivid dreams', isOpen: false }] },
    ],
    ['ldn "vivid dre', { plain: 'ldn  vivid dre', phrases: [{ text: 'vivid dre', isOpen: true }] }],
    ['“vivid dreams”', { plain: ' vivid dreams ', phrases: [{ text: 'vivid dreams', isOpen: false }] }],
    ['""', { plain: '  ' }],
    ['ldn -pain', { plain: 'ldn      ', without: [{ text: 'pain', isPhrase: false }] }],
    [
      '-"vivid dreams" ldn',
      { plain: '                ldn', without: [{ text: 'vivid dreams', isPhrase: true }] },
    ],
    ['in:handouts pain', { plain: '            pain', narrowings: [{ field: 'in', value: 'handouts' }] }],
    ['Certainty:"very low"', { narrowings: [{ field: 'certainty', value: 'very low', start: 0, end: 20 }] }],
    ['certainty:', { plain: '          ', narrowings: [{ field: 'certainty', value: '' }] }],
    [
      'pain kind:claim direction:worse',
      {
        narrowings: [
          { field: 'kind', value: 'claim' },
          { field: 'direction', value: 'worse' },
        ],
      },
    ],
  ])('%j: %j', (query, expected) => {
    expect(readSyntax(query)).toMatchObject(expected)
  })

  it.each([
    'anti-TNF',
    'a - b',
    'mean difference -2 points',
    '−0.34',
    'dose:4.5',
    'see:below',
    'x-ray',
    'within:2',
    'main:in',
    'Outcome: pain at 12 weeks. Design: a trial',
    'in: humans',
  ])('nothing but its words: %j', (query) => {
    expect(readSyntax(query)).toEqual({ plain: query, phrases: [], without: [], narrowings: [] })
  })

  it('that a word must not be there, unless it is longer than what anyone types', () => {
    const words = 'word '.repeat(31)
    expect(readSyntax(`${words}-pain`).without).toEqual([{ text: 'pain', isPhrase: false }])
    const pasted = readSyntax(`${words}word -pain`)
    expect(pasted).toMatchObject({ plain: `${words}word  pain`, without: [] })
  })

  it('as many letters as it has, so that places in it stay', () => {
    const query = fc.string({ unit: fc.constantFrom(...'ab "-:“', 'in:', 'kind:', '𝒳') })
    fc.assert(
      fc.property(query, (text) => {
        expect(readSyntax(text).plain).toHaveLength(text.length)
      }),
      { numRuns: 1_000 },
    )
  })
})
