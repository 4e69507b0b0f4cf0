import type * as PdfApi from 'pdfjs-dist'

/**
 * pdf.js 5.4 keeps the number of pages in one place for all documents, sets it to that of the document opened last, and
 * refuses pages beyond it: opened beside a long document, if only to be read in the background, a short one would cut the
 * long one off. Until it no longer does, that place only grows. What is beyond the end of a document is refused by the
 * document itself.
 */
export function keepPageCount(api: typeof PdfApi): void {
  const { PagesMapper } = api as unknown as { PagesMapper?: { instance: { pagesNumber: number } } }
  if (PagesMapper === undefined) return
  let longest = 0
  Object.defineProperty(PagesMapper.instance, 'pagesNumber', {
    get: () => longest,
    set: (count: number) => (longest = Math.max(longest, count)),
  })
}
