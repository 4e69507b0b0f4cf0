import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPdf } from '../library'
import {
  findQuote,
  itemRanges,
  joinLines,
  locateQuote,
  plainForm,
  rectanglesOf,
  type PageText,
  type PdfFile,
} from '.'

/** Opens one of the fixtures. */
async function opened(name: string): Promise<PdfFile> {
  const result = await openPdf(await readFile(new URL(`fixtures/${name}.pdf`, import.meta.url)))
  if (result.is !== 'open') throw new Error(`${name}: ${result.is}, ${result.detail}`)
  return result.file
}

const programs = ['latex', 'latex-bitmaps', 'chromium', 'libreoffice', 'ghostscript']

describe.each(programs)('§12.8 a PDF made by %s', (program) => {
  let file: PdfFile
  let page: PageText
  beforeAll(async () => {
    file = await opened(program)
    page = await file.page(0)
  })
  afterAll(() => file.close())

  const found = (quote: string): string[] =>
    findQuote({ quote }, [plainForm(page.text, 'lines')]).map(({ start, end }) => page.text.slice(start, end))

  test.each([
    ['ligatures', 'The final difference in efficacy was small'],
    ['ligatures and a hyphen', 'Patients who were offered low-dose naltrexone in the first fortnight'],
    ['a broken word', 'treatment reported fewer flares than those given placebo'],
    ['a ligature in a broken word', 'but the confidence interval was wide'],
    ['a power', 'The count was 10⁹ cells per litre'],
    ['the number of a note', 'interval was wide.¹² The count'],
    ['minus signs', 'the change was −0.34 points (95% CI −0.95 to 0.27)'],
    ['minus signs typed as hyphens', 'the change was -0.34 points (95% CI -0.95 to 0.27)'],
    ['Greek letters', 'The α level was 0.05, with μ for the mean'],
    ['the micro sign for the Greek letter', 'with µ for the mean'],
    ['soft hyphens', 'naltrexonehydrochloridetablets throughout'],
    ['a copy with the break still in it', 'Tablets were dis- pensed as'],
    [
      'the change of columns',
      'The count was 10⁹ cells per litre and the change was −0.34 points (95% CI −0.95 to 0.27). The α level was 0.05, with μ for the mean. Tablets were dispensed as naltrexonehydrochloridetablets throughout. Headache and vivid dreams were the most frequent complaints during observation',
    ],
  ])('is quoted over %s', (what, quote) => {
    if (what.startsWith('a copy') && !program.startsWith('latex')) return
    expect(found(quote)).toHaveLength(1)
  })

  test.each([
    ['a power made plain', 'The count was 109 cells'],
    ['the number of a note made plain', 'interval was wide.12 The count'],
    ['a lost minus sign', 'the change was 0.34 points'],
    ['another figure', 'the change was −0.35 points'],
    ['a hyphen lost within a line', 'lowdosenaltrexone'],
    ['words of the other column', 'Headache and placebo'],
    ['other capitals', 'the Final difference'],
  ])('is not quoted with %s', (_, quote) => {
    expect(found(quote)).toEqual([])
  })

  test('has each word in the place of the item that shows it', () => {
    for (const { index, item, start, end } of page.runs) {
      expect(end - start).toBe(item.str.length)
      expect(itemRanges(page, start, end)).toEqual([{ index, item, start: 0, end: item.str.length }])
    }
  })

  test('has rectangles on its page, one under the other for a quote of several lines', () => {
    const located = locateQuote(
      { quote: 'offered low-dose naltrexone in the first fortnight' },
      plainForm(page.text, 'lines'),
    )
    const rects = rectanglesOf(page, located?.start ?? 0, located?.end ?? 0)
    expect(rects.length).toBeGreaterThan(1)
    for (const [left, bottom, right, top] of rects) {
      expect(left).toBeGreaterThan(20)
      expect(right).toBeLessThan(300)
      expect(top - bottom).toBeCloseTo(10, 0)
    }
    rects.slice(1).forEach(([, , , top], index) => expect(top).toBeLessThan((rects[index]?.[1] ?? 0) + 3))
  })

  test('reads as one would type it', () => {
    const text = joinLines(page.text, `${page.text} low-dose`)
    expect(text).toContain(
      'The final difference in efficacy was small. Patients who were offered low-dose naltrexone',
    )
    expect(text).toContain('complaints during observation, and nobody withdrew because of them.')
    expect(text).not.toMatch(/[\n\u00AD\uFB00-\uFB06]/)
  })
})

describe('what stands in two copies of a text', () => {
  test.each(programs)('a passage taken from LaTeX is found in the copy by %s', async (program) => {
    const [one, other] = [await opened('latex'), await opened(program)]
    const [from, to] = [await one.page(0), await other.page(0)]
    const [place] = findQuote({ quote: 'low-dose naltrexone in the first fortnight of treatment' }, [
      plainForm(from.text, 'lines'),
    ])
    const quote = joinLines(from.text.slice(place?.start, place?.end), 'low-dose')
    const located = locateQuote({ quote, prefix: 'offered', suffix: 'reported' }, plainForm(to.text, 'lines'))
    expect(located).toMatchObject({ kind: 'moved', distance: 0, sides: 2 })
    await Promise.all([one.close(), other.close()])
  })
})

describe('opening a PDF', () => {
  test('gives the labels that are printed on its pages', async () => {
    const file = await opened('labels')
    expect([file.pages, file.labels]).toEqual([2, ['i', '7']])
    expect((await file.page(1)).text).toBe('Pain fell by two points.')
    await file.close()
  })

  test('numbers pages that have no labels', async () => {
    const file = await opened('latex')
    expect(file.labels).toEqual(['1'])
    await file.close()
  })

  test('finds no text where there is none', async () => {
    const file = await opened('image-only')
    expect((await file.page(0)).text.trim()).toBe('')
    await file.close()
  })

  test('refuses one with a password', async () => {
    const bytes = await readFile(new URL('fixtures/encrypted.pdf', import.meta.url))
    expect(await openPdf(bytes)).toMatchObject({ is: 'encrypted' })
  })

  test.each([
    ['of no bytes', () => new Uint8Array()],
    ['of other bytes', () => new TextEncoder().encode('%PDF-1.7 and nothing else')],
    ['of zeros', () => new Uint8Array(1000)],
  ])('refuses a file %s', async (_, bytes) => {
    expect(await openPdf(bytes())).toMatchObject({ is: 'broken' })
  })

  test('leaves the bytes it was given as they are', async () => {
    const bytes = await readFile(new URL('fixtures/labels.pdf', import.meta.url))
    const before = bytes.length
    const result = await openPdf(bytes)
    if (result.is === 'open') await result.file.close()
    expect(bytes.length).toBe(before)
  })
})
