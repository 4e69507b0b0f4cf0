import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Passage } from '../../../bundle'
import {
  locateInPages,
  locateQuote,
  pageText,
  pdfTextOptions,
  plainForm,
  rectanglesOf,
  type PageText,
  type PlainForm,
  type Rectangle,
} from '../../../documents'
import type { Placed } from '../view-state'

/** Where a passage stands in a PDF, and how sure that is. */
export interface PassagePlace {
  /** Counted from 0. */
  readonly page: number
  readonly rects: readonly (readonly number[])[]
  readonly placed: Exclude<Placed, 'lost'>
}

interface Read {
  readonly text: PageText
  readonly form: PlainForm
}

/** Pages whose text is kept. */
const mostKept = 24

/** Finds passages in a PDF again: at the position that packing noted, else by their words. Each is looked for once. */
export class PassagePlaces {
  private readonly pages = new Map<number, Promise<Read>>()
  private readonly found = new Map<string, Promise<PassagePlace | null>>()

  constructor(
    private readonly document: PDFDocumentProxy,
    private readonly passages: readonly Passage[],
  ) {}

  /** Where a passage stands; null when its words are nowhere in the document. */
  find(id: string): Promise<PassagePlace | null> {
    const known = this.found.get(id)
    if (known !== undefined) return known
    const passage = this.passages.find((one) => one.id === id)
    const looking = passage === undefined ? Promise.resolve(null) : this.locate(passage)
    this.found.set(id, looking)
    return looking
  }

  /** The passages that were packed from a page and still stand where they stood. */
  async onPage(page: number): Promise<ReadonlyMap<string, PassagePlace>> {
    const places = new Map<string, PassagePlace>()
    for (const passage of this.passages) {
      const { position } = passage
      if (position.in !== 'pdf' || position.page !== page) continue
      const { form } = await this.read(page)
      if (locateQuote({ ...passage, position }, form)?.kind === 'exact')
        places.set(passage.id, { page, rects: position.rects, placed: 'exact' })
    }
    return places
  }

  /** Where lines of text stand on a page. */
  async linesOn(page: number): Promise<readonly Rectangle[]> {
    const { text } = await this.read(page)
    return rectanglesOf(text, 0, text.text.length)
  }

  private async locate(passage: Passage): Promise<PassagePlace | null> {
    const { position } = passage
    if (position.in !== 'pdf') return null
    const { numPages } = this.document
    const found = await locateInPages({ ...passage, position }, position.page, numPages, async (page) =>
      this.read(page).then(({ form }) => form),
    )
    if (found === null) return null
    const { page, kind } = found
    const rects =
      kind === 'exact' ? position.rects : rectanglesOf((await this.read(page)).text, found.start, found.end)
    return { page, rects, placed: kind }
  }

  /** @param page counted from 0 */
  private read(page: number): Promise<Read> {
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
