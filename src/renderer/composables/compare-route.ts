import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { queryText } from './query-text'

/** The part of the query that says which second source stands beside the first; what chooses in the first keeps it. */
export function comparedIn(query: LocationQuery): Record<string, string> {
  const [also, alsoPassage, alsoCopy] = names.map((name) => queryText(query[name]))
  if (also === undefined) return {}
  return {
    also,
    ...(alsoPassage === undefined ? {} : { alsoPassage }),
    ...(alsoCopy === undefined ? {} : { alsoCopy }),
  }
}

/**
 * The query with another second source, or with none. Another passage of the same one leaves the reader's own copy of it
 * in sight, if that was.
 */
export function withCompared(query: LocationQuery, also: string | null, passage?: string): LocationQueryRaw {
  const rest = Object.fromEntries(
    Object.entries(query).filter(([name]) => !names.some((known) => known === name)),
  )
  if (also === null) return rest
  if (passage === undefined) return { ...rest, also }
  const alsoCopy = also === query['also'] ? queryText(query['alsoCopy']) : undefined
  return { ...rest, also, alsoPassage: passage, ...(alsoCopy === undefined ? {} : { alsoCopy }) }
}

const names = ['also', 'alsoPassage', 'alsoCopy'] as const
