import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import { indexOptions, ranking, searchedFields, type IndexedRow } from './options'
import { packPostings, unpackPostings } from './postings'
import { Vocabulary } from './vocabulary'

/** An index as it travels: MiniSearch's own, in the fewest numbers. */
export interface StoredIndex {
  /** In the order of their code units. */
  readonly terms: readonly string[]
  /** For each term and each of its fields: the number of the field, then packed postings. */
  readonly postings: readonly (readonly (readonly number[])[])[]
  /** How many different terms each row has in each field. */
  readonly lengths: readonly (readonly number[])[]
}

/** Builds an index with MiniSearch. The same rows give the same index. */
export function storeIndex(rows: readonly IndexedRow[]): StoredIndex {
  const built = new MiniSearch<IndexedRow>(indexOptions)
  built.addAll(rows)
  const { index, fieldLength } = built.toJSON()
  const sorted = index.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    terms: sorted.map(([term]) => term),
    postings: sorted.map(([, fields]) =>
      Object.entries(fields).map(([field, counts]) => {
        const postings = Object.entries(counts).map(([row, count]) => [Number(row), Number(count)] as const)
        return [Number(field), ...packPostings(new Map(postings))]
      }),
    ),
    lengths: rows.map(({ number }) => searchedFields.map((_, field) => fieldLength[number]?.[field] ?? 0)),
  }
}

/**
 * An index that is ready as soon as it is parsed. MiniSearch loads all postings of all terms before the first question;
 * for 10,000 passages that takes longer than a reader waits. Here the postings of a term are unpacked when it is first
 * asked for. MiniSearch ranks; which terms to ask for is ours to say.
 */
export class ShardIndex extends MiniSearch<IndexedRow> {
  readonly vocabulary: Vocabulary

  constructor(
    private readonly stored: StoredIndex,
    readonly rowCount: number,
  ) {
    super(indexOptions)
    this.vocabulary = new Vocabulary(stored.terms)
    this._documentCount = this._nextId = rowCount
    for (let row = 0; row < rowCount; row++) this._documentIds.set(row, row)
    for (const [row, lengths] of stored.lengths.entries()) this._fieldLength.set(row, [...lengths])
    this._avgFieldLength = searchedFields.map((_, field) => averageOf(stored.lengths, field))
  }

  /** In how many rows a term stands: of its fields, the one that has it most often. */
  countOf(term: string): number {
    return Math.max(0, ...[...(this.unpack(term)?.values() ?? [])].map(({ size }) => size))
  }

  /** Any row that holds a term, or null. */
  rowWith(term: string): number | null {
    for (const postings of this.unpack(term)?.values() ?? []) for (const [row] of postings) return row
    return null
  }

  /** Ranks the rows for a query of whole terms. */
  rank(query: Query, terms: Iterable<string>): SearchResult[] {
    for (const term of terms) this.unpack(term)
    return this.search(query, { tokenize: (term) => [term], boost: ranking.fields, bm25: ranking.bm25 })
  }

  private unpack(term: string): Map<number, Map<number, number>> | undefined {
    const at = this.vocabulary.indexOf(term)
    if (at < 0) return undefined
    const before = this._index.get(term)
    if (before !== undefined) return before
    const fields = new Map<number, Map<number, number>>()
    for (const [field, ...packed] of this.stored.postings[at] ?? []) {
      if (field !== undefined) fields.set(field, unpackPostings(packed, this.rowCount))
    }
    this._index.set(term, fields)
    return fields
  }
}

/** Over the rows that have the field: few have other names, and those must not seem long beside the rest. */
function averageOf(lengths: StoredIndex['lengths'], field: number): number {
  const given = lengths.map((row) => row[field] ?? 0).filter((length) => length > 0)
  return given.reduce((sum, length) => sum + length, 0) / Math.max(given.length, 1)
}
