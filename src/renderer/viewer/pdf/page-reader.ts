import type { PDFDocumentProxy } from 'pdfjs-dist'
import {
  pageText,
  pdfTextOptions,
  plainForm,
  rectanglesOf,
  type PageText,
  type PlainForm,
  type Rectangle,
} from '../../../documents'

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

  private close: (reason: Error) => void = () => undefined
  private readonly closed: Promise<never>

  constructor(private readonly document: PDFDocumentProxy) {
    this.closed = new Promise((_resolve, reject) => (this.close = reject))
    this.closed.catch(() => undefined) // heard by whoever reads then, if anybody does
  }

  /** Ends what is being read: of a document that is closed pdf.js would have it wait for ever. */
  end(): void {
    this.close(new Error('the document is shown no longer'))
  }

  /** How many pages there are. */
  get count(): number {
    return this.document.numPages
  }

  /**
   * @param page counted from 0
   * @throws Error when the page is broken, or reading was ended
   */
  read(page: number): Promise<ReadPage> {
    const known = this.pages.get(page)
    if (known !== undefined) return known
    const reading = Promise.race([this.textOf(page), this.closed])
    this.pages.set(page, reading)
    const [oldest] = this.pages.keys()
    if (this.pages.size > mostKept && oldest !== undefined) this.pages.delete(oldest)
    return reading
  }

  /**
   * Where lines of text stand on a page, counted from 0.
   *
   * @throws Error as `read` does
   */
  async linesOn(page: number): Promise<readonly Rectangle[]> {
    const { text } = await this.read(page)
    return rectanglesOf(text, 0, text.text.length)
  }

  private async textOf(page: number): Promise<ReadPage> {
    const proxy = await this.document.getPage(page + 1)
    const { items } = await proxy.getTextContent(pdfTextOptions)
    const text = pageText(items)
    return { text, form: plainForm(text.text, 'lines') }
  }
}
