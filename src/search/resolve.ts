import { isArabic, withoutArticle } from './arabic'
import { Best } from './best'
import { ranking } from './options'
import type { Form, QueryWord } from './query'
import { startsUnspaced } from './scripts'
import { stem } from './spelling'
import type { TermsTable } from './terms-table'

/** A word of the query as the index can answer it. */
export interface ResolvedWord extends QueryWord {
  /** True when no form of it stands anywhere: `forms` is then of the likeliest spelling, or there is none. */
  readonly isUnknown: boolean
  /** The terms spelled almost so, the likeliest first; of a known word only when it is hardly known. */
  readonly nearest: readonly string[]
}

/** A half-typed word can go on in so many ways at most; the commonest are the likeliest. */
const mostCompletions = 24
/** A shorter word that is not known is no beginning of another, unless it is still being typed. */
const shortestBegun = 4
/** In a shorter one that is still being typed a slip could make it nearly anything. */
const shortestBegunWithSlip = 5
/** So many beginnings are looked at in each shard. */
const mostLookedAt = 50_000
/** As many spellings are suggested. */
const mostSpellings = 3
/** A word in so few rows may be a slip of the bundle's own, if a word like it stands in so many times more. */
const hardlyKnown = { rows: 1, times: 20 }

/**
 * Looks a word up in the vocabulary of all shards: as it stands, as a beginning, and only then as a misspelling, if it
 * has enough letters to be one.
 */
export function resolve(word: QueryWord, table: TermsTable, shortestMended: number): ResolvedWord {
  const asTyped = word.forms.filter(({ terms }) => terms.every((term) => table.has(term)))
  const completions = word.isHalfTyped ? completionsOf(beginningOf(word), table) : []
  const forms = [
    ...asTyped,
    ...completions.filter(({ terms }) => !asTyped.some((form) => form.terms[0] === terms[0])),
  ]
  if (forms.length > 0) return { ...word, ...orMended(word, forms, table, shortestMended), isUnknown: false }
  const shorter = word.isHalfTyped ? longestWithin(word.folded, table) : null
  if (shorter !== null) {
    return {
      ...word,
      forms: [{ terms: [shorter], weight: ranking.completion }],
      isUnknown: false,
      nearest: [],
    }
  }
  const some = startsUnspaced.test(word.folded) ? word.parts.filter((term) => table.has(term)) : []
  if (some.length > 0 && some.length * 2 >= word.parts.length)
    return { ...word, forms: [{ terms: some, weight: ranking.part }], isUnknown: false, nearest: [] }
  const nearest = isMendable(word, shortestMended) ? nearestTo(word, table) : []
  // A word cut short, as "fibro" is, comes before one with a slip in it.
  const mayBegin = word.folded.length >= shortestBegun && !word.isPossessive
  const begun = mayBegin ? completionsOf(word.folded, table) : []
  if (begun.length > 0) {
    return { ...word, forms: begun, isUnknown: false, nearest: nearest.map(({ term }) => term) }
  }
  const [likeliest] = nearest
  // Only the likeliest is asked for; the others are suggested. Two drugs are not mixed because both are near a third.
  const mended = likeliest === undefined ? [] : [mendedForm(likeliest)]
  return { ...word, forms: mended, isUnknown: true, nearest: nearest.map(({ term }) => term) }
}

const isMendable = ({ folded, isAbbreviation }: QueryWord, shortest: number): boolean =>
  folded.length >= shortest && !isAbbreviation

/** What a half-typed word begins with in the index. */
const beginningOf = ({ folded }: QueryWord): string => (isArabic(folded) ? withoutArticle(folded) : folded)

const mendedForm = ({ term, distance }: { term: string; distance: number }): Form => ({
  terms: [term],
  weight: ranking.spelling ** distance,
  isRespelled: true,
})

/** A word that hardly any row has is asked for as it stands, and below that as the common word that it may be. */
function orMended(
  word: QueryWord,
  forms: readonly Form[],
  table: TermsTable,
  shortestMended: number,
): Pick<ResolvedWord, 'forms' | 'nearest'> {
  const count = Math.max(
    ...forms.map(({ terms }) => Math.min(...terms.map((term) => table.look(term).count))),
  )
  if (word.isHalfTyped || count > hardlyKnown.rows || !isMendable(word, shortestMended))
    return { forms, nearest: [] }
  const [likeliest] = nearestTo(word, table).filter(
    ({ distance, count: times }) => distance > 0 && times >= hardlyKnown.times * count,
  )
  if (likeliest === undefined) return { forms, nearest: [] }
  return { forms: [...forms, mendedForm(likeliest)], nearest: [likeliest.term] }
}

function completionsOf(start: string, table: TermsTable): Form[] {
  const counts = new Map<string, number>()
  for (const shard of table.shards) {
    const { from, to } = shard.vocabulary.rangeOf(start)
    const commonest = new Best(mostCompletions * 4)
    for (let number = from; number < Math.min(to, from + mostLookedAt); number++)
      commonest.add(number, shard.countOf(number))
    for (const { number, score } of commonest.sorted()) {
      const term = shard.vocabulary.at(number)
      counts.set(term, (counts.get(term) ?? 0) + score)
    }
  }
  const likeliest = [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, mostCompletions)
  const commonest = table.rarity(likeliest[0]?.[1] ?? 0)
  // None is worth more than the commonest for being rare: that it is meant is less likely, not more telling.
  return likeliest.map(([term, count]) => ({
    terms: [term],
    weight:
      (ranking.completion * Math.min(start.length, term.length) * commonest) /
      (Math.max(term.length, 1) * table.rarity(count)),
  }))
}

/** Half of what was typed must be there, and four letters: a stem may be shorter than the word, but not by much. */
function longestWithin(folded: string, { shards }: TermsTable): string | null {
  const atLeast = Math.max(4, Math.ceil(folded.length / 2))
  if (folded.length > longestMended) return null
  const found = shards.map(({ vocabulary }) => vocabulary.longestWithin(folded, atLeast) ?? '')
  return found.reduce((a, b) => (b.length > a.length ? b : a), '') || null
}

/** No word is longer: what is was pasted, and would be held against every term of the index. */
const longestMended = 40

/** One slip in a short word, two in a long one, none in anything with a figure in it. */
function slipsAllowed(word: string): number {
  if (/\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

/** The terms that are spelled most like a word, within so many slips: the nearest, and of these the commonest first. */
export function nearestTo(
  { folded, isHalfTyped }: QueryWord,
  table: TermsTable,
  most = slipsAllowed(folded),
): { term: string; distance: number; count: number }[] {
  const word = stem(folded)
  if (most === 0 || folded.length > longestMended) return []
  const found = new Map<string, number>()
  for (const { vocabulary } of table.shards) {
    // What is half typed goes on as it stands, not as its stem would: "kids" is no beginning of "kidney".
    const begun =
      isHalfTyped && folded.length >= shortestBegunWithSlip ? vocabulary.near(folded, most, true) : []
    for (const { term, distance } of [...begun, ...vocabulary.near(word, most, false)])
      found.set(term, Math.min(distance, found.get(term) ?? Infinity))
  }
  const others = [...found].filter(([term]) => term !== word)
  const least = Math.min(...others.map(([, distance]) => distance))
  // Of equally near terms the common one is likelier to be meant.
  return others
    .filter(([, distance]) => distance === least)
    .map(([term, distance]) => ({ term, distance, count: table.look(term).count }))
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, mostSpellings)
}
