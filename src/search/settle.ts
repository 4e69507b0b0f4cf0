import { ranking } from './options'
import { rowKinds, type Facets, type RowKind } from './row'
import type { LoadedShard } from './shard/loaded-shard'

/** Rows with some of the words. */
export interface Fewer {
  /** How many words they need, the needed ones among them, and one that tells something. */
  readonly atLeast: number
  readonly needed: number
  readonly telling: number
  readonly coverage: Wanted['coverage']
}

/** Which rows of the boards count as found, and how much. Words are bits. */
export interface Wanted {
  /** Words that a row must answer to. */
  readonly all: number
  /** Words of which it must answer to one; none asked when 0. */
  readonly some: number
  /** What a row is worth for the words it answers to, against a row that answers to all; below 0 it is left out. */
  readonly coverage: (words: number) => number
  /** What will do for a kind of which no row answers to all, while others have some that do; null: nothing. */
  readonly fewer: Fewer | null
  /** Rows that answer only to a guess at the spelling come after all others. */
  readonly typedFirst: boolean
  /** Every row is found: there are no words. */
  readonly everything: boolean
  /** Pages that the query names, by their ids: they are found for their name, whatever else is asked. */
  readonly named: ReadonlySet<string>
  /** Pages that the query names: what belongs to them is worth more than what only speaks of them. */
  readonly about: ReadonlySet<string>
}

/**
 * Leaves on the boards only what is found, each with its whole worth. Returns the kinds of which rows are found that do
 * not answer to all words.
 */
export function settle(shards: readonly LoadedShard[], wanted: Wanted): readonly RowKind[] {
  const lacking = wanted.fewer === null ? none : kindsWithoutAll(shards, wanted)
  for (const shard of shards) settleShard(shard, wanted, lacking)
  if (wanted.typedFirst) demoteRespelled(shards)
  return lacking
}

const none: readonly RowKind[] = []

/** The kinds of which no row answers to all words; none when that is so of every kind. */
function kindsWithoutAll(shards: readonly LoadedShard[], wanted: Wanted): readonly RowKind[] {
  const withAll = new Set<RowKind>()
  for (const shard of shards) {
    const { board, facets, rowCount } = shard
    const isAll = coveredBy(facets, wanted)
    for (let row = 0; row < rowCount; row++) {
      const number = shard.facetsOf(row)
      const kind = facets[number]?.kind
      if (kind !== undefined && isAll(board.words[row] ?? 0, number)) withAll.add(kind)
    }
  }
  return withAll.size === 0 ? none : rowKinds.filter((kind) => !withAll.has(kind))
}

/** Tells whether a row with these words and the facets of this number answers to all that is asked. */
function coveredBy(facets: readonly Facets[], wanted: Wanted): (found: number, facets: number) => boolean {
  const isNamed = facets.map(
    ({ kind, conditions = [] }) => kind === 'condition' && conditions.some((id) => wanted.named.has(id)),
  )
  return (found, number) =>
    found !== 0 &&
    (isNamed[number] === true ||
      ((found & wanted.all) === wanted.all && (wanted.some === 0 || (found & wanted.some) !== 0)))
}

function settleShard(shard: LoadedShard, wanted: Wanted, lacking: readonly RowKind[]): void {
  const { board, facets, rowCount } = shard
  const { scores, words } = board
  const { fewer } = wanted
  const factors = facets.map((each) => factorOf(each, wanted.about))
  const mayLack = facets.map(({ kind }) => lacking.includes(kind))
  const isAll = coveredBy(facets, wanted)
  for (let row = 0; row < rowCount; row++) {
    const found = words[row] ?? 0
    const number = shard.facetsOf(row)
    if (wanted.everything) {
      words[row] = 1
      scores[row] = factors[number] ?? 1
      continue
    }
    if (found === 0) continue
    const isFew = mayLack[number] === true && !isAll(found, number)
    const share = isFew ? worthOfFew(found, fewer) : isAll(found, number) ? wanted.coverage(found) : -1
    if (share < 0) board.drop(row)
    else scores[row] = (scores[row] ?? 0) * share * (factors[number] ?? 1)
  }
}

const worthOfFew = (found: number, fewer: Fewer | null): number =>
  fewer !== null &&
  (found & fewer.needed) === fewer.needed &&
  (found & fewer.telling) !== 0 &&
  bits(found) >= fewer.atLeast
    ? fewer.coverage(found)
    : -1

/** How many bits are set. */
function bits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}

function factorOf(
  { kind, conditions = [], isBottomLine, isSafety }: Facets,
  about: ReadonlySet<string>,
): number {
  if (isSafety === true) return ranking.safety
  const first = kind === 'condition' || isBottomLine === true ? ranking.first : 1
  return conditions.some((id) => about.has(id)) ? first * ranking.about : first
}

/** Puts every row that answers only to a guess at the spelling below all that have what was typed. */
function demoteRespelled(shards: readonly LoadedShard[]): void {
  let [leastTyped, mostRespelled] = [Infinity, 0]
  for (const { board, rowCount } of shards) {
    for (let row = 0; row < rowCount; row++) {
      if (board.words[row] === 0) continue
      const score = board.scores[row] ?? 0
      if (board.respelled[row] === 0) leastTyped = Math.min(leastTyped, score)
      else mostRespelled = Math.max(mostRespelled, score)
    }
  }
  if (leastTyped === Infinity || mostRespelled < leastTyped) return
  const factor = (leastTyped / mostRespelled) * 0.99
  for (const { board, rowCount } of shards)
    for (let row = 0; row < rowCount; row++)
      if (board.respelled[row] !== 0) board.scores[row] = (board.scores[row] ?? 0) * factor
}
