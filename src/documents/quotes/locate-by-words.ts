import { occurrences, type Quote } from './find-quote'
import { nearestWords } from './nearest-words'
import { plainForm, type PlainForm, type Range } from './plain-form'

/** Where the words of a quote stand in a document that it was not taken from. */
export interface LocatedByWords extends Range {
  /** Counted from 0. */
  readonly page: number
  /**
   * `exact`: these words, at this one place. `few`: the same, but so few that they may be about something else. `several`:
   * these words, at more places than one, of which this is the first. `approximate`: nearly these words. Whoever shows
   * anything but the first says so.
   */
  readonly kind: 'exact' | 'few' | 'several' | 'approximate'
}

/**
 * How near is near enough. `letters`: the same words in the same order, with other capitals or other marks between them;
 * for a quote in words of somebody else, where anything less would be a resemblance and no more. `numbers`: a fifth of
 * the characters may differ, but no number; for a quote of another version of the document.
 */
export type Nearness = 'letters' | 'numbers'

/** From this length on, the words of a quote are enough to know it by. */
const tellingLength = 32

/** More places than this say no more than that there are several. */
const mostPlaces = 50

/**
 * Finds the words of a quote in a document of pages. Between several places the words around it decide. Null when its
 * words are nowhere: a wrong place is worse than none.
 *
 * @param formOf the plain form of a page; asked for one page at a time, from the first
 */
export async function locateByWords(
  quote: Quote,
  pages: number,
  nearness: Nearness,
  formOf: (page: number) => Promise<PlainForm>,
): Promise<LocatedByWords | null> {
  const places: (Range & { readonly page: number; readonly sides: number })[] = []
  let near: (Range & { readonly page: number; readonly distance: number }) | null = null
  let isTied = false
  for (let page = 0; page < pages && places.length < mostPlaces; page++) {
    const form = await formOf(page)
    for (const { start, end, sides } of occurrences(quote, form)) {
      if (!isWhole(form.text, start, end)) continue
      const around =
        Number(sides.prefix && isSaid(quote.prefix)) + Number(sides.suffix && isSaid(quote.suffix))
      places.push({ page, ...form.original(start, end), sides: around })
      if (places.length === mostPlaces) break
    }
    if (places.length > 0) continue
    const found = nearestWords(quote.quote, form)
    if (found === null || !isNear(quote.quote, form.text, found, nearness)) continue
    isTied = near !== null && found.distance === near.distance
    if (near === null || found.distance < near.distance)
      near = { page, ...form.original(found.start, found.end), distance: found.distance }
  }
  const most = Math.max(0, ...places.map(({ sides }) => sides))
  const [first, second] = places.filter(({ sides }) => sides === most)
  if (first !== undefined) {
    const { page, start, end } = first
    if (second !== undefined) return { page, start, end, kind: 'several' }
    return { page, start, end, kind: quote.quote.length < tellingLength && most === 0 ? 'few' : 'exact' }
  }
  return near === null || isTied
    ? null
    : { page: near.page, start: near.start, end: near.end, kind: 'approximate' }
}

const isSaid = (side: string | undefined): boolean => side !== undefined && side.trim() !== ''

const letter = /[\p{L}\p{N}]/u

/** False where the quote begins or ends within a word. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !(letter.test(text.charAt(start - 1)) && letter.test(text.charAt(start))) &&
  !(letter.test(text.charAt(end - 1)) && letter.test(text.charAt(end)))

const lettersOf = (text: string): string =>
  (plainForm(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).join('').toLowerCase()

/** Decimal points count: 1.2 is not 12. */
const numbersOf = (text: string): string =>
  (plainForm(text).text.match(/\d+(?:[.,\u00B7]\d+)*/gu) ?? []).join(' ')

function isNear(quote: string, text: string, { start, end }: Range, nearness: Nearness): boolean {
  const found = text.slice(start, end)
  if (numbersOf(quote) !== numbersOf(found)) return false
  return nearness === 'numbers' || (lettersOf(quote) === lettersOf(found) && isWhole(text, start, end))
}
