import type { Hit, Row } from '../../search'
import type { Layout } from '../composables/layout-width'
import { queryText } from '../composables/query-text'

/** The pane of the desk that shows a hit, where it is not the page itself; null elsewhere. */
export function paneOf({ path }: Row): 'evidence' | 'source' | null {
  if (!path.startsWith('/conditions/')) return null
  const params = paramsOf(path)
  return params.has('passage') ? 'source' : params.has('finding') ? 'evidence' : null
}

/**
 * Where a hit is, as a path in its bundle: with the query, so that its words are marked there and the next hit can be
 * gone to, and where not all panes fit, with the one in front that shows it.
 */
export function placeOf(row: Row, query: string, layout: Layout): string {
  const [path = '/'] = row.path.split('?')
  const params = paramsOf(row.path)
  const pane = paneOf(row)
  if (pane !== null && layout !== 'wide') params.set('pane', pane)
  params.set('q', query)
  return `${path}?${params.toString()}`
}

/** How much a route says of a hit's place: 0 when it is elsewhere, more the more of it the route names. */
function likeness({ path }: Row, routePath: string, query: Readonly<Record<string, unknown>>): number {
  if (path.split('?')[0] !== routePath) return 0
  const params = [...paramsOf(path)]
  return params.every(([name, value]) => queryText(query[name]) === value) ? params.length + 1 : 0
}

/**
 * The number of the hit that the window shows, or -1. Several may stand at one place: then the one that was chosen last.
 *
 * @param bundle the one that the window shows
 * @param routePath the path within the bundle
 * @param last the number of the hit that was chosen last
 */
export function hitAt(
  hits: readonly Hit[],
  bundle: string,
  routePath: string,
  query: Readonly<Record<string, unknown>>,
  last: number,
): number {
  const likenesses = hits.map((hit) => (hit.bundle === bundle ? likeness(hit.row, routePath, query) : 0))
  const most = Math.max(0, ...likenesses)
  if (most === 0) return -1
  return likenesses[last] === most ? last : likenesses.indexOf(most)
}

/** A name for each hit by what it is and where, so that a list that grows keeps what it shows. */
export function keysOf(hits: readonly Hit[]): ReadonlyMap<Hit, string> {
  const seen = new Map<string, number>()
  return new Map(
    hits.map((hit) => {
      const place = `${hit.row.kind} ${hit.bundle}${hit.row.path}`
      const times = (seen.get(place) ?? 0) + 1
      seen.set(place, times)
      return [hit, times === 1 ? place : `${place} ${times}`]
    }),
  )
}

const paramsOf = (path: string): URLSearchParams => new URLSearchParams(path.split('?')[1] ?? '')
