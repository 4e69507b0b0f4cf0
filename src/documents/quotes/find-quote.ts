import { brokenLine, brokenWord, plainForm, type PlainForm, type Range } from './plain-form'

/** A quote with the words around it, a TextQuoteSelector: what finds a passage in any copy of its document. */
export interface Quote {
  readonly quote: string
  /** Words right before it, where the quote alone is not unique. */
  readonly prefix?: string | undefined
  /** Words right after it. */
  readonly suffix?: string | undefined
}

/** A place in a document: the number of a text block or page, and a range of UTF-16 units in its text. */
export interface Place extends Range {
  readonly block: number
}

/** Nobody needs to know of more places in one block, and each takes a walk through the whole text of it. */
const mostPlaces = 100

/** Every place at which a quote stands between its prefix and its suffix, overlapping ones too. */
export function findQuote(quote: Quote, blocks: readonly PlainForm[]): Place[] {
  return blocks.flatMap((block, number) =>
    occurrences(quote, block)
      .filter(({ sides }) => sides.prefix && sides.suffix)
      .slice(0, mostPlaces)
      .map(({ start, end }) => ({ block: number, ...block.original(start, end) })),
  )
}

/** True when the words run on from one block into the next, where a passage cannot follow them. */
export const spansBlocks = ({ quote }: Quote, blocks: readonly PlainForm[]): boolean =>
  findQuote({ quote }, [plainForm(blocks.map(({ text }) => text).join(' '), 'lines')]).length > 0

/** Whether the words around a place are those around a quote. */
export interface Sides {
  readonly prefix: boolean
  readonly suffix: boolean
}

/** A range of a plain text that holds a quote. */
export interface Occurrence extends Range {
  readonly sides: Sides
}

/** Every range of a plain text that holds the words of a quote, whatever stands around it. */
export function occurrences({ quote, prefix = '', suffix = '' }: Quote, { text }: PlainForm): Occurrence[] {
  const [words = '', before = '', after = ''] = [quote, prefix, suffix].map((each) =>
    plainForm(each).text.trim(),
  )
  if (words === '') return []
  const found: Occurrence[] = []
  for (
    let start = text.indexOf(words.charAt(0));
    start !== -1;
    start = text.indexOf(words.charAt(0), start + 1)
  ) {
    const end = endOfMatch(text, start, words)
    if (end === null) continue
    // A broken line counts for a character or two, so twice the length is enough to look at.
    const left = text.slice(Math.max(0, start - 2 * before.length - 2), start)
    const right = text.slice(end, end + 2 * after.length + 2)
    found.push({ start, end, sides: sidesBetween(left, right, before, after) })
  }
  return found
}

/** Whether a range of the original text holds a quote, and with what around it; null when it holds other words. */
export function standsAt(
  { quote, prefix = '', suffix = '' }: Quote,
  { source, setting }: PlainForm,
  { start, end }: Range,
): Sides | null {
  const formOf = (text: string): string => plainForm(text, setting).text
  const [words = '', before = '', after = ''] = [quote, prefix, suffix].map((text) =>
    plainForm(text).text.trim(),
  )
  const there = formOf(source.slice(start, end))
  if (words === '' || endOfMatch(there, 0, words) !== there.length) return null
  // White space is one character in plain form, however long; a page indents by less than this.
  const left = formOf(source.slice(Math.max(0, start - 4 * before.length - 256), start))
  const right = formOf(source.slice(end, end + 4 * after.length + 256))
  return sidesBetween(left, right, before, after)
}

const sidesBetween = (left: string, right: string, before: string, after: string): Sides => ({
  prefix: endOfMatch(reversed(left).trimStart(), 0, reversed(before)) !== null,
  suffix: endOfMatch(right.trimStart(), 0, after) !== null,
})

const reversed = (text: string): string => text.split('').reverse().join('')

/** Where words that begin at a place of a plain text end there; null when other words stand there. */
function endOfMatch(text: string, start: number, words: string): number | null {
  let at = start
  for (let read = 0; read < words.length; at++) {
    const [there, wanted] = [text.charAt(at), words.charAt(read)]
    if (there === wanted) read++
    else if (there === brokenWord) read += /^(?:- ?| -)/.exec(words.slice(read, read + 2))?.[0].length ?? 0
    else if (there === brokenLine) read += wanted === ' ' ? 1 : 0
    else return null
  }
  return at
}
