import type { ShallowRef } from 'vue'

/** What a search in a document has come to. */
export interface SearchProgress {
  /** Which match is shown, counted from 1; 0 when none is. */
  readonly current: number
  /** How many there are in the whole document, so far. */
  readonly total: number
  /** True while pages are still being looked through. */
  readonly isLooking: boolean
}

/** Nothing is looked for. */
export const noSearch: SearchProgress = { current: 0, total: 0, isLooking: false }

/** What a find bar asks of the document below it, whatever kind it is. */
export interface Searcher {
  readonly progress: Readonly<ShallowRef<SearchProgress>>
  /** Marks every match and shows one: the first, or the one nearest to what is on screen. Empty text marks nothing. */
  search(text: string): void
  /** Shows the next match or the one before, and round again. */
  step(by: 1 | -1): void
  /** Takes the marks back. */
  close(): void
  /** Puts the focus into the document. */
  focus(): void
}
