import { excerpt, segments, type Segment } from './excerpt'
import { marksOf, marksToExcerpt, type Sought } from './marks'
import type { Row, RowKind } from './row'
import type { Ranked } from './share-out'

/** How many hits of each kind a list shows before it is asked for more, and of a kind that is alone. */
export const listedFirst = { ofEach: 3, ofOne: 12 } as const

/** A row that was found. */
export interface Hit {
  readonly row: Row
  /** The id of the bundle that it is of. */
  readonly bundle: string
  readonly score: number
  readonly titleSegments: readonly Segment[]
  /** The part of its text, below its title, that answers best. */
  readonly excerpt: readonly Segment[]
}

/**
 * Which hits have their words marked and the part of their text that answers: all, those that a list shows before it is
 * asked for more (the others have the beginning of their text), or none, for who shows nothing of it. Reading the texts
 * of hits is most of the work of a search.
 */
export type Excerpts = 'all' | 'listed' | 'none'

/** Makes hits of rows, kind by kind as they come. */
export function hitsOf(all: readonly Ranked[], excerpts: Excerpts, sought: Sought): readonly Hit[] {
  const seen = new Map<RowKind, number>()
  const kinds = new Set(all.map(({ row: { kind } }) => kind)).size
  const listed = kinds === 1 ? listedFirst.ofOne : listedFirst.ofEach
  return all.map(({ shard, row, score }) => {
    const number = seen.get(row.kind) ?? 0
    seen.set(row.kind, number + 1)
    const hit = { row, bundle: shard.bundle, score }
    if (excerpts === 'none') return { ...hit, titleSegments: [], excerpt: [] }
    const isRead = excerpts === 'all' || number < listed
    const text = textBelowTitle(row)
    return {
      ...hit,
      titleSegments: segments(row.title, isRead ? marksOf(row.title, sought) : []),
      excerpt: excerpt(text, isRead ? marksToExcerpt(text, sought) : []),
    }
  })
}

/**
 * What there is to read of a row below its title. The text of a claim begins with its title, and would say it twice; that
 * of a finding may begin so too, and there the title is the subject of its first sentence.
 */
export const textBelowTitle = ({ kind, title, text }: Row): string =>
  kind === 'claim' && text.startsWith(`${title} `) ? text.slice(title.length + 1) : text
