import { choose, type Question } from './choose'
import { bothFilters, type FacetCounts, type Filters } from './filters'
import type { Page } from './gather'
import { hitsOf, type Excerpts, type Hit } from './hits'
import { soughtBy } from './marks'
import { completionsFor, isNarrowed, narrow, type Completion } from './narrow'
import { ranking } from './options'
import { phraseOf, standsIn } from './phrases'
import { functionWords, mostLetters, parseQuery, type QueryWord } from './query'
import { resolve, type ResolvedWord } from './resolve'
import type { Row, RowKind } from './row'
import type { LoadedShard } from './shard/loaded-shard'
import { shareOut } from './share-out'
import { nearestSuggestions, suggestionsFor } from './suggestions'
import type { Expanded, Synonyms } from './synonyms'
import { readSyntax, type Syntax } from './syntax'
import { TermsTable } from './terms-table'

/** What a search found. */
export interface Found {
  /** Kind by kind, that first which answers best ({@link kindsInOrder}), and the best first in each. */
  readonly hits: readonly Hit[]
  /** How many of each kind there are; `hits` may hold fewer. */
  readonly counts: Readonly<Record<RowKind, number>>
  /** How many there are of each value of each facet; each facet as if it was not filtered by. */
  readonly facets: FacetCounts
  readonly total: number
  /** How many more there are that the filters and the page leave out. */
  readonly outside: number
  /**
   * What had to be given up to find anything: that a phrase stands there as it is quoted, that all words stand there,
   * their spelling; or every word but one that nearly all rows have.
   */
  readonly relaxed: 'none' | 'phrase' | 'some words' | 'spelling' | 'nearest'
  /** The kinds of which no row has all words, while other kinds have some that do: their rows have all words but one. */
  readonly lacking: readonly RowKind[]
  /** The query as it was asked: as typed, but for words the index does not know and a likely spelling of them. */
  readonly asked: string
  /** The query in other spellings, for words the index does not know; when nothing is found, what comes nearest. */
  readonly suggestions: readonly string[]
  /** Other names that were searched as well. */
  readonly alsoSearched: readonly string[]
  /** Field words of the query whose value nothing here has, as typed: `certainty:big`. They were left out of account. */
  readonly unknownFields: readonly string[]
  /** How a field word at the end of the query may go on. */
  readonly completions: readonly Completion[]
}

/** Where to look, how much to hand out, and of what. */
export interface FindOptions {
  /** Hits in all. No kind takes the place of another before each has its share. */
  readonly limit?: number
  /** Only what has these; see `filters.ts`. Field words of the query narrow it down further. */
  readonly filters?: Filters
  /** Only what belongs to this page. */
  readonly page?: Page
  /** The names of the bundles; left out, only the words of the query are searched. */
  readonly synonyms?: Synonyms
  /** Of each thing only its best row: a source once, however many of its paragraphs answer. */
  readonly oncePerThing?: boolean
  /**
   * Ranks all that has any word, however few, and of whatever kind, and of short questions by their stop words too: for a
   * list of a hundred that is measured, not for a reader. In the app up to three words are all required, and what is
   * quoted; of a longer query a row must have enough, and each kind has its share.
   */
  readonly thorough?: boolean
  /** The kinds in the order that the reader has on screen; it is kept unless another group answers clearly better. */
  readonly kindsBefore?: readonly RowKind[]
  /** Which hits are read for the words around; all, when it is left out. */
  readonly excerpts?: Excerpts
}

/**
 * Finds rows. Up to three words are all required, and two names of any length. A kind that has nothing with them all has rows
 * that lack one; when no kind has them all, rows with some are given; either is said. In longer queries the words weigh as
 * much as they are rare, and a row must have enough of that weight.
 */
export function find(shards: readonly LoadedShard[], query: string, options: FindOptions = {}): Found {
  const found = findAsTyped(shards, query, options)
  const { asked, suggestions, completions } = found
  if (asked === query || options.thorough === true) return found
  // Once a word is spelled right it may be a name, or part of one.
  const mended = findAsTyped(shards, asked, options)
  if (mended.total === 0) return found
  const relaxed = mended.relaxed === 'none' ? 'spelling' : mended.relaxed
  return { ...mended, relaxed, asked, suggestions, completions }
}

function findAsTyped(shards: readonly LoadedShard[], query: string, options: FindOptions): Found {
  const table = new TermsTable(shards)
  const syntax = readSyntax(query.slice(0, mostLetters))
  const narrowed = narrow(syntax.narrowings, shards, options.synonyms ?? null)
  const typed = parseQuery(query)
  const {
    words: named,
    also,
    conditions,
    things,
  } = options.synonyms?.expand(typed, (term) => table.has(term)) ?? unnamed(typed)
  const shortestMended = shortestMendedOf(typed.length)
  const words = named.map((word) => resolve(word, table, shortestMended))
  const { limit = 50, excerpts = 'all', oncePerThing = false, thorough = false, page = null } = options
  const filters = bothFilters(options.filters ?? {}, narrowed.filters)
  const everything = words.length === 0 && isNarrowed(narrowed.filters)
  const asked = [...words, ...(thorough ? asidesOf(query, words.length) : [])]
  const question = {
    words: asked,
    everything,
    isThorough: thorough,
    hasPhrase: syntax.phrases.length > 0,
    named: conditions,
    things,
    exclude: excluder(syntax, table),
  }
  const reach = { filters, page, limit, oncePerThing }
  const exact = thorough
    ? null
    : choose({ ...question, isInPhrase: phraseWords(syntax) }, table, {
        ...reach,
        verify: verifier(syntax, true),
      })
  const isLoose = exact === null || (exact.total === 0 && syntax.phrases.length > 0)
  const chosen = isLoose
    ? choose({ ...question, isInPhrase: () => false }, table, { ...reach, verify: verifier(syntax, false) })
    : exact
  const { counts, facets, total, outside, given, lacking } = chosen
  const isRespelled = total > 0 && words.some(({ isUnknown, forms }) => isUnknown && forms.length > 0)
  const mended = suggestionsFor(
    query,
    words.filter(({ isUnknown }) => isUnknown),
    table,
  )
  const suggestions = [...new Set([...mended, ...suggestionsFor(query, words, table)])]
  const sought = soughtBy(words)
  const before = options.kindsBefore ?? []
  const closeWords = words.length > 1 && words.length <= ranking.required ? words : []
  const sharing = { limit, isShared: !thorough, words, closeWords, before }
  return {
    hits: hitsOf(shareOut(chosen.best, sharing), excerpts, sought),
    ...{ counts, facets, total, outside, lacking },
    relaxed:
      total === 0
        ? 'none'
        : given === 'telling words'
          ? 'nearest'
          : given === 'some words'
            ? 'some words'
            : isLoose && syntax.phrases.length > 0
              ? 'phrase'
              : isRespelled
                ? 'spelling'
                : 'none',
    asked: isRespelled ? (mended[0] ?? query) : query,
    suggestions:
      total + outside > 0 || suggestions.length > 0 ? suggestions : nearestSuggestions(query, words, table),
    alsoSearched: also,
    unknownFields: narrowed.unknown,
    completions: completionsFor(query, shards),
  }
}

const unnamed = (words: readonly QueryWord[]): Expanded => ({
  words,
  also: [],
  conditions: new Set(),
  things: words.length,
})

/** Stop words are asked for as they stand. */
const asidesOf = (query: string, words: number): ResolvedWord[] =>
  words > ranking.functionWords.most
    ? []
    : functionWords(query).map((word) => ({ ...word, isUnknown: false, nearest: [] }))

/** A passage that was pasted is spelled as it was printed. */
const shortestMendedOf = (words: number): number =>
  words > ranking.mended.most
    ? Infinity
    : words > ranking.required
      ? ranking.mended.inSentence
      : ranking.mended.alone

/** Takes the rows off the boards that have a word which must not be there. */
function excluder({ without }: Syntax, table: TermsTable): Question['exclude'] {
  const unwanted = without
    .filter(({ isPhrase }) => !isPhrase)
    .flatMap(({ text }) => parseQuery(text).flatMap(({ forms }) => forms))
  return (shards) => {
    for (const [at, { board, postingsOf }] of shards.map(bound).entries()) {
      for (const { terms } of unwanted) {
        const rows = terms.map((term) => postingsOf(table.look(term).numbers[at] ?? -1))
        for (const row of rows[0] ?? []) if (rows.every((each) => each.has(row))) board.drop(row)
      }
    }
  }
}

const bound = (
  shard: LoadedShard,
): { board: LoadedShard['board']; postingsOf: (term: number) => Set<number> } => ({
  board: shard.board,
  postingsOf: (term) => {
    const rows = new Set<number>()
    const postings = term < 0 ? null : shard.postingsOf(term)
    while (postings?.next() === true) rows.add(postings.row)
    return rows
  },
})

/** Tells which words stand in quotes. */
function phraseWords({ phrases }: Syntax): (word: ResolvedWord) => boolean {
  const quoted = new Set(phrases.flatMap(({ text }) => parseQuery(text).map(({ folded }) => folded)))
  return ({ folded }) => quoted.has(folded)
}

/** Looks for what stands in quotes, in a row itself. Null when nothing does. */
function verifier({ phrases, without }: Syntax, isExact: boolean): ((row: Row) => boolean) | null {
  const wanted = isExact ? phrases.map(({ text, isOpen }) => phraseOf(text, isOpen)) : []
  const unwanted = without.filter(({ isPhrase }) => isPhrase).map(({ text }) => phraseOf(text))
  if (wanted.length + unwanted.length === 0) return null
  return ({ title, also = '', text }) => {
    const texts = [title, also, text]
    return (
      wanted.every((phrase) => standsIn(phrase, texts)) && !unwanted.some((phrase) => standsIn(phrase, texts))
    )
  }
}
