import { bundleIdSchema, type BundleId } from './ids'

/** A place in a bundle: the bundle's id and the path in it, with its query. */
export interface Place {
  readonly bundle: BundleId
  /** Starts with a slash: `/conditions/fibromyalgia?statement=fm-pain`. */
  readonly path: string
}

/** A path in a bundle: one slash first, so that no host can stand in it, and nothing that a browser reads as a slash. */
export const pathPattern = /^\/(?![/\\])[^\s\\]*$/

/** No id holds a slash, so an encoded one in the path can only be meant to mislead. */
const encodedSlash = /%(?:2f|5c)/i

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
  const path = `${pathname === '' ? '/' : pathname}${search}`
  if (!bundle.success || !pathPattern.test(path) || encodedSlash.test(pathname)) return null
  return { bundle: bundle.data, path }
}

/** The `lectern://` address of a place; {@link parseAddress} reads it back. */
export const formatAddress = ({ bundle, path }: Place): string => `lectern://${bundle}${path}`
