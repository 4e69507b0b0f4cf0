import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { queryText } from '../composables/query-text'
import type { PageFrom } from '../viewer/view-state'

/** Where the route says that a copy is shown, and its page: of the first source, of the second. */
export type CopyParameter = Exclude<PageFrom, 'page'>

/** The part of the query that shows the reader's own copy of the first source; another passage of it keeps it. */
export function copyIn(query: LocationQuery): Record<string, string> {
  const copy = queryText(query['copy'])
  return copy === undefined ? {} : { copy }
}

/** The query that shows a copy from its first page on, or no copy. */
export function withCopy(query: LocationQuery, name: CopyParameter, isShown: boolean): LocationQueryRaw {
  const rest = Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))
  return isShown ? { ...rest, [name]: '1' } : rest
}
