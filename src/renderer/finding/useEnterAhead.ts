import { ref, watch } from 'vue'

/** What is listed, against what is typed. */
export interface Listed {
  /** What is typed; empty when there is nothing to look for. */
  readonly query: () => string
  /** True when the list answers what is typed, with all of the index or a part of it. */
  readonly isCurrent: () => boolean
  /** True when no fuller answer follows. */
  readonly isWhole: () => boolean
}

/**
 * Enter that comes before the list does: what is listed still answers other words, and must not be opened. It is kept
 * for the best of the list that answers, and taken back by whatever else the reader does.
 */
export function useEnterAhead({ query, isCurrent, isWhole }: Listed): {
  /** Hears the keys of the field before the list does. */
  readonly hear: (event: KeyboardEvent) => void
  /** True once, when an Enter was waiting for the list that is there now. */
  readonly isDue: () => boolean
  readonly takeBack: () => void
} {
  const isWaiting = ref(false)
  const takeBack = (): void => void (isWaiting.value = false)
  watch(query, takeBack, { flush: 'sync' })

  function hear(event: KeyboardEvent): void {
    takeBack()
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
    const isInField = event.target instanceof HTMLInputElement
    if (event.key !== 'Enter' || !isPlain || !isInField || query() === '' || isCurrent()) return
    isWaiting.value = true
    event.preventDefault()
    event.stopPropagation()
  }

  function isDue(): boolean {
    if (!isWaiting.value || !isCurrent() || !isWhole()) return false
    takeBack()
    return true
  }

  return { hear, isDue, takeBack }
}
