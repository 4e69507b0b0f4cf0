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

/** Longer texts are looked at only where the letters of what is sought stand, and there not more often than this. */
const long = { text: 4_000, places: 40, around: 120 }

/**
 * The places in a text by which it is excerpted: of a whole page those near the first letters of what is sought. Reading
 * all of each page that is found would take longer than finding it.
 */
export function marksToExcerpt(text: string, sought: Sought): Mark[] {
  if (text.length <= long.text) return marksOf(text, sought)
  return windowsOf(text, sought).flatMap(({ start, end }) =>
    marksOf(text.slice(start, end), sought).map((mark) => ({
      ...mark,
      start: mark.start + start,
      end: mark.end + start,
    })),
  )
}

/** Stretches of a text, cut between words, in which something begins as a term or a half-typed word does. */
function windowsOf(text: string, { terms, beginning }: Sought): Span[] {
  const plain = text.toLowerCase()
  const keys = [...terms, ...(beginning === null ? [] : [beginning])].map((term) =>
    // A stem may end in other letters than the word does.
    term.slice(0, Math.max(2, term.length - 2)),
  )
  const places: Span[] = []
  for (const key of new Set(keys)) {
    const most = places.length + long.places
    for (let at = plain.indexOf(key); at >= 0 && places.length < most; at = plain.indexOf(key, at + 1))
      places.push(stretchAround(text, at))
  }
  return merged(places)
}

function stretchAround(text: string, at: number): Span {
  const from = Math.max(0, at - long.around)
  const space = from === 0 ? 0 : text.slice(from, at).search(/\s/)
  const after = text.slice(at, at + long.around)
  const last = at + long.around >= text.length ? after.length : after.lastIndexOf(' ')
  return { start: space < 0 ? from : from + space, end: at + (last > 0 ? last : after.length) }
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
