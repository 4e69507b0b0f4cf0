let opener: (() => void) | null = null

/** Registers what opens the search field. Returns how to take it back. */
export function onSearchRequest(open: () => void): () => void {
  opener = open
  return () => {
    if (opener === open) opener = null
  }
}

/** Opens the search field, wherever the focus is. */
export const openSearch = (): void => opener?.()
