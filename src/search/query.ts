import { words } from './analyse'
import { ranking } from './options'
import { readSyntax } from './syntax'
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
  /** Still being typed: it may go on. */
  readonly isHalfTyped: boolean
}

/** Longer queries are cut: nobody types them, and a pasted page would take seconds. No more than a board has bits. */
const mostWords = 32
/** Letters of a query that are read. */
export const mostLetters = 2_000

/**
 * Reads the words of a query, without what {@link readSyntax} takes out. Its last word counts as half typed unless
 * white space follows. Stop words are left out, unless all there is so far may become another word: `the` of therapy.
 * So are words that stand there twice.
 */
export function parseQuery(text: string): QueryWord[] {
  const { plain } = readSyntax(text.slice(0, mostLetters))
  const all = words(plain)
  const last = all.at(-1)
  const seen = new Set<string>()
  const read = all.map((word) => ({
    start: word.start,
    end: word.end,
    folded: word.folded,
    forms: formsOf(word),
    parts: word.parts.map(({ term }) => term),
    isHalfTyped: word === last && word.end === plain.length && !word.isDose,
  }))
  const telling = read.filter(({ forms }) => {
    const key = JSON.stringify(forms)
    return forms.length > 0 && !seen.has(key) && seen.add(key).has(key)
  })
  if (telling.length > 0) return telling.slice(0, mostWords)
  return read.filter(({ isHalfTyped, folded }) => isHalfTyped && folded.length > 1)
}

/** A compound is found whole or by all its parts; a dose only whole, for 4.5 of one unit is not 4.5 of another. */
function formsOf({ parts, joints, isDose }: Word): Form[] {
  const [whole] = joints
  const terms = parts.map(({ term }) => term)
  if (whole !== undefined && isDose) return [{ terms: [whole.term], weight: 1 }]
  if (terms.length === 0) return []
  const byParts = { terms: [...new Set(terms)], weight: whole === undefined ? 1 : ranking.part }
  return whole === undefined ? [byParts] : [{ terms: [whole.term], weight: 1 }, byParts]
}
