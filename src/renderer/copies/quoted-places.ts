import type { Passage, Source } from '../../bundle'
import { locateByWords, plainForm, rectanglesOf, type Nearness } from '../../documents'
import type { PageReader } from '../viewer/pdf/page-reader'
import type { PassagePlace, Places } from '../viewer/pdf/passage-places'

/** Whether a passage is in the words of the digest, which are ours and not those of the paper. */
export const isOfDigest = ({ kind }: Source, { position }: Passage): boolean =>
  kind === 'digest' && position.in === 'text'

/**
 * Finds passages in a copy of the reader's own, which packing never saw: by their words alone, each once. What the digest
 * says in our own words must stand there word for word.
 */
export class QuotedPlaces implements Places {
  private readonly found = new Map<string, Promise<PassagePlace | null>>()
  /** Nobody waits for what was asked before the last passage, and to look through a book takes a while. */
  private looking: { readonly id: string; isOver: boolean } | null = null

  constructor(
    private readonly pages: PageReader,
    private readonly source: Source,
  ) {}

  find(id: string): Promise<PassagePlace | null> {
    const known = this.found.get(id)
    if (known !== undefined) return known
    if (this.looking !== null && !this.looking.isOver) {
      this.looking.isOver = true
      this.found.delete(this.looking.id)
    }
    const mine = { id, isOver: false }
    this.looking = mine
    const passage = this.source.passages.find((one) => one.id === id)
    const place = passage === undefined ? Promise.resolve(null) : this.locate(passage, mine)
    this.found.set(id, place)
    return place
  }

  /** Only the chosen passage is looked for: to know that words stand at one place alone, all pages have to be read. */
  onPage(): Promise<ReadonlyMap<string, PassagePlace>> {
    return Promise.resolve(new Map())
  }

  private async locate(passage: Passage, turn: { isOver: boolean }): Promise<PassagePlace | null> {
    const nearness: Nearness = isOfDigest(this.source, passage) ? 'letters' : 'numbers'
    const found = await locateByWords(passage, this.pages.count, nearness, async (page) =>
      turn.isOver ? nothing : (await this.pages.read(page)).form,
    )
    if (turn.isOver) return null
    turn.isOver = true
    if (found === null) return null
    const { page, start, end, kind } = found
    return { page, rects: rectanglesOf((await this.pages.read(page)).text, start, end), placed: kind }
  }
}

const nothing = plainForm('')
