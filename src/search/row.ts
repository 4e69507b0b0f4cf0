import type { Certainty } from '../bundle'

/** The kinds of things that can be found, in the order in which their groups are shown. */
export const rowKinds = [
  'condition',
  'statement',
  'finding',
  'claim',
  'regimen',
  'source',
  'handout',
  'term',
  'resource',
] as const
/** See {@link rowKinds}. */
export type RowKind = (typeof rowKinds)[number]

/** One thing that can be found. Rows are written when packing and travel in the search shards. */
export interface Row {
  readonly kind: RowKind
  /** The id of the thing. */
  readonly id: string
  /** What the result is called: the title of a page, the outcome of a finding, the label of a source. */
  readonly title: string
  /** The text that is searched and excerpted. */
  readonly text: string
  /** Where it stands, for the reader: `Fibromyalgia, bottom line`. */
  readonly where: string
  /** The path in the bundle that lands on it: `/conditions/fibromyalgia?statement=fm-pain`. */
  readonly path: string
  /** Other names: aliases, codes. Searched, not shown. */
  readonly also?: string
  readonly certainty?: Certainty
}
