import type { Failure } from '../../shared/failure'

/** Something that is read from the bundle, in whatever state it is: one value, never four booleans. */
export type Reading<Value> =
  | { readonly is: 'empty' }
  | { readonly is: 'opening' }
  | { readonly is: 'open'; readonly value: Value }
  | { readonly is: 'failed'; readonly failure: Failure }
