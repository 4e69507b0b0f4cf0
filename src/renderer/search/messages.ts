import type { BundleId } from '../../bundle'
import type { Found } from '../../search'
import type { Failure } from '../../shared/failure'

/** What the window asks of the search worker. */
export type Asked =
  | { readonly is: 'open'; readonly bundle: BundleId; readonly shards: readonly string[] }
  | { readonly is: 'find'; readonly turn: number; readonly text: string }

/** What the search worker says. */
export type Said =
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly failure: Failure }
  | { readonly is: 'found'; readonly turn: number; readonly found: Found; readonly milliseconds: number }
