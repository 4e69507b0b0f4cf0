import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, merged, segments, type Mark } from './excerpt'
import { marksOf, marksToExcerpt, soughtBy } from './marks'
import { parseQuery } from './query'

const joined = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('')
const marked = (parts: readonly { readonly text: string; readonly marked: boolean }[]): string[] =>
  parts.flatMap((part) => (part.marked ? [part.text] : []))
const markOf = (text: string, word: string): Mark => {
  const start = text.indexOf(word)
  return { start, end: start + word.length, term: word }
}

const textAndMarks = fc.string({ unit: 'grapheme', maxLength: 600 }).chain((text) => {
  const place = fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.constantFrom('a', 'b', 'c'))
  const mark = place.map(([a, b, term]) => ({ start: Math.min(a, b), end: Math.max(a, b), term }))
  return fc.tuple(fc.constant(text), fc.array(mark, { maxLength: 8 }))
})

describe('segments', () => {
  it('joined are the text, marked or not', () => {
    fc.assert(
      fc.property(textAndMarks, ([text, marks]) => {
        expect(joined(segments(text, marks))).toBe(text)
        expect(segments(text, marks).every((part) => part.text !== '')).toBe(true)
      }),
    )
  })

  it('mark exactly what is marked', () => {
    fc.assert(
      fc.property(textAndMarks, ([text, marks]) => {
        const isMarked = Array.from(text.split(''), (_, at) =>
          marks.some(({ start, end }) => start <= at && at < end),
        )
        const flags = segments(text, marks).flatMap((part) => part.text.split('').map(() => part.marked))
        expect(flags).toEqual(isMarked)
      }),
    )
  })

  it('are of a text without marks one', () => {
    expect(segments('pain', [])).toEqual([{ text: 'pain', marked: false }])
    expect(segments('', [])).toEqual([])
  })
})

describe('places', () => {
  it('that overlap or touch are joined', () => {
    expect(
      merged([
        { start: 5, end: 8 },
        { start: 0, end: 4 },
        { start: 0, end: 8 },
      ]),
    ).toEqual([{ start: 0, end: 8 }])
    expect(
      merged([
        { start: 5, end: 8 },
        { start: 0, end: 4 },
      ]),
    ).toHaveLength(2)
  })
})

describe('an excerpt', () => {
  const filler = 'Some words that nobody asked for stand here in a row. '.repeat(10)

  it('of a short text is the text', () => {
    expect(excerpt('Pain fell.', [])).toEqual([{ text: 'Pain fell.', marked: false }])
  })

  it('shows where most different words stand together, between whole words, with what was left out', () => {
    const text = `${filler}A pain alone. ${filler}Here naltrexone eased pain. ${filler}`
    const second = text.lastIndexOf('pain')
    const marks = [
      markOf(text, 'pain'),
      markOf(text, 'naltrexone'),
      { start: second, end: second + 4, term: 'pain' },
    ]
    const shown = excerpt(text, marks)
    expect(marked(shown)).toEqual(['naltrexone', 'pain'])
    const words = joined(shown)
    expect(words).toMatch(/^….*…$/)
    expect(words.length).toBeGreaterThan(120)
    expect(words.length).toBeLessThanOrEqual(162)
    expect(text).toContain(words.slice(1, -1))
    expect(` ${text} `).toMatch(new RegExp(`\\s${words.slice(1, -1)}\\s`))
  })

  it('begins with a whole word, also when that is the marked one', () => {
    const text = `${'a'.repeat(40)} ${'b'.repeat(80)} pain ${'and so on '.repeat(30)}`
    const [first, second] = excerpt(text, [markOf(text, 'pain')])
    expect(first).toEqual({ text: '…', marked: false })
    expect(second).toEqual({ text: 'pain', marked: true })
  })

  it('without marks is the beginning', () => {
    expect(joined(excerpt(filler, []))).toMatch(/^Some words.*…$/)
  })

  it('has no line breaks', () => {
    expect(joined(excerpt('Pain\n\n  fell.\t', []))).toBe('Pain fell. ')
  })

  it('shows the mark, is about as long as it should be, and cuts no letter, whatever the text', () => {
    const letters = fc.oneof(fc.constant(' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }))
    const text = fc.array(letters, { minLength: 1, maxLength: 900 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 20 }), (all, place, length) => {
        const start = place % all.length
        const mark = { start, end: Math.min(start + length, all.length), term: 'a' }
        const shown = excerpt(all, [mark])
        expect(joined(shown).length).toBeLessThanOrEqual(165)
        expect(marked(shown).join('').length).toBeGreaterThan(0)
        const cut = joined(shown.filter((part) => !part.marked)).replace(/^…|…$/g, '')
        // Where the mark itself was cut within a letter, that is the mark's doing.
        const isWhole = all.slice(mark.start, mark.end).isWellFormed()
        if (all.isWellFormed() && isWhole) expect(cut.isWellFormed()).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('of a text without spaces is cut between letters', () => {
    const text = '👩‍⚕️痛𝒳'.repeat(100)
    const mark = { start: 300, end: 301, term: 'a' }
    expect(joined(excerpt(text, [mark]).filter((part) => !part.marked)).isWellFormed()).toBe(true)
  })

  it('of a mark longer than itself shows its beginning', () => {
    const text = `start ${'x'.repeat(500)} end`
    const shown = excerpt(text, [markOf(text, 'x'.repeat(500))])
    expect(joined(shown).length).toBeLessThanOrEqual(165)
    expect(marked(shown)[0]?.startsWith('xxx')).toBe(true)
  })
})

describe('a whole page', () => {
  const filler = 'Nothing of the kind stands in this sentence. '.repeat(200)
  const page = `${filler}Tramadol studies were stopped, 4.5 mg at night. ${filler}`
  const wordsMarked = (query: string): string[] =>
    marksToExcerpt(page, soughtBy(parseQuery(query))).map(({ start, end }) => page.slice(start, end))

  it.each([
    ['tramadol ', 'Tramadol'],
    ['trama', 'Tramadol'],
    ['study ', 'studies'],
    ['4.5mg ', '4.5 mg'],
  ])('is marked where %j stands', (query, word) => {
    expect(wordsMarked(query)).toContain(word)
  })

  it('is marked as a short text is', () => {
    const sought = soughtBy(parseQuery('tramadol stopped night '))
    const near = marksToExcerpt(page, sought).map(({ start, end }) => ({ start, end }))
    expect(near).toEqual(marksOf(page, sought).map(({ start, end }) => ({ start, end })))
  })

  it('has no mark where nothing of it stands', () => {
    expect(wordsMarked('zebra ')).toEqual([])
  })
})
