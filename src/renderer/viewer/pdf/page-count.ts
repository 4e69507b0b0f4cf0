import type * as PdfApi from 'pdfjs-dist'

/** What pdf.js 5.4 keeps of pages in one place for all documents, in the part that we have to mend. */
interface PagesMapper {
  pagesNumber: number
  addListener: (listener: () => void) => void
}

const mapperOf = (api: typeof PdfApi): PagesMapper | undefined =>
  (api as unknown as { PagesMapper?: { instance: PagesMapper } }).PagesMapper?.instance

/**
 * Keeps pdf.js from holding on to documents that are closed: each puts itself on a list of who wants to know when pages are
 * moved, and never takes itself off, with its views and all that they drew. Here no page is ever moved.
 */
export function keepNoDocuments(api: typeof PdfApi): void {
  const mapper = mapperOf(api)
  if (mapper !== undefined) mapper.addListener = () => undefined
}

/**
 * pdf.js 5.4 keeps the number of pages in one place for all documents, sets it to that of the document opened last, and
 * refuses pages beyond it: opened beside a long document, if only to be read in the background, a short one would cut the
 * long one off. Until it no longer does, that place only grows. What is beyond the end of a document is refused by the
 * document itself.
 */
export function keepPageCount(api: typeof PdfApi): void {
  const mapper = mapperOf(api)
  if (mapper === undefined) return
  let longest = 0
  Object.defineProperty(mapper, 'pagesNumber', {
    get: () => longest,
    set: (count: number) => (longest = Math.max(longest, count)),
  })
}
