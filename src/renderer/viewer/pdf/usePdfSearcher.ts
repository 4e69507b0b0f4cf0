import { shallowRef, type ShallowRef } from 'vue'
import { noSearch, type SearchProgress, type Searcher } from '../searcher'
import type { PdfStage } from './pdf-stage'

/**
 * The find bar's way into the pages of a PDF.
 *
 * @param stage null until the pages stand
 * @param leaving is called before a match is brought on screen
 * @param focus puts the focus on the pages
 */
export function usePdfSearcher(
  stage: Readonly<ShallowRef<PdfStage | null>>,
  leaving: () => void,
  focus: () => void,
): { readonly searcher: Searcher; readonly searched: (progress: SearchProgress) => void } {
  const progress = shallowRef(noSearch)
  const close = (): void => {
    stage.value?.endSearch()
    progress.value = noSearch
  }
  return {
    searched: (now) => (progress.value = now),
    searcher: {
      progress,
      search: (text) => {
        if (text.trim() === '') return close()
        leaving()
        stage.value?.search(text)
      },
      step: (by) => stage.value?.searchOn(by),
      close,
      focus,
    },
  }
}
