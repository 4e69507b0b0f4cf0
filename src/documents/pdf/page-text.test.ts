import { describe, expect, test } from 'vitest'
import { itemRanges, pageText, rectanglesOf, type PdfTextItem } from '..'

/** An item of ten points at a place of the page; each character is five points wide. */
const item = (str: string, x: number, y: number, more: Partial<PdfTextItem> = {}): PdfTextItem => {
  const size = more.height ?? 10
  return {
    str,
    dir: 'ltr',
    transform: [size, 0, 0, size, x, y],
    width: str.length * 5,
    height: size,
    hasEOL: false,
    ...more,
  }
}

const small = { height: 7 }

describe('the text of a page', () => {
  test('is that of its items, with a line end where a line ends', () => {
    const items = [
      item('one', 0, 100, { hasEOL: true }),
      item('', 0, 88, { hasEOL: true }),
      item('two', 0, 76),
    ]
    expect(pageText(items).text).toBe('one\n\ntwo')
  })

  test('passes over what is no text', () => {
    expect(
      pageText([{ type: 'beginMarkedContent' }, null, 3, item('one', 0, 0)]).runs.map(({ index }) => index),
    ).toEqual([3])
  })

  test.each([
    ['raised digits', [item('10', 0, 100), item('9', 10, 104, small)], '10⁹'],
    ['a raised minus sign', [item('10', 0, 100), item('−12', 10, 104, small)], '10⁻¹²'],
    ['notes', [item('wide.', 0, 100), item('1,2–4', 25, 104, small)], 'wide.¹,²⁻⁴'],
  ])('has %s as superscripts', (_, items, text) => {
    expect(pageText(items).text).toBe(text)
  })

  test.each([
    ['lowered ones', [item('CO', 0, 100), item('2', 10, 97, small)], 'CO2'],
    ['small ones on the line', [item('10', 0, 100), item('9', 10, 100, small)], '109'],
    ['raised ones as large', [item('10', 0, 100), item('9', 10, 104)], '109'],
    ['those of the line above', [item('10', 0, 100), item('9', 10, 112, small)], '109'],
    ['those of the next line', [item('10', 0, 100, { hasEOL: true }), item('9', 0, 104, small)], '10\n9'],
    ['letters', [item('10', 0, 100), item('th', 10, 104, small)], '10th'],
    ['signs alone', [item('x', 0, 100), item('*', 10, 104, small)], 'x*'],
  ])('has no superscripts for %s', (_, items, text) => {
    expect(pageText(items).text).toBe(text)
  })

  test.each([
    ['e\u001Ecacy', 'eﬃcacy'],
    ['\u000Cnal', 'ﬁnal'],
    ['1\u00152', '1–2'],
    ['昀椀nal', 'final'],
    ['e昀昀icacy', 'efficacy'],
    ['日昀', '日昀'],
    ['a\nb', 'a b'],
  ])('shows %j as %j, no longer and no shorter', (str, shown) => {
    expect(pageText([item(str, 0, 0)]).text).toBe(shown)
    expect(shown).toHaveLength(str.length)
  })
})

describe('the rectangles of a range', () => {
  const items = [
    item('abcd', 100, 500),
    item(' ', 120, 500),
    item('efgh', 125, 500, { hasEOL: true }),
    item('klmn', 100, 488),
  ]
  const page = pageText(items)

  test('are one for each line', () => {
    expect(page.text).toBe('abcd efgh\nklmn')
    expect(rectanglesOf(page, 0, page.text.length)).toEqual([
      [100, 497.8, 145, 507.8],
      [100, 485.8, 120, 495.8],
    ])
  })

  test('cover a part of an item in proportion', () => {
    expect(rectanglesOf(page, 2, 4)).toEqual([[110, 497.8, 120, 507.8]])
    expect(itemRanges(page, 2, 6).map(({ index, start, end }) => [index, start, end])).toEqual([
      [0, 2, 4],
      [1, 0, 1],
      [2, 0, 1],
    ])
  })

  test('run from the right in a text that does', () => {
    expect(rectanglesOf(pageText([item('abcd', 100, 500, { dir: 'rtl' })]), 0, 1)).toEqual([
      [115, 497.8, 120, 507.8],
    ])
  })

  test('follow a text that is turned', () => {
    const turned = pageText([item('abcd', 50, 100, { transform: [0, 10, -10, 0, 50, 100] })])
    expect(rectanglesOf(turned, 0, 4)).toEqual([[42.2, 100, 52.2, 120]])
  })

  test('of vertical lines hang down about their middle', () => {
    const down = { dir: 'ttb', width: 10, height: 40 }
    const page = pageText([
      item('痛みです', 500, 780, { ...down, hasEOL: true }),
      item('二番目行', 485, 780, down),
    ])
    expect(rectanglesOf(page, 1, 3)).toEqual([[495, 750, 505, 770]])
    expect(rectanglesOf(page, 3, page.text.length)).toEqual([
      [495, 740, 505, 750],
      [480, 740, 490, 780],
    ])
  })

  test('keep a raised digit in its line', () => {
    const raised = pageText([item('aa', 100, 500), item('9', 110, 504, small), item('bb', 115, 500)])
    expect(rectanglesOf(raised, 0, 5)).toHaveLength(1)
  })

  test('are none for white space or nothing', () => {
    expect(rectanglesOf(page, 4, 5)).toEqual([])
    expect(rectanglesOf(page, 3, 3)).toEqual([])
  })
})
