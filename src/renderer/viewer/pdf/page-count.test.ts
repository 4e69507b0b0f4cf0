import * as api from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { keepPageCount } from './page-count'

/** Opens a PDF of so many empty pages. */
function open(pages: number): Promise<api.PDFDocumentProxy> {
  const numbers = Array.from({ length: pages }, (_, index) => index + 3)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'),
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  const data = new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`)
  return api.getDocument({ data, verbosity: 0 }).promise
}

it('the pages of a long document can be had while a shorter one is opened, and those beyond an end cannot', async () => {
  keepPageCount(api)
  const long = await open(5)
  const short = await open(1)
  expect([long.numPages, short.numPages]).toEqual([5, 1])
  expect((await long.getPage(5)).pageNumber).toBe(5)
  await expect(short.getPage(5)).rejects.toThrow()
  await expect(long.getPage(6)).rejects.toThrow()
})
