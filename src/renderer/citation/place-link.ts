import type { LocationQuery } from 'vue-router'
import { bundleIdSchema, formatAddress } from '../../bundle'

/** Parts of a route that say how it looks here and not which place it is. */
const ofTheWindow = new Set(['pane', 'q'])

/** What a link leads to; the word for it in messages. */
export type LinkedTo = 'passage' | 'finding' | 'statement' | 'regimen' | 'claim' | 'place'

/** The levels that a link can name, the deepest first. */
const levels = ['passage', 'finding', 'statement', 'regimen', 'claim'] as const

/** The `lectern://` address of a route, and what it names. Null outside a bundle. */
export function linkOf(path: string, query: LocationQuery): { address: string; to: LinkedTo } | null {
  const [, host = '', ...rest] = path.split('/')
  const bundle = bundleIdSchema.safeParse(decodeURIComponent(host))
  if (!bundle.success) return null
  const kept = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' && !ofTheWindow.has(name) ? [[name, value]] : [],
  )
  const search = new URLSearchParams(kept).toString()
  const place = `/${rest.join('/')}${search === '' ? '' : `?${search}`}`
  return {
    address: formatAddress({ bundle: bundle.data, path: place }),
    to: levels.find((level) => kept.some(([name]) => name === level)) ?? 'place',
  }
}
