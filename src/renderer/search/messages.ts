import type { BundleId } from '../../bundle'
import type { FindOptions, Found } from '../../search'
import type { Failure } from '../../shared/failure'

/** What may be asked beside the words. `names: false` leaves out the other names of what the query names. */
export type Narrowing = Pick<FindOptions, 'limit' | 'filters' | 'page' | 'oncePerThing'> & {
  readonly names?: boolean
}

/** What the window asks of the search worker. */
export type Asked =
  /** Adds the index of a bundle to what is searched; of one that is open already, reads it anew. */
  | {
      readonly is: 'open'
      readonly bundle: BundleId
      readonly shards: readonly string[]
      readonly names: string
    }
  /** Takes a bundle out of what is searched. */
  | { readonly is: 'close'; readonly bundle: BundleId }
  /** Only the newest question is answered: first from what is there, again when more of the index has come. */
  | { readonly is: 'find'; readonly turn: number; readonly text: string; readonly narrowing: Narrowing }
  /** Nobody waits for the last answer any more. */
  | { readonly is: 'cancel' }

/** What the search worker says. */
export type Said =
  /** So many of all shards can be searched. */
  | { readonly is: 'loaded'; readonly shards: number; readonly of: number }
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly bundle: BundleId; readonly failure: Failure }
  | {
      readonly is: 'found'
      readonly turn: number
      readonly found: Found
      /** Parts of the index are still to come; the same turn is answered again. */
      readonly isPartial: boolean
      readonly milliseconds: number
    }
