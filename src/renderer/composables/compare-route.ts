import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { queryText } from './query-text'

/** The part of the query that says which second source stands beside the first; what chooses in the first keeps it. */
export function comparedIn(query: LocationQuery): Record<string, string> {
  const also = queryText(query['also'])
  const alsoPassage = queryText(query['alsoPassage'])
  if (also === undefined) return {}
  return { also, ...(alsoPassage === undefined ? {} : { alsoPassage }) }
}

/** The query with another second source, or with none. */
export function withCompared(query: LocationQuery, also: string | null, passage?: string): LocationQueryRaw {
  const rest = Object.fromEntries(
    Object.entries(query).filter(([name]) => name !== 'also' && name !== 'alsoPassage'),
  )
  if (also === null) return rest
  return { ...rest, also, ...(passage === undefined ? {} : { alsoPassage: passage }) }
}
