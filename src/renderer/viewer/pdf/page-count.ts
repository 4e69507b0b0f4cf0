import type * as PdfApi from 'pdfjs-dist'
import type { PDFDocumentProxy } from 'pdfjs-dist'

/** What pdf.js 5.4 keeps of pages in one place for all documents, in the part that we have to mend. */
interface PagesMapper {
  pagesNumber: number
  addListener: (listener: () => void) => void
}

const open = new Set<PDFDocumentProxy>()

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
 * pdf.js 5.4 keeps the number of pages in one place for all documents and refuses pages beyond it, so that a short
 * document opened beside a long one would cut the long one off. Until it no longer does, that place holds the number of
 * the longest document that is open.
 */
export function keepPageCount(api: typeof PdfApi, document: PDFDocumentProxy): void {
  open.add(document)
  settle(api)
}

/** Says that a document is closed. Called also when pdf.js has just set the number to that of another. */
export function dropPageCount(api: typeof PdfApi, document: PDFDocumentProxy): void {
  open.delete(document)
  settle(api)
}

function settle(api: typeof PdfApi): void {
  const mapper = mapperOf(api)
  if (mapper !== undefined) mapper.pagesNumber = Math.max(0, ...[...open].map(({ numPages }) => numPages))
}
