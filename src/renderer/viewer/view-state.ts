import { reactive } from 'vue'
import type { Source } from '../../bundle'

/** What the reader has opened around one source: its find bar, its record. */
export interface ViewState {
  readonly find: boolean
  readonly record: boolean
  readonly showFind: (open: boolean) => void
  readonly showRecord: (open: boolean) => void
}

/** What every view of a source is given, whatever kind it is. */
export interface Viewed {
  readonly source: Source
  readonly passage: string | null
  /** What the view is called for a screen reader. */
  readonly name: string
  /** Which part of the pane this is, for the places that are kept. */
  readonly part: string
  readonly state: ViewState
}

/** A view with nothing opened around it. */
export function newViewState(): ViewState {
  const state = reactive({
    find: false,
    record: false,
    showFind: (open: boolean) => void (state.find = open),
    showRecord: (open: boolean) => void (state.record = open),
  })
  return state
}

/**
 * How a passage was found again in the document that is shown. `looking`, `few` and `several` are of copies of the
 * reader's own, in which it is looked for by its words alone.
 */
export type Placed = 'exact' | 'moved' | 'approximate' | 'lost' | 'looking' | 'few' | 'several'

/** Which part of the route's query names the page of a PDF: of a document, of a copy, of a copy in the second place. */
export type PageFrom = 'page' | 'copy' | 'alsoCopy'
