import { describe, expect, test } from 'vitest'
import { locateInPages, locateQuote, plainForm, type Selector } from '..'

const page = `Headache was the most fre-
quent complaint. Pain fell by two points in the low-
dose group and by one point in the placebo group. Pain fell by
two points again in the extension, and nobody withdrew.`

const located = (selector: Selector, text = page): ReturnType<typeof locateQuote> =>
  locateQuote(selector, plainForm(text, 'lines'))

const words = (selector: Selector, text = page): string | null => {
  const found = located(selector, text)
  return found && text.slice(found.start, found.end)
}

describe('a quote is located', () => {
  test('at its position, whatever stands around it', () => {
    const start = page.indexOf('Pain')
    const position = { start, end: start + 'Pain fell by two points'.length }
    const selector = { quote: 'Pain fell by two points', prefix: 'wrong', suffix: 'wrong', position }
    expect(located(selector)).toEqual({ ...position, kind: 'exact', distance: 0, sides: 0 })
  })

  test('at another place than its position, by the words around it', () => {
    const selector = {
      quote: 'Pain fell by two points',
      prefix: 'placebo group.',
      suffix: 'again in',
      position: { start: 3, end: 26 },
    }
    expect(located(selector)).toMatchObject({ kind: 'moved', sides: 2 })
    expect(words(selector)).toBe('Pain fell by\ntwo points')
  })

  test('by its own words where they are long and stand once', () => {
    expect(located({ quote: 'by one point in the placebo group' })).toMatchObject({ kind: 'moved', sides: 0 })
  })

  test('only approximately where it is short and in other company', () => {
    expect(located({ quote: 'nobody', prefix: 'because' })).toMatchObject({
      kind: 'approximate',
      distance: 0,
    })
  })

  test.each([
    [
      'a changed word',
      'Headache was the most common complaint',
      'Headache was the most fre-\nquent complaint',
    ],
    ['a lost letter', 'by one pint in the placebo group', 'by one point in the placebo group'],
    ['an added word', 'again in the long extension, and nobody', 'again in the extension, and nobody'],
    ['another figure', 'by 1 point in the placebo group', 'by one point in the placebo group'],
  ])('approximately with %s, and says by how much', (_, quote, there) => {
    const found = located({ quote })
    expect(found?.kind).toBe('approximate')
    expect(found?.distance).toBeGreaterThan(0)
    expect(words({ quote })).toBe(there)
  })

  test('with the hyphen of a broken word or without it', () => {
    expect(words({ quote: 'in the low-dose group and by one' })).toBe('in the low-\ndose group and by one')
    expect(words({ quote: 'in the lowdose group and by one' })).toBe('in the low-\ndose group and by one')
    expect(words({ quote: 'most frequent complaint', prefix: 'was the' })).toBe('most fre-\nquent complaint')
  })
})

describe('a quote is not located', () => {
  test.each<[string, Selector]>([
    ['that stands twice', { quote: 'Pain fell by two points' }],
    ['that stands twice with the same words before it', { quote: 'group', prefix: '' }],
    ['that is not there', { quote: 'Nausea was the reason for leaving the trial early' }],
    ['that is not there and short', { quote: 'nausea' }],
    ['of which too much differs', { quote: 'Sleep fell by eleven in the highest tier and by none' }],
    ['that is empty', { quote: ' ' }],
    ['that is too long to compare', { quote: 'nausea and vomiting '.repeat(200) }],
  ])('%s', (_, selector) => {
    expect(located(selector)).toBeNull()
  })

  test('where two places are as near', () => {
    const text = 'In the first group had mild nausea twice. Then the first group had mild nausea trice.'
    expect(located({ quote: 'the first group had mild nausea once' }, text)).toBeNull()
  })

  test('across the blocks of a document', () => {
    expect(locateQuote({ quote: 'one two' }, plainForm('one\u2029two'))).toBeNull()
  })

  test('in the time of a blink, however long and uniform the text', () => {
    const text = `${'aaaa '.repeat(40_000)}b`
    expect(located({ quote: 'aaab '.repeat(300) }, text)).toBeNull()
  })
})

describe('in a document of pages', () => {
  const pages = [
    'Nothing of it here.',
    'Pain fell by two points.',
    'Sleep was better. Pain fell by two points.',
    '',
  ]
  const asked: number[] = []
  const find = (selector: Selector, expected: number, texts = pages) => {
    asked.length = 0
    return locateInPages(selector, expected, texts.length, (number) => {
      asked.push(number)
      return Promise.resolve(plainForm(texts[number] ?? '', 'lines'))
    })
  }

  test('its own page is looked at first, and no other when it is there', async () => {
    const selector = { quote: 'Pain fell by two points', position: { start: 0, end: 23 } }
    expect(await find(selector, 1)).toMatchObject({ page: 1, kind: 'exact' })
    expect(asked).toEqual([1])
  })

  test('the others are looked at from there outwards', async () => {
    expect(await find({ quote: 'Sleep was better.', suffix: 'Pain' }, 1)).toMatchObject({
      page: 2,
      kind: 'moved',
    })
    expect(asked).toEqual([1, 2, 0, 3])
  })

  test('the position of one page means nothing on another', async () => {
    const selector = { quote: 'Pain fell by two points', prefix: 'better.', position: { start: 0, end: 23 } }
    expect(await find(selector, 3)).toMatchObject({ page: 2, kind: 'moved' })
  })

  test('of two pages that fit equally well the nearer is taken, and called approximate', async () => {
    const selector = { quote: 'Pain fell by two points' }
    expect(
      await find(selector, 0, ['', 'Pain fell by two points.', 'Pain fell by two points.']),
    ).toMatchObject({
      page: 1,
      kind: 'approximate',
    })
  })

  test('the same words win over words that are nearly so', async () => {
    const texts = [
      'Pain fell by ten points after all of twelve weeks.',
      'Pain fell by two points after all of twelve weeks.',
    ]
    const selector = { quote: 'Pain fell by two points after all of twelve weeks' }
    expect(await find(selector, 0, texts)).toMatchObject({ page: 1, kind: 'moved' })
  })

  test('a page that the copy at hand does not have is no page', async () => {
    expect(await find({ quote: 'Sleep was better.', suffix: 'Pain' }, 9)).toMatchObject({ page: 2 })
    expect(new Set(asked)).toEqual(new Set([0, 1, 2, 3]))
    expect(await find({ quote: 'not there at all' }, 0, [])).toBeNull()
  })
})
