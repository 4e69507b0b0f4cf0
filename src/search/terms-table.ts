import type { LoadedShard } from './shard/loaded-shard'

/** A term in all shards. */
export interface KnownTerm {
  /** In how many rows it stands. */
  readonly count: number
  /** Its number in each shard, or -1. */
  readonly numbers: readonly number[]
}

/** Looks terms up in all shards, each once. Good for one search: more shards may have come by the next. */
export class TermsTable {
  private readonly known = new Map<string, KnownTerm>()
  /** Rows in all shards. */
  readonly rowCount: number

  constructor(readonly shards: readonly LoadedShard[]) {
    this.rowCount = shards.reduce((sum, { rowCount }) => sum + rowCount, 0)
  }

  look(term: string): KnownTerm {
    const before = this.known.get(term)
    if (before !== undefined) return before
    const numbers = this.shards.map(({ vocabulary }) => vocabulary.numberOf(term))
    const count = this.shards.reduce((sum, shard, at) => {
      const number = numbers[at] ?? -1
      return number < 0 ? sum : sum + shard.countOf(number)
    }, 0)
    const found = { count, numbers }
    this.known.set(term, found)
    return found
  }

  /** True when any row has the term. */
  has(term: string): boolean {
    return this.look(term).count > 0
  }

  /** How much a term tells: the less, the more rows have it. */
  rarityOf(term: string): number {
    return this.rarity(this.look(term).count)
  }

  /** The weight in BM25 of a term that stands in so many rows. */
  rarity(count: number): number {
    return Math.log(1 + (this.rowCount - count + 0.5) / (count + 0.5))
  }
}
