import { reactive } from 'vue'

/** What the reader has opened around one source: its find bar, its record. */
export interface ViewState {
  readonly find: boolean
  readonly record: boolean
  readonly showFind: (open: boolean) => void
  readonly showRecord: (open: boolean) => void
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
