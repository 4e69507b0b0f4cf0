import type { LoadedShard } from './index-shard'
import { ranking } from './options'
import type { Form, QueryWord } from './query'
import { stem } from './spelling'

/** A word of the query as the index can answer it. */
export interface ResolvedWord extends QueryWord {
  /** True when no form of it stands anywhere: `forms` is then of the likeliest spelling, or there is none. */
  readonly isUnknown: boolean
  /** The terms spelled almost so, nearest first. */
  readonly nearest: readonly string[]
}

/** A half-typed word can go on in so many ways at most; the shortest are the likeliest. */
const mostCompletions = 24
/** As many spellings are suggested. */
const mostSpellings = 3

/**
 * Looks a word up in the vocabulary of all shards: as it stands, as a beginning, and only then as a misspelling, if it
 * has enough letters to be one.
 */
export function resolve(
  word: QueryWord,
  shards: readonly LoadedShard[],
  shortestMended: number,
): ResolvedWord {
  const isKnown = (term: string): boolean => shards.some(({ index }) => index.vocabulary.indexOf(term) >= 0)
  const asTyped = word.forms.filter(({ terms }) => terms.every(isKnown))
  const completions = word.isHalfTyped ? completionsOf(word.folded, shards) : []
  const forms = [
    ...asTyped,
    ...completions.filter(({ terms }) => !asTyped.some((form) => form.terms[0] === terms[0])),
  ]
  if (forms.length > 0) return { ...word, forms, isUnknown: false, nearest: [] }
  const shorter = word.isHalfTyped ? longestWithin(word.folded, shards) : null
  if (shorter !== null) {
    return { ...word, forms: [one(shorter, ranking.completion)], isUnknown: false, nearest: [] }
  }
  const nearest = word.folded.length < shortestMended ? [] : nearestTo(word, shards)
  const [likeliest] = nearest
  // Only the likeliest is asked for; the others are suggested. Two drugs are not mixed because both are near a third.
  const mended = likeliest === undefined ? [] : [one(likeliest.term, ranking.spelling ** likeliest.distance)]
  return { ...word, forms: mended, isUnknown: true, nearest: nearest.map(({ term }) => term) }
}

const one = (term: string, weight: number): Form => ({ terms: [term], weight })

function completionsOf(start: string, shards: readonly LoadedShard[]): Form[] {
  const terms = new Set(shards.flatMap(({ index }) => index.vocabulary.startingWith(start)))
  const shortest = [...terms]
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, mostCompletions)
  return shortest.map((term) => one(term, (ranking.completion * start.length) / Math.max(term.length, 1)))
}

/** Half of what was typed must be there, and four letters: a stem may be shorter than the word, but not by much. */
function longestWithin(folded: string, shards: readonly LoadedShard[]): string | null {
  const atLeast = Math.max(4, Math.ceil(folded.length / 2))
  const found = shards.map(({ index }) => index.vocabulary.longestWithin(folded, atLeast) ?? '')
  return found.reduce((a, b) => (b.length > a.length ? b : a), '') || null
}

/** One slip in a short word, two in a long one, none in anything with a figure in it. */
function slipsAllowed(word: string): number {
  if (/\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

function nearestTo(
  { folded, isHalfTyped }: QueryWord,
  shards: readonly LoadedShard[],
): { term: string; distance: number }[] {
  const word = stem(folded)
  const most = slipsAllowed(folded)
  if (most === 0) return []
  const found = new Map<string, number>()
  for (const { index } of shards) {
    for (const { term, distance } of index.vocabulary.near(word, most, isHalfTyped)) found.set(term, distance)
  }
  const least = Math.min(...found.values())
  // Of equally near terms the common one is likelier to be meant.
  const count = (term: string): number => shards.reduce((sum, { index }) => sum + index.countOf(term), 0)
  return [...found]
    .filter(([, distance]) => distance === least)
    .map(([term, distance]) => ({ term, distance, count: count(term) }))
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, mostSpellings)
}
