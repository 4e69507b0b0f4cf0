import { Best } from './best'
import { countFacets, passing, type FacetCounts, type Filters } from './filters'
import { rowKinds, type Row, type RowKind } from './row'
import { settle, type Wanted } from './settle'
import type { LoadedShard } from './shard/loaded-shard'

/** A page of the desk: a condition with all that belongs to it, one source, one handout, or all claims. */
export interface Page {
  readonly kind: RowKind
  /** Left out, all of the kind. */
  readonly id?: string
}

/** Where to look and how much to hand out. */
export interface Reach {
  readonly filters: Filters
  readonly page: Page | null
  readonly limit: number
  /** Of each thing only its best row. */
  readonly oncePerThing: boolean
  /** Looks at a row itself, for what the index does not know: phrases. Null when there is nothing to look for. */
  readonly verify: ((row: Row) => boolean) | null
}

/** A row that was found. */
export interface Candidate {
  readonly shard: LoadedShard
  readonly number: number
  readonly score: number
}

/** What was found on the boards. */
export interface Gathered {
  /** The best of each kind, no more than the limit. */
  readonly best: Readonly<Record<RowKind, readonly Candidate[]>>
  readonly counts: Readonly<Record<RowKind, number>>
  readonly facets: FacetCounts
  readonly total: number
  /** How many more there are that the filters and the page leave out. */
  readonly outside: number
  /** The kinds of which some are here and none has all words; see {@link Wanted}. */
  readonly lacking: readonly RowKind[]
}

/** So many rows are looked at themselves, the best first. */
const mostVerified = 1_000

/** Picks the rows that are found off the boards of all shards, which are used up by it. */
export function gather(shards: readonly LoadedShard[], wanted: Wanted, reach: Reach): Gathered {
  const lacking = settle(shards, wanted)
  if (reach.verify !== null) verifyBest(shards, reach.verify)
  const counts = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>
  const best = Object.fromEntries(rowKinds.map((kind) => [kind, new Best(reach.limit)])) as Record<
    RowKind,
    Best
  >
  const tallies = shards.map(({ facets }) => new Uint32Array(facets.length))
  const picked = { counts, best, outside: 0 }
  let first = 0
  for (const [at, shard] of shards.entries()) {
    pick(shard, first, tallies[at] ?? new Uint32Array(), reach, picked)
    first += shard.rowCount
  }
  const candidates = rowKinds.map(
    (kind) =>
      [kind, best[kind].sorted().map(({ number, score }) => candidateAt(shards, number, score))] as const,
  )
  return {
    best: Object.fromEntries(candidates) as Record<RowKind, Candidate[]>,
    counts,
    facets: countFacets(shards, tallies, reach.filters),
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    outside: picked.outside,
    lacking: lacking.filter((kind) => counts[kind] > 0),
  }
}

function verifyBest(shards: readonly LoadedShard[], verify: (row: Row) => boolean): void {
  const best = new Best(mostVerified)
  let first = 0
  for (const { board, rowCount } of shards) {
    for (let row = 0; row < rowCount; row++)
      if (board.words[row] !== 0) best.add(first + row, board.scores[row] ?? 0)
    first += rowCount
  }
  const good = new Set<number>()
  for (const { number, score } of best.sorted()) {
    const { shard, number: row } = candidateAt(shards, number, score)
    const read = shard.row(row)
    if (read !== null && verify(read)) good.add(number)
  }
  first = 0
  for (const { board, rowCount } of shards) {
    for (let row = 0; row < rowCount; row++)
      if (board.words[row] !== 0 && !good.has(first + row)) board.drop(row)
    first += rowCount
  }
}

interface Picked {
  readonly counts: Record<RowKind, number>
  readonly best: Readonly<Record<RowKind, Best>>
  outside: number
}

function pick(shard: LoadedShard, first: number, tally: Uint32Array, reach: Reach, picked: Picked): void {
  const { board, facets, rowCount } = shard
  const passes = passing(shard, reach.filters)
  const isOnPage = pageTest(shard, reach.page)
  let [thing, bestRow] = [-1, -1]
  const hand = (row: number): void => {
    const kind = facets[shard.facetsOf(row)]?.kind
    if (kind === undefined) return
    picked.counts[kind] += 1
    picked.best[kind].add(first + row, board.scores[row] ?? 0)
  }
  for (let row = 0; row < rowCount; row++) {
    if (board.words[row] === 0) continue
    if (!isOnPage(row)) {
      picked.outside += 1
      continue
    }
    const number = shard.facetsOf(row)
    tally[number] = (tally[number] ?? 0) + 1
    if (passes[number] !== true) picked.outside += 1
    else if (!reach.oncePerThing) hand(row)
    else if (shard.thingOf(row) !== thing) {
      if (bestRow >= 0) hand(bestRow)
      thing = shard.thingOf(row)
      bestRow = row
    } else if ((board.scores[row] ?? 0) > (board.scores[bestRow] ?? 0)) bestRow = row
  }
  if (bestRow >= 0) hand(bestRow)
}

function pageTest(shard: LoadedShard, page: Page | null): (row: number) => boolean {
  if (page === null) return () => true
  const { kind, id } = page
  const onPage = shard.facets.map(
    (facets) =>
      (kind === 'condition' && id !== undefined && facets.conditions?.includes(id) === true) ||
      // The reader's own copy of a source is on the page of that source.
      (kind !== 'condition' && (facets.kind === kind || (kind === 'source' && facets.kind === 'copy'))),
  )
  if (kind === 'condition' || id === undefined) return (row) => onPage[shard.facetsOf(row)] === true
  const things = new Map<number, boolean>()
  return (row) => {
    if (onPage[shard.facetsOf(row)] !== true) return false
    const thing = shard.thingOf(row)
    const is = things.get(thing) ?? shard.row(thing)?.id === id
    things.set(thing, is)
    return is
  }
}

function candidateAt(shards: readonly LoadedShard[], number: number, score: number): Candidate {
  let rest = number
  for (const shard of shards) {
    if (rest < shard.rowCount) return { shard, number: rest, score }
    rest -= shard.rowCount
  }
  throw new RangeError(`there is no row ${number}`)
}
