import type { BundleId } from '../../bundle'
import type { FindOptions, Found } from '../../search'
import type { Failure } from '../../shared/failure'
import type { CopyPlace } from '../copies/copy-rows'

/** What may be asked beside the words. `names: false` leaves out the other names of what the query names. */
export type Narrowing = Pick<FindOptions, 'limit' | 'filters' | 'page' | 'oncePerThing' | 'excerpts'> & {
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
  /** The reader's own copies that are searched with a bundle, all of them: one that is not named is searched no longer. */
  | { readonly is: 'copies'; readonly bundle: BundleId; readonly copies: readonly CopyPlace[] }
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
  /** The index of a copy has vanished or is damaged. */
  | { readonly is: 'copy lost'; readonly sha256: string }
  /** The index of a copy, made anew by today's rules. */
  | { readonly is: 'copy rebuilt'; readonly sha256: string; readonly index: Uint8Array }
  | {
      readonly is: 'found'
      readonly turn: number
      readonly found: Found
      /** Parts of the index are still to come; the same turn is answered again. */
      readonly isPartial: boolean
      readonly milliseconds: number
    }
