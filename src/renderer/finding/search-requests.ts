/** Opens the search field, with these words in it; without, as it was. */
type Opener = (words?: string) => void

let opener: Opener | null = null

/** Registers what opens the search field. Returns how to take it back. */
export function onSearchRequest(open: Opener): () => void {
  opener = open
  return () => {
    if (opener === open) opener = null
  }
}

/** Opens the search field, wherever the focus is. */
export const openSearch: Opener = (words) => opener?.(words)
