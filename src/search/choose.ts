import { gather, type Gathered, type Reach, type Wanted } from './gather'
import { ranking } from './options'
import type { ResolvedWord } from './resolve'
import { rowKinds } from './row'
import { scoreWords } from './score'
import type { LoadedShard } from './shard/loaded-shard'
import type { TermsTable } from './terms-table'

/** The rows that answer to a query. */
export interface Chosen extends Gathered {
  /** What had to be given up: that all words stand there; or anything but a word that nearly every row has. */
  readonly given: 'nothing' | 'some words' | 'telling words'
}

/** What the words of a query are asked for with. */
export interface Question {
  readonly words: readonly ResolvedWord[]
  /** Words, as bits, that stand in a phrase: a row must have them however many words there are. */
  readonly inPhrases: number
  /** All rows answer: there are no words, only filters. */
  readonly everything: boolean
  /** Takes rows that must not be found off the boards. */
  readonly exclude: (shards: readonly LoadedShard[]) => void
}

/** When no telling word is there to be found, so many rows of each kind are offered. */
const fewOfEach = 3

/** Ranks the rows and keeps those that answer well enough; see {@link ranking}. */
export function choose(question: Question, table: TermsTable, reach: Reach): Chosen {
  const { words, inPhrases, everything } = question
  const ask = (of: readonly ResolvedWord[], wanted: Wanted, within = reach): Gathered => {
    scoreWords(of, table)
    question.exclude(table.shards)
    return gather(table.shards, wanted, within)
  }
  const all = (1 << words.length) - 1
  const entire = (): number => 1
  const any: Wanted = { all: inPhrases, some: 0, coverage: entire, typedFirst: false, everything }
  if (everything) return { ...ask([], any), given: 'nothing' }
  if (words.length > ranking.required) {
    const coverage = coverageOf(words, table, ranking.enough)
    return { ...ask(words, { ...any, coverage }), given: 'nothing' }
  }
  const whole = ask(words, { ...any, all, typedFirst: true })
  if (whole.total + whole.outside > 0 || words.length === 0) return { ...whole, given: 'nothing' }
  const loose = words.map(loosened)
  const coverage = coverageOf(loose, table, 0)
  const telling = bitsOf(loose, (word) => countOf(word, table) <= ranking.commonplace * table.rowCount)
  if (telling !== 0) {
    const some = ask(loose, { ...any, some: telling, coverage })
    if (some.total > 0) return { ...some, given: 'some words' }
  }
  const few = { ...reach, limit: Math.min(reach.limit, fewOfEach) }
  const common = ask(loose, { ...any, coverage }, few)
  if (common.total === 0) return { ...common, given: 'nothing' }
  const counts = Object.fromEntries(
    rowKinds.map((kind) => [kind, common.best[kind].length]),
  ) as Gathered['counts']
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...common, counts, total, given: 'telling words' }
}

/** A compound that stands nowhere whole, taken apart: of "fibromyalgia/CFS" either will do. */
const loosened = (word: ResolvedWord): ResolvedWord => ({
  ...word,
  forms: word.forms.flatMap(({ terms, ...form }) => terms.map((term) => ({ ...form, terms: [term] }))),
})

/** The words that are so, as bits. */
const bitsOf = (words: readonly ResolvedWord[], is: (word: ResolvedWord) => boolean): number =>
  words.reduce((bits, word, number) => (is(word) ? bits | (1 << number) : bits), 0)

/**
 * What rows are worth that answer to some words only: the share of the weight of all words that theirs have, to a power.
 * Less than `least` of it is not enough.
 */
function coverageOf(
  words: readonly ResolvedWord[],
  table: TermsTable,
  least: number,
): (found: number) => number {
  const weights = words.map((word) => {
    const count = countOf(word, table)
    return count === 0 ? 0 : table.rarity(count)
  })
  const all = Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    Number.MIN_VALUE,
  )
  const known = new Map<number, number>()
  return (found) => {
    const before = known.get(found)
    if (before !== undefined) return before
    const share = weights.reduce((sum, weight, word) => ((found >>> word) & 1 ? sum + weight : sum), 0) / all
    const worth = share < least ? -1 : share ** ranking.coverage
    known.set(found, worth)
    return worth
  }
}

/** In how many rows a word stands: as its commonest form. A word that the index lacks cannot be asked of any row. */
const countOf = ({ forms }: ResolvedWord, table: TermsTable): number =>
  Math.max(0, ...forms.map(({ terms }) => Math.min(...terms.map((term) => table.look(term).count))))
