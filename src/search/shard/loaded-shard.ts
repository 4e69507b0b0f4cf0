import { searchedFields } from '../options'
import type { Facets, Row } from '../row'
import { Board } from './board'
import type { Dictionary } from './dictionary'
import { PostingReader } from './postings'
import { readRow, type RowReader } from './row-reader'
import { Vocabulary } from './vocabulary'

/** The sections of a shard, checked. */
export interface ShardParts {
  readonly dictionary: Dictionary
  readonly postingStarts: Uint32Array
  readonly postings: Uint8Array
  readonly rows: RowReader
  readonly facets: readonly Facets[]
  readonly facetNumbers: Uint32Array
  readonly things: Uint32Array
  readonly lengths: Uint32Array
}

/** Makes whole what is handed out: what a row is called, where it leads and what it belongs to may come to be known later. */
export interface Finish {
  readonly row?: (row: Row) => Row
  readonly facets?: (facets: Facets) => Facets
}

/** A shard that can be asked. Rows go by their numbers, terms too. */
export class LoadedShard {
  readonly vocabulary: Vocabulary
  /** Where a search adds up what each row is worth. */
  readonly board: Board
  /** For each field, how many rows have it and how many terms they have in it together. */
  readonly fieldTotals: readonly { readonly rows: number; readonly terms: number }[]

  constructor(
    /** The id of the bundle that it is of. */
    readonly bundle: string,
    readonly rowCount: number,
    /** How large its file is. */
    readonly byteLength: number,
    private readonly parts: ShardParts,
    private readonly finish: Finish,
  ) {
    this.vocabulary = new Vocabulary(parts.dictionary)
    this.board = new Board(rowCount)
    const totals = searchedFields.map(() => ({ rows: 0, terms: 0 }))
    for (const [at, length] of parts.lengths.entries()) {
      const total = totals[at % searchedFields.length]
      if (length === 0 || total === undefined) continue
      total.rows += 1
      total.terms += length
    }
    this.fieldTotals = totals
  }

  /** Each combination of facets that occurs. */
  get facets(): readonly Facets[] {
    const { facets: whole } = this.finish
    return whole === undefined ? this.parts.facets : this.parts.facets.map(whole)
  }

  /** How many different terms each row has in each field: three numbers a row. */
  get lengths(): Uint32Array {
    return this.parts.lengths
  }

  /** The number of the facets of a row. */
  facetsOf(row: number): number {
    return this.parts.facetNumbers[row] ?? 0
  }

  /** The first row of the thing that a row is of. */
  thingOf(row: number): number {
    return this.parts.things[row] ?? row
  }

  /** A row, parsed now; null when there is none or its bytes are damaged. */
  row(number: number): Row | null {
    const row = number < this.rowCount ? readRow(this.parts.rows, number) : null
    const { row: whole } = this.finish
    return row === null || whole === undefined ? row : whole(row)
  }

  /** The rows that hold a term. */
  postingsOf(term: number): PostingReader {
    const { postings, postingStarts } = this.parts
    return new PostingReader(postings, postingStarts[term] ?? 0, postingStarts[term + 1] ?? 0, this.rowCount)
  }

  /** In how many rows a term stands. */
  countOf(term: number): number {
    return this.postingsOf(term).count
  }
}
