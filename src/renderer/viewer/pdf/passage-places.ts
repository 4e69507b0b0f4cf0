import type { Passage } from '../../../bundle'
import { locateInPages, locateQuote, rectanglesOf } from '../../../documents'
import type { Placed } from '../view-state'
import type { PageReader } from './page-reader'

/** Where a passage stands in a PDF, and how sure that is. */
export interface PassagePlace {
  /** Counted from 0. */
  readonly page: number
  readonly rects: readonly (readonly number[])[]
  readonly placed: Exclude<Placed, 'lost' | 'looking'>
}

/** Where passages stand in the PDF that is shown. */
export interface Places {
  /** Where a passage stands; null when it is not in the document. */
  find(id: string): Promise<PassagePlace | null>
  /** The passages that are marked on a page, counted from 0, whether one is chosen or not. */
  onPage(page: number): Promise<ReadonlyMap<string, PassagePlace>>
}

/** Finds passages in a PDF again: at the position that packing noted, else by their words. Each is looked for once. */
export class PassagePlaces implements Places {
  private readonly found = new Map<string, Promise<PassagePlace | null>>()

  constructor(
    private readonly pages: PageReader,
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
      const { form } = await this.pages.read(page)
      if (locateQuote({ ...passage, position }, form)?.kind === 'exact')
        places.set(passage.id, { page, rects: position.rects, placed: 'exact' })
    }
    return places
  }

  private async locate(passage: Passage): Promise<PassagePlace | null> {
    const { position } = passage
    if (position.in !== 'pdf') return null
    const found = await locateInPages(
      { ...passage, position },
      position.page,
      this.pages.count,
      async (page) => (await this.pages.read(page)).form,
    )
    if (found === null) return null
    const { page, kind } = found
    const rects =
      kind === 'exact'
        ? position.rects
        : rectanglesOf((await this.pages.read(page)).text, found.start, found.end)
    return { page, rects, placed: kind }
  }
}
