/** The searches in one bundle that a reader may come back to. Kept on this machine and nowhere else. */
export interface Searches {
  /** Those made last, the latest first. */
  readonly recent: readonly string[]
  /** Those that the reader wants to keep, the latest first. */
  readonly pinned: readonly string[]
}

/** What a new reader starts with. */
export const noSearches: Searches = { recent: [], pinned: [] }

/** So many of each are kept. */
export const mostRecent = 10
/** See {@link mostRecent}. */
export const mostPinned = 30

/** A longer query is not kept, and not put into an address, in UTF-16 units. */
export const longestKept = 300
