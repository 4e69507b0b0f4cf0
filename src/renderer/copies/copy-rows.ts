import type { Facets, LoadedShard, Row } from '../../search'

/** Where the copy that a row is of stands in an open bundle, which the index of the copy does not know. */
export interface CopyPlace {
  readonly sha256: string
  readonly source: string
  /** What the source is called for short. */
  readonly label: string
  /** The ids of the condition pages that rest on the source. */
  readonly conditions: readonly string[]
  /** Where a hit is, for the reader, with `{page}` in the place of the number: `Page {page} of your copy`. */
  readonly where: string
}

/**
 * The row of a page, counted from 1. A copy outlives bundles and may serve several, so its rows say nothing of them:
 * `placedRow` does when they are found.
 */
export const copyRow = (sha256: string, page: number, text: string): Row => ({
  ...{ kind: 'copy', id: sha256, title: '', where: '', path: `?copy=${page}` },
  text,
})

/** A row of a copy as a hit in a bundle: called as its source, leading to its page. */
export function placedRow(row: Row, { source, label, where, conditions }: CopyPlace): Row {
  const page = /^\?copy=(\d{1,6})$/.exec(row.path)?.[1] ?? '1'
  return {
    ...{ kind: 'copy', id: source, title: label, text: row.text, conditions },
    where: where.replace('{page}', () => page),
    path: `/sources/${source}?copy=${page}`,
  }
}

/** What all pages of a copy are told apart by in a bundle. */
export const placedFacets = ({ kind }: Facets, { conditions }: CopyPlace): Facets => ({ kind, conditions })

/** True for an index that holds pages of a copy and nothing else: a file may be damaged, or another's. */
export const holdsCopyOnly = (shard: LoadedShard): boolean =>
  shard.facets.every(({ kind }) => kind === 'copy')
