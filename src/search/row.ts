import type { Certainty, Direction } from '../bundle'

/** The kinds of things that can be found, in the usual order of their groups. */
export const rowKinds = [
  'condition',
  'statement',
  'finding',
  'claim',
  'regimen',
  'source',
  'copy',
  'handout',
  'term',
  'resource',
] as const
/** See {@link rowKinds}. */
export type RowKind = (typeof rowKinds)[number]

/** The kinds that a bundle holds. A `copy` is a page of a PDF of the reader's own, which no bundle knows of. */
export const packedKinds = [
  'condition',
  'statement',
  'finding',
  'claim',
  'regimen',
  'source',
  'handout',
  'term',
  'resource',
] as const satisfies readonly Exclude<RowKind, 'copy'>[]

/** What rows can be told apart by, without a look at their words. Many rows share the same. */
export interface Facets {
  readonly kind: RowKind
  readonly certainty?: Certainty
  /** Which way the effect of a finding points. */
  readonly direction?: Direction
  /** How a source was studied: `randomised trial`. */
  readonly design?: string
  /** The ids of the condition pages that it belongs to or rests under. */
  readonly conditions?: readonly string[]
  /** The column of the overview that a finding stands in: `pain`. */
  readonly outcome?: string
  /** A statement of a page's bottom line. */
  readonly isBottomLine?: true
  /** The page that holds what must not be done, as the bundle names it. */
  readonly isSafety?: true
}

/** One thing that can be found. Rows are written when packing and travel in the search shards. */
export interface Row extends Facets {
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
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

/** True for facets as a stranger's file may hold them. Words that this version does not know match no filter. */
export function isFacets(value: unknown): value is Facets {
  if (!isRecord(value)) return false
  const { kind, certainty, direction, design, conditions, outcome, isBottomLine, isSafety } = value
  return (
    rowKinds.some((known) => known === kind) &&
    [certainty, direction, design, outcome].every((text) => text === undefined || isText(text)) &&
    (conditions === undefined || (Array.isArray(conditions) && conditions.every(isText))) &&
    (isBottomLine === undefined || isBottomLine === true) &&
    (isSafety === undefined || isSafety === true)
  )
}

/** True for a row as a stranger's file may hold it. */
export function isRow(value: unknown): value is Row {
  if (!isFacets(value) || !isRecord(value)) return false
  const { id, title, text, where, path, also } = value
  return [id, title, text, where, path].every(isText) && (also === undefined || isText(also))
}

/** The facets of a row, in one order, so that equal ones are written equally. */
export const facetsOf = ({
  kind,
  certainty,
  direction,
  design,
  conditions,
  outcome,
  isBottomLine,
  isSafety,
}: Row): Facets => ({
  kind,
  ...(certainty === undefined ? {} : { certainty }),
  ...(direction === undefined ? {} : { direction }),
  ...(design === undefined ? {} : { design }),
  ...(conditions === undefined || conditions.length === 0 ? {} : { conditions }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(isBottomLine === undefined ? {} : { isBottomLine }),
  ...(isSafety === undefined ? {} : { isSafety }),
})
