import { occurrences, standsAt, type Quote, type Sides } from './find-quote'
import { nearestWords } from './nearest-words'
import type { PlainForm, Range } from './plain-form'

/** A quote with the range at which packing found it; a passage whose position is in this text is one. */
export interface Selector extends Quote {
  readonly position?: Range | undefined
}

/** Where a quote stands in the text at hand. */
export interface Located extends Range {
  /**
   * `exact`: at its position. `moved`: the same words at another place, the only one that fits. `approximate`: other
   * characters, or the same words in other company; whoever shows it says so.
   */
  readonly kind: 'exact' | 'moved' | 'approximate'
  /** How many characters differ; 0 unless it is approximate. */
  readonly distance: number
  /** On how many sides the words next to it are those of the quote; a side without words says nothing. */
  readonly sides: 0 | 1 | 2
}

/** From this length on, the words of a quote are enough to know it by. */
const tellingLength = 32

/**
 * Finds a quote in a text: at its position first, then by its words, then by nearly its words. Null when it is not
 * there, or stands at several places that fit equally well: a wrong place is worse than none.
 */
export function locateQuote(selector: Selector, form: PlainForm): Located | null {
  const { position, prefix, suffix } = selector
  const count = (sides: Sides): 0 | 1 | 2 =>
    (Number(sides.prefix && hasWords(prefix)) + Number(sides.suffix && hasWords(suffix))) as 0 | 1 | 2
  const stayed = position && standsAt(selector, form, position)
  if (position && stayed) {
    const { start, end } = position
    return { start, end, kind: 'exact', distance: 0, sides: count(stayed) }
  }
  const [best, second] = occurrences(selector, form).sort(
    (one, other) => count(other.sides) - count(one.sides),
  )
  if (best !== undefined) {
    const sides = count(best.sides)
    if (second !== undefined && count(second.sides) === sides) return null
    const isSure = sides > 0 || (second === undefined && selector.quote.length >= tellingLength)
    return {
      ...form.original(best.start, best.end),
      kind: isSure ? 'moved' : 'approximate',
      distance: 0,
      sides,
    }
  }
  const near = nearestWords(selector.quote, form)
  if (near === null) return null
  return { ...form.original(near.start, near.end), kind: 'approximate', distance: near.distance, sides: 0 }
}

/** How many sides of a quote have words that can be looked for. */
export const sidesOf = ({ prefix, suffix }: Quote): number =>
  [prefix, suffix].filter((side) => hasWords(side)).length

const hasWords = (side: string | undefined): boolean => side !== undefined && side.trim() !== ''
