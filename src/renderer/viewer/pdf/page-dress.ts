import { QuotedPlaces } from '../../copies/quoted-places'
import type { Source } from '../../../bundle'
import { showFigures, type FiguredView } from './figures'
import { drawMarks } from './page-marks'
import type { PageReader } from './page-reader'
import type { PageView } from './page-view'
import { PassagePlaces, type Places } from './passage-places'
import type { PdfLibrary } from './pdf-library'
import { drawWordMarks, wordsOnPage } from './word-marks'

/** What a page is dressed by; what changes is asked for each time. */
export interface Dress {
  readonly library: PdfLibrary
  readonly reader: PageReader
  readonly source: Source
  /** A copy of the reader's own was never packed: passages are found in it by their words, and so is what was searched. */
  readonly isCopy: boolean
  readonly passage: () => string | null
  /** The words of a search that are marked; null when none are. */
  readonly words: () => string | null
  readonly isDark: () => boolean
}

/** Puts on pages that have been drawn what is ours: figures as they were printed, passages, words that were searched for. */
export class PageDress {
  /** Where passages stand in the document. */
  readonly places: Places

  constructor(private readonly dress: Dress) {
    const { isCopy, reader, source } = dress
    this.places = isCopy ? new QuotedPlaces(reader, source) : new PassagePlaces(reader, source.passages)
  }

  /**
   * Leaves the figures of a page that is turned to dark as they were printed, on the page itself or a small one.
   *
   * @throws Error as `PageReader.read` does
   */
  async showFigures(view: FiguredView): Promise<void> {
    const { library, reader } = this.dress
    const page = (view.pdfPage?.pageNumber ?? 1) - 1
    await showFigures(view, library.api.OPS, () => reader.linesOn(page))
  }

  /**
   * Dresses a page anew.
   *
   * @throws Error as `PageReader.read` does
   */
  async put(view: PageView): Promise<void> {
    const { reader, source, isCopy, passage, words, isDark } = this.dress
    const page = view.id - 1
    if (isDark()) await this.showFigures(view)
    if (isCopy) {
      const searched = words()
      drawWordMarks(view, searched === null ? [] : await wordsOnPage(reader, page, searched))
    }
    const here = new Map(await this.places.onPage(page))
    const wanted = passage()
    const chosen = wanted === null ? null : await this.places.find(wanted)
    if (wanted !== null && chosen !== null && chosen.page === page) here.set(wanted, chosen)
    drawMarks(
      view,
      [...here].map(([id, { rects }]) => ({
        id,
        rects,
        quote: source.passages.find((one) => one.id === id)?.quote ?? '',
        isChosen: id === wanted,
      })),
    )
  }
}
