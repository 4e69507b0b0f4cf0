/** A term and the place in the text that it stands for. Offsets are UTF-16 units, as everywhere in JavaScript. */
export interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

/** A word of the text as a reader sees it: one thing to ask for, which may be found under several terms. */
export interface Word {
  readonly start: number
  readonly end: number
  /** Folded and without joints, not stemmed: what a half-typed word is compared with. */
  readonly folded: string
  /** The terms of its parts: `anti` and `tnf` of anti-TNF. Empty for a stop word. */
  readonly parts: readonly Token[]
  /** The terms of its joints, the whole word first: `antitnf`. Empty when it has one part only. */
  readonly joints: readonly Token[]
  /** The terms of its stop words, apart from all others: `~to` of back-to-back. Empty for most words. */
  readonly asides: readonly Token[]
  /** A number with its unit, which is only ever found as a whole. */
  readonly isDose: boolean
}
