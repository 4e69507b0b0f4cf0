import { nextTick, shallowRef, type ShallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { painting } from '../../composables/painted'
import { queryText } from '../../composables/query-text'
import { wordsIn } from '../../finding/query-words'
import type { PageFrom, Placed } from '../view-state'
import type { DrawnPages } from './drawn-pages'
import type { PageDress } from './page-dress'
import type { PageReader } from './page-reader'
import type { PdfPlace, PdfStage } from './pdf-stage'
import type { StayingPlace } from './staying-place'
import { wordsOnPage } from './word-marks'

/** Where the reader left a PDF, and whether the chosen passage was in view still. */
export interface LeftPlace extends PdfPlace {
  readonly isAtPassage: boolean
}

/** What the chosen place is looked for with. */
export interface Looking {
  /** Null until the pages stand. */
  readonly stage: Readonly<ShallowRef<PdfStage | null>>
  readonly reader: PageReader
  readonly dress: PageDress
  readonly drawn: DrawnPages
  readonly staying: StayingPlace
  readonly passage: () => string | null
  /** Which part of the route's query names the page to show. */
  readonly pageFrom: PageFrom
  /** Which part of the pane this is. */
  readonly part: string
  /** Where the reader left it, when they came back. */
  readonly kept: () => LeftPlace | undefined
}

/** The place in a PDF that the route names: a passage, a page, or the words of a search on it. */
export function useChosenPlace(looking: Looking) {
  const { stage, reader, dress, drawn, staying, passage, pageFrom, part, kept } = looking
  const route = useRoute()
  const isCopy = pageFrom !== 'page'
  const placed = shallowRef<Placed>('exact')

  /** The words of a search that are marked in a copy; null when none are. */
  function markedWords(): string | null {
    const query =
      isCopy && passage() === null && part !== 'second copy' ? queryText(route.query['q']) : undefined
    return query === undefined ? null : wordsIn(query)
  }

  async function bring(
    now: PdfStage,
    page: number,
    rects: readonly (readonly number[])[],
    toCentre: boolean,
  ) {
    const view = await now.pageView(page)
    await nextTick()
    staying.bring(view, rects, toCentre)
    return view
  }

  /** A page, at the first of the words that it was found by; the page of a copy names it. */
  async function goToPage(now: PdfStage): Promise<void> {
    const asked = Number(queryText(route.query[pageFrom]) ?? Number.NaN)
    if (!Number.isInteger(asked) || asked < 1 || asked > now.document.numPages) return
    now.goToPage(asked)
    const words = markedWords()
    const [first] = words === null ? [] : await wordsOnPage(reader, asked - 1, words)
    if (first !== undefined && stage.value === now) await bring(now, asked - 1, [first], false)
  }

  async function goToPassage(
    now: PdfStage,
    wanted: string,
    toStay: boolean,
    toCentre: boolean,
  ): Promise<void> {
    if (isCopy) placed.value = 'looking'
    const found = await dress.places.find(wanted)
    if (passage() !== wanted || stage.value !== now) return
    placed.value = found?.placed ?? 'lost'
    if (found === null || toStay) return
    const view = await bring(now, found.page, found.rects, toCentre)
    await drawn.onScreen(view.id)
  }

  return {
    placed,
    markedWords,

    /** Reads what the chosen passage needs to be brought on screen. */
    meant: async (document: PdfStage['document']): Promise<void> => {
      const wanted = passage()
      const found = wanted === null ? null : await dress.places.find(wanted)
      if (found !== null) await document.getPage(found.page + 1)
    },

    /** Brings the chosen place on screen: where the reader left it, the passage, or the page that a search hit names. */
    show: async (isFirst: boolean): Promise<void> => {
      const now = stage.value
      if (now === null) return
      const [place, wanted] = [kept(), passage()]
      const done = painting()
      try {
        staying.leave()
        if (place !== undefined) now.goTo(place)
        const isElsewhere = place?.isAtPassage === false
        if (wanted !== null) await goToPassage(now, wanted, isElsewhere, isFirst && place === undefined)
        else {
          placed.value = 'exact'
          if (place === undefined) await goToPage(now)
          const words = queryText(route.query['q'])
          if (words !== undefined && part === 'first') now.search(wordsIn(words).split(' '))
        }
        await Promise.all(drawn.all().map((view) => dress.put(view)))
      } finally {
        done()
      }
    },
  }
}
