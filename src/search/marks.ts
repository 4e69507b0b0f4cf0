import { tokens } from './analyse'
import { merged, type Mark, type Span } from './excerpt'
import { fold } from './fold'
import { parseQuery, type QueryWord } from './query'
import type { Token } from './word'

/** What is to be marked in a text. */
export interface Sought {
  readonly terms: ReadonlySet<string>
  /** The beginning of a word still being typed, folded; null when there is none. */
  readonly beginning: string | null
}

/** Beginnings shorter than this are not marked: half of the text would be. */
const shortestBeginning = 2

/** What these words of a query look for. */
export function soughtBy(query: readonly QueryWord[]): Sought {
  const typed = query.find(({ isHalfTyped }) => isHalfTyped)?.folded ?? ''
  return {
    terms: new Set(query.flatMap(({ forms }) => forms.flatMap(({ terms }) => terms))),
    beginning: typed.length >= shortestBeginning ? typed : null,
  }
}

/** The places in a text that answer to what is sought, by the rules of the index. */
export function marksOf(text: string, { terms, beginning }: Sought): Mark[] {
  const begins = (start: number, end: number): boolean =>
    beginning !== null && fold(text.slice(start, end)).startsWith(beginning)
  return tokensOf(text).filter(({ term, start, end }) => terms.has(term) || begins(start, end))
}

/** The tokens of texts shown before: while one types, most of what is found was found a letter ago. */
const seen = new Map<string, readonly Token[]>()
const mostSeen = 500

/** Letters of a text that are read; no passage is as long. */
const longestRead = 200_000

/** The terms of a text with their places, of its beginning when it is longer than any text for reading. */
export function tokensOf(text: string): readonly Token[] {
  const before = seen.get(text)
  if (before !== undefined) return before
  const found = tokens(text.slice(0, longestRead))
  if (seen.size >= mostSeen) seen.clear()
  seen.set(text, found)
  return found
}

/**
 * The places in a text that answer to a query, in order and apart: what the reader sees marked in a document that a
 * search led to. Give it the query as it was `asked`, with its spelling mended.
 */
export const marksIn = (text: string, query: string): Span[] =>
  merged(marksOf(text, soughtBy(parseQuery(query))))
