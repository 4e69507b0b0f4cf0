import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageText, pdfTextOptions, rectanglesOf, type Rectangle } from '../../../documents'
import { drawnOn, type Operators } from './drawing'
import { figureAreas } from './figure-areas'

/* The lists of operators of pdf.js itself, which no types describe: another version must still be read aright. */

const fixtures = import.meta.glob<string>('../../../documents/fixtures/*.pdf', {
  query: '?inline',
  import: 'default',
})

async function open(name: string) {
  const address = await fixtures[`../../../documents/fixtures/${name}.pdf`]?.()
  if (address === undefined) throw new Error(`there is no fixture ${name}`)
  const data = new Uint8Array(await (await fetch(address)).arrayBuffer())
  return getDocument({ data, verbosity: 0, useSystemFonts: false })
}

async function look(name: string) {
  const task = await open(name)
  const page = await (await task.promise).getPage(1)
  const text = pageText((await page.getTextContent(pdfTextOptions)).items)
  const linesOf = (words: string): readonly Rectangle[] => {
    const start = text.text.indexOf(words)
    if (start < 0) throw new Error(`${name} does not say ${words}`)
    return rectanglesOf(text, start, start + words.length)
  }
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const whole: Rectangle = [left, bottom, right, top]
  const drawn = drawnOn((await page.getOperatorList()) as unknown as Operators, OPS, whole)
  return { areas: figureAreas(drawn, rectanglesOf(text, 0, text.text.length), whole), linesOf, task }
}

const isIn = (area: Rectangle, line: Rectangle): boolean =>
  area[0] <= line[2] && line[0] <= area[2] && area[1] <= line[3] && line[1] <= area[3]

describe('a page with charts as Chromium prints it', () => {
  let page: Awaited<ReturnType<typeof look>>
  beforeAll(async () => (page = await look('charts')))
  afterAll(() => page.task.destroy())

  it('keeps its two charts, one in colours and one of black lines', () => {
    expect(page.areas).toHaveLength(2)
    const [coloured, black] = page.areas
    expect(coloured?.[1]).toBeGreaterThan(black?.[3] ?? Infinity)
    for (const area of page.areas) expect(area[2] - area[0]).toBeGreaterThan(250)
  })

  it.each([
    'Pain fell by 1.2 points',
    'Between the two charts',
    'Outcome',
    'Vivid dreams',
    'Key points',
    'After it more',
  ])('turns %s to dark, in whatever box it stands', (words) => {
    const lines = page.linesOf(words)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(page.areas.some((area) => isIn(area, line))).toBe(false)
  })
})

describe.each(['latex', 'latex-bitmaps', 'chromium', 'libreoffice', 'ghostscript'])(
  'a page of text by %s',
  (name) => {
    it('is dark as a whole', async () => {
      const page = await look(name)
      expect(page.areas).toEqual([])
      await page.task.destroy()
    })
  },
)

it('a scan is shown as it is', async () => {
  const page = await look('image-only')
  expect(page.areas).toHaveLength(1)
  await page.task.destroy()
})
