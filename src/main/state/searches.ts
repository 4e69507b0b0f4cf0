import { z } from 'zod'
import { bundleIdSchema, type BundleId } from '../../bundle'
import { longestKept, mostPinned, mostRecent, noSearches, type Searches } from '../../shared/searches'

const query = z.string().trim().min(1).max(longestKept)

/** Reads the searches of one bundle from the window and from the state file. */
export const searchesSchema = z.strictObject({
  recent: z.array(query).max(mostRecent),
  pinned: z.array(query).max(mostPinned),
})

/** The searches that the reader may come back to, by bundle. */
export const searchesShape = {
  // Newer than the first state files, which do not have them.
  searches: z.record(bundleIdSchema, searchesSchema).default({}),
}

/** See {@link searchesShape}. */
export type KeptSearches = z.infer<z.ZodObject<typeof searchesShape>>

/** Of so many bundles, those searched last. */
const mostBundles = 50

/** The searches of a bundle. */
export const searchesOf = ({ searches }: KeptSearches, bundle: BundleId): Searches =>
  Object.hasOwn(searches, bundle) ? (searches[bundle] ?? noSearches) : noSearches

/** The state with other searches of one bundle; none at all leave nothing behind. */
export function withSearches<State extends KeptSearches>(
  state: State,
  bundle: BundleId,
  { recent, pinned }: Searches,
): State {
  const others = Object.entries(state.searches)
    .filter(([id]) => id !== bundle)
    .slice(1 - mostBundles)
  const own = { recent: [...recent], pinned: [...pinned] }
  const isEmpty = recent.length + pinned.length === 0
  return { ...state, searches: Object.fromEntries(isEmpty ? others : [...others, [bundle, own]]) }
}
