import type { PDFDocumentProxy } from 'pdfjs-dist'
import { pageText, pdfTextOptions, plainForm, type PageText, type PlainForm } from '../../../documents'

/** The text of a page, and the form in which words are looked for in it. */
export interface ReadPage {
  readonly text: PageText
  readonly form: PlainForm
}

/** Pages whose text is kept. */
const mostKept = 24

/** Reads the text of pages of a PDF, each once while it is of use. */
export class PageReader {
  private readonly pages = new Map<number, Promise<ReadPage>>()

  constructor(private readonly document: PDFDocumentProxy) {}

  /** How many pages there are. */
  get count(): number {
    return this.document.numPages
  }

  /** @param page counted from 0 */
  read(page: number): Promise<ReadPage> {
    const known = this.pages.get(page)
    if (known !== undefined) return known
    const reading = this.document
      .getPage(page + 1)
      .then((proxy) => proxy.getTextContent(pdfTextOptions))
      .then(({ items }) => {
        const text = pageText(items)
        return { text, form: plainForm(text.text, 'lines') }
      })
    this.pages.set(page, reading)
    const [oldest] = this.pages.keys()
    if (this.pages.size > mostKept && oldest !== undefined) this.pages.delete(oldest)
    return reading
  }
}
