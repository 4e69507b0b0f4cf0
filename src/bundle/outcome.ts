import type { Flaw } from './flaws'

/** A result that may have failed, as a value: what crosses a boundary never throws. */
export type Outcome<Value, Failed = Flaw> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failed }

/** A good outcome. */
export const success = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** A failed outcome. */
export const failed = <Failed>(failure: Failed): { ok: false; failure: Failed } => ({ ok: false, failure })
