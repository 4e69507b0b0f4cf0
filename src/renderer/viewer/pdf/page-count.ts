import type * as PdfApi from 'pdfjs-dist'
import type { PDFDocumentProxy } from 'pdfjs-dist'

const open = new Set<PDFDocumentProxy>()

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
  const { PagesMapper } = api as unknown as { PagesMapper?: { instance: { pagesNumber: number } } }
  if (PagesMapper === undefined) return
  PagesMapper.instance.pagesNumber = Math.max(0, ...[...open].map(({ numPages }) => numPages))
}
