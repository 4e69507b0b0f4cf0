import { facetNames, type FacetCounts } from './filters'
import { gather, type Gathered, type Reach } from './gather'
import { ranking } from './options'
import type { ResolvedWord } from './resolve'
import { rowKinds } from './row'
import { scoreWords } from './score'
import type { Fewer, Wanted } from './settle'
import { lastBit } from './shard/board'
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
  /** True for a word that stands in a phrase: a row must have it however many words there are. */
  readonly isInPhrase: (word: ResolvedWord) => boolean
  /** Some words stand in a phrase, whether or not rows must have it: no word is left out then. */
  readonly hasPhrase: boolean
  /** How many things the words ask for: those of a name are one. */
  readonly things: number
  /** Rows are ranked by what words they have, and none is left out for having few. */
  readonly isThorough: boolean
  /** The pages that the query names, by their ids. */
  readonly named: ReadonlySet<string>
  /** All rows answer: there are no words, only filters. */
  readonly everything: boolean
  /** Takes rows that must not be found off the boards. */
  readonly exclude: (shards: readonly LoadedShard[]) => void
}

const none: ReadonlySet<string> = new Set()
const noCounts = Object.fromEntries(facetNames.map((name) => [name, {}])) as FacetCounts

/** When no telling word is there to be found, so many rows of each kind are offered. */
const fewOfEach = 3

/** Ranks the rows and keeps those that answer well enough; see {@link ranking}. */
export function choose(question: Question, table: TermsTable, reach: Reach): Chosen {
  const { isInPhrase, isThorough, everything } = question
  const words = tellingFirst(question, table)
  const ask = (of: readonly ResolvedWord[], wanted: Wanted, within = reach): Gathered => {
    scoreWords(of, table)
    question.exclude(table.shards)
    return gather(table.shards, wanted, within)
  }
  const all = (1 << words.length) - 1
  const entire = (): number => 1
  const any: Wanted = {
    all: bitsOf(words, isInPhrase),
    some: 0,
    coverage: entire,
    fewer: null,
    typedFirst: false,
    everything,
    named: none,
    about: question.named,
  }
  if (everything) return { ...ask([], any), given: 'nothing' }
  const isQuestion = words.length > ranking.required && question.things > ranking.requiredNames
  if (isQuestion || isThorough) {
    const coverage = coverageOf(words, table, isThorough ? 0 : ranking.enough)
    return { ...ask(words.map(loosened), { ...any, coverage }), given: 'nothing' }
  }
  const wanted = { ...any, all, typedFirst: true, fewer: question.hasPhrase ? null : fewerOf(words, table) }
  const whole = ask(words, wanted)
  if (whole.total + whole.outside > 0 || words.length === 0) {
    const withNamed = question.named.size === 0 ? whole : ask(words, { ...wanted, named: question.named })
    return { ...withNamed, given: 'nothing' }
  }
  const loose = words.map(loosened)
  const coverage = coverageOf(loose, table, 0)
  const telling = tellingBits(loose, table)
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
  // Nothing is promised beyond the few that are offered.
  return { ...common, counts, facets: { ...noCounts, kind: counts }, total, given: 'telling words' }
}

/** All words but one, which is no name of a condition; of two words that is too few. */
function fewerOf(words: readonly ResolvedWord[], table: TermsTable): Fewer | null {
  if (words.length <= 2) return null
  const coverage = coverageOf(words, table, 0)
  const needed = bitsOf(words, ({ isName }) => isName)
  return { atLeast: words.length - 1, needed, telling: tellingBits(words, table), coverage }
}

/** The words, as bits, that are not in nearly every row. */
const tellingBits = (words: readonly ResolvedWord[], table: TermsTable): number =>
  bitsOf(words, (word) => countOf(word, table) <= ranking.commonplace * table.rowCount)

/** A compound taken apart: of "fibromyalgia/CFS" either will do. Other names are asked for as they are. */
const loosened = (word: ResolvedWord): ResolvedWord => ({
  ...word,
  forms: word.forms.flatMap((form) =>
    form.terms.every((term) => word.parts.includes(term))
      ? form.terms.map((term) => ({ ...form, terms: [term] }))
      : [form],
  ),
})

/** Of more words than have a bit each, those first that tell most; those of phrases before all. */
function tellingFirst({ words, isInPhrase }: Question, table: TermsTable): readonly ResolvedWord[] {
  if (words.length <= lastBit) return words
  const weight = (word: ResolvedWord): number => (isInPhrase(word) ? Infinity : weightOf(word, table))
  return words
    .map((word) => ({ word, weight: weight(word) }))
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))
    .map(({ word }) => word)
}

/** The words that are so, as bits; of those that have a bit of their own. */
const bitsOf = (words: readonly ResolvedWord[], is: (word: ResolvedWord) => boolean): number =>
  words.slice(0, lastBit).reduce((bits, word, number) => (is(word) ? bits | (1 << number) : bits), 0)

/**
 * What rows are worth that answer to some words only: the share of the weight of all words that theirs have, to a power.
 * Less than `least` of it is not enough.
 */
function coverageOf(
  words: readonly ResolvedWord[],
  table: TermsTable,
  least: number,
): (found: number) => number {
  const weights = words.slice(0, lastBit).map((word) => weightOf(word, table))
  const all = Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    Number.MIN_VALUE,
  )
  const length = Math.max(words.length, 1) / ranking.sentence
  const power = ranking.coverage * Math.min(length, 1 / length)
  const known = new Map<number, number>()
  return (found) => {
    const before = known.get(found)
    if (before !== undefined) return before
    const share = weights.reduce((sum, weight, word) => ((found >>> word) & 1 ? sum + weight : sum), 0) / all
    const worth = share < least ? -1 : share ** power
    known.set(found, worth)
    return worth
  }
}

/** How much a word tells; nothing when no row has it. */
function weightOf(word: ResolvedWord, table: TermsTable): number {
  const count = countOf(word, table)
  return count === 0 ? 0 : table.rarity(count)
}

/** In how many rows a word stands: as its commonest form. A word that the index lacks cannot be asked of any row. */
const countOf = ({ forms }: ResolvedWord, table: TermsTable): number =>
  Math.max(0, ...forms.map(({ terms }) => Math.min(...terms.map((term) => table.look(term).count))))
