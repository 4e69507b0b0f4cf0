import { ranking } from './options'
import { startsUnspaced } from './scripts'
import { readSyntax } from './syntax'
import { isShouting } from './stop-words'
import { askedWords } from './unspaced-words'
import type { Word } from './word'

/** One way to find a word: all of these terms together. */
export interface Form {
  readonly terms: readonly string[]
  /** Against the word's best form, which has 1. */
  readonly weight: number
  /** A guess at what was meant, and so never above what was typed. */
  readonly isRespelled?: boolean
}

/** A word of the query and the ways to find it, any of which will do. */
export interface QueryWord extends Pick<Word, 'start' | 'end' | 'folded'> {
  readonly forms: readonly Form[]
  /** The terms of its parts: `anti` and `tnf`. */
  readonly parts: readonly string[]
  /** It names a condition, or is a part of such a name. */
  readonly isName: boolean
  /** In capitals, as NICE and FDA: its spelling is nobody's slip. */
  readonly isAbbreviation: boolean
  /** With an ending as "Crohn's" has: it is the beginning of no other word. */
  readonly isPossessive: boolean
  /** Still being typed: it may go on. */
  readonly isHalfTyped: boolean
  /** How often it stands in the query. */
  readonly times: number
}

/** Longer queries are cut: a pasted passage is read whole, a pasted book is not. */
const mostWords = 256
/** Letters of a query that are read. */
export const mostLetters = 10_000

/**
 * Reads the words of a query, without what {@link readSyntax} takes out. Its last word counts as half typed unless
 * white space follows. Stop words are left out, unless all there is so far may become another word: `the` of therapy.
 * A word that stands there twice is read once, and counted.
 */
export function parseQuery(text: string): QueryWord[] {
  const { plain } = readSyntax(text.slice(0, mostLetters))
  const all = askedWords(plain)
  const last = all.at(-1)
  const shouts = isShouting(plain)
  const read = all.map((word): QueryWord => {
    const written = plain.slice(word.start, word.end)
    const isPossessive = possessive.test(written)
    const isLast = word === last && word.end === plain.length
    return {
      start: word.start,
      end: word.end,
      folded: word.folded,
      forms: formsOf(word),
      parts: word.parts.map(({ term }) => term),
      isName: false,
      isAbbreviation: !shouts && abbreviation.test(written),
      isPossessive,
      isHalfTyped: (isLast && !word.isDose && !isPossessive) || isLoneLetter(word),
      times: 1,
    }
  })
  const telling = new Map<string, QueryWord>()
  for (const word of read) {
    if (word.forms.length === 0) continue
    const key = JSON.stringify(word.forms)
    const before = telling.get(key)
    telling.set(key, before === undefined ? word : { ...before, times: before.times + 1 })
  }
  if (telling.size > 0) return [...telling.values()].slice(0, mostWords)
  return read.filter(({ isHalfTyped, folded }) => isHalfTyped && folded.length > 1)
}

/**
 * The stop words of a query, which {@link parseQuery} leaves out, each with how often it stands there. Nothing is found by
 * them alone that a reader would want; of short questions that share their other words they tell which is which.
 */
export function functionWords(text: string): QueryWord[] {
  const { plain } = readSyntax(text.slice(0, mostLetters))
  const found = new Map<string, QueryWord>()
  for (const { term, start, end } of askedWords(plain).flatMap(({ asides }) => asides)) {
    const forms = [{ terms: [term], weight: ranking.functionWords.weight }]
    const times = (found.get(term)?.times ?? 0) + 1
    found.set(term, {
      start,
      end,
      folded: '',
      forms,
      parts: [],
      isName: false,
      isAbbreviation: false,
      isPossessive: false,
      isHalfTyped: false,
      times,
    })
  }
  return [...found.values()]
}

/** Longer words in capitals were typed with the wrong key held down. */
const abbreviation = /^\p{Lu}{2,5}$/u

const possessive = /['’ʼ＇]s$/iu

/** Where words have no spaces between them, a letter alone stands in the index with the one after it. */
const isLoneLetter = ({ folded }: Word): boolean =>
  startsUnspaced.test(folded) && /^\P{M}\p{M}*$/u.test(folded)

/** A compound is found whole or by all its parts; a dose only whole, for 4.5 of one unit is not 4.5 of another. */
function formsOf({ parts, joints, isDose }: Word): Form[] {
  const [whole] = joints
  const terms = parts.map(({ term }) => term)
  if (whole !== undefined && isDose) return [{ terms: [whole.term], weight: 1 }]
  if (terms.length === 0) return []
  const byParts = { terms: [...new Set(terms)], weight: whole === undefined ? 1 : ranking.part }
  return whole === undefined ? [byParts] : [{ terms: [whole.term], weight: 1 }, byParts]
}
