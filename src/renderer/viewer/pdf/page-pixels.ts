import type * as PdfWeb from 'pdfjs-dist/web/pdf_viewer.mjs'

/** What of pdf.js's view of a page we have to mend. */
interface SizedView {
  outputScale: unknown
  setPdfPage: (page: unknown) => void
}

/**
 * pdf.js 5.4 works out how finely a page may be drawn while it takes all pages to be of the size of the first, and not again
 * when it learns the true one: the picture of a poster among pages would take all memory. So it forgets what it worked out.
 */
export function keepPicturesSmall({ PDFPageView }: typeof PdfWeb): void {
  const views = PDFPageView.prototype as unknown as SizedView
  const { setPdfPage } = views
  views.setPdfPage = function (this: SizedView, page) {
    setPdfPage.call(this, page)
    this.outputScale = null
  }
}
