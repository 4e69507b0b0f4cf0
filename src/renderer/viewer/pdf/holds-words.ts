import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Pages that are looked at: a cover may be a picture where the rest is not. */
const lookedAt = 3

/** False for a scan: its first pages are pictures and hold no words. */
export async function holdsWords(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(lookedAt, document.numPages); number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) return true
  }
  return false
}
