import { raisedCharacters, shownCharacters } from './characters'
import { isTextItem, type PdfTextItem } from './text-item'

/** The text that one item of a page gives. */
export interface Run {
  /** The place of the item among those that pdf.js gave. */
  readonly index: number
  readonly item: PdfTextItem
  /** Where its characters stand in the text of the page: as many as `item.str` has. */
  readonly start: number
  readonly end: number
}

/** The text of a page of a PDF, in the order in which pdf.js reads it, with a line end where a line ends. */
export interface PageText {
  readonly text: string
  readonly runs: readonly Run[]
}

/**
 * The text of a page from what pdf.js found on it with `pdfTextOptions`. Characters stay where they are, one for one;
 * raised digits become superscripts, and codes of old TeX fonts the letters that they show.
 */
export function pageText(items: readonly unknown[]): PageText {
  const runs: Run[] = []
  let text = ''
  let base: PdfTextItem | null = null
  for (const [index, item] of items.entries()) {
    if (!isTextItem(item)) continue
    const isRaised = base !== null && isSuperscript(item, base)
    const shown = shownCharacters(item.str)
    if (item.str !== '') {
      runs.push({ index, item, start: text.length, end: text.length + shown.length })
      text += isRaised ? raisedCharacters(shown) : shown
    }
    if (item.hasEOL) text += '\n'
    if (item.hasEOL) base = null
    else if (!isRaised && item.str.trim() !== '') base = item
  }
  return { text, runs }
}

/** Only what is made of digits and signs alone is a power or the number of a note. */
const digits = /^[\d\s,.+()\u002D\u2010\u2212\u2013*]*\d[\d\s,.+()\u002D\u2010\u2212\u2013*]*$/

/** True when an item stands smaller and higher than the one whose line it is on. */
function isSuperscript(item: PdfTextItem, base: PdfTextItem): boolean {
  if (!digits.test(item.str) || item.height <= 0 || base.height <= 0) return false
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform
  const [, , , , baseX = 0, baseY = 0] = base.transform
  const size = Math.hypot(c, d)
  if (size === 0) return false
  const rise = ((x - baseX) * c + (y - baseY) * d) / size / base.height
  return item.height < 0.85 * base.height && rise > 0.15 && rise < 0.9
}

/** The part of an item's own text that falls into a range of the page's. */
export interface ItemRange {
  readonly index: number
  readonly item: PdfTextItem
  readonly start: number
  readonly end: number
}

/** Which parts of which items a range of the text of a page covers, in their order. */
export const itemRanges = ({ runs }: PageText, start: number, end: number): ItemRange[] =>
  runs
    .filter((run) => run.start < end && run.end > start)
    .map((run) => ({
      index: run.index,
      item: run.item,
      start: Math.max(0, start - run.start),
      end: Math.min(run.item.str.length, end - run.start),
    }))
