import { bundleIdSchema, type BundleId } from './ids'

/** A place in a bundle: the bundle's id and the path in it, with its query. */
export interface Place {
  readonly bundle: BundleId
  /** Starts with a slash: `/conditions/fibromyalgia?statement=fm-pain`. */
  readonly path: string
}

/** An address longer than this is refused; the longest that Lectern makes is far shorter. */
const longestAddress = 2_000

/**
 * Reads a `lectern://` address: `lectern://ldn/conditions/fibromyalgia?statement=fm-pain`. The host is the bundle,
 * the rest is the route. Null for anything else, so that what another program hands over can name a place in a
 * bundle and nothing more.
 */
export function parseAddress(address: string): Place | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null
  const { protocol, host, pathname, search, username, password, port } = new URL(address)
  if (protocol !== 'lectern:' || username !== '' || password !== '' || port !== '') return null
  const bundle = bundleIdSchema.safeParse(host)
  if (!bundle.success) return null
  return { bundle: bundle.data, path: `${pathname === '' ? '/' : pathname}${search}` }
}

/** The `lectern://` address of a place; {@link parseAddress} reads it back. */
export const formatAddress = ({ bundle, path }: Place): string => `lectern://${bundle}${path}`
