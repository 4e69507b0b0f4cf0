import type { Piece } from './pieces'
import { isPerUnit, measureOf } from './units'
import type { Token, Word } from './word'

/** Doses that stand next to each other, and how many pieces of the text they take. */
export interface Doses {
  readonly words: readonly Word[]
  readonly used: number
}

/** What may stand between a number and its unit. */
const beforeUnit = /^(?:[ \u00a0\u2009\u202f]?|-)$/

/** What may stand between the two ends of a range, which share the unit after the second. */
const rangeSign = /^\s?[-\u2010-\u2014\u2212/]\s?$/
const rangeWords = new Set(['to', 'or', 'bis', 'oder', 'a', 'até', 'ou', 'o', 'à'])

/** Longer chains of numbers are no range. */
const longestRange = 3

/** The doses that begin at a piece: one in `4.5 mg`, two in `4.5–6 mg` and `4.5 or 6 mg`, none in `4.5 points`. */
export function dosesAt(text: string, pieces: readonly Piece[], at: number): Doses | null {
  const numbers: Piece[] = []
  for (let next = at; numbers.length < longestRange;) {
    const number = pieces[next]
    if (number?.isNumber !== true) return null
    numbers.push(number)
    const unit = unitAt(text, pieces, next + 1, number.end)
    if (unit !== null) {
      const words = numbers.map((each) => doseOf(each, unit, each === number))
      return { words, used: unit.next - at }
    }
    const after = pieces[next + 1]
    if (after === undefined) return null
    if (after.isNumber && rangeSign.test(text.slice(number.end, after.start))) next += 1
    else if (rangeWords.has(after.folded) && pieces[next + 2]?.isNumber === true) next += 2
    else return null
  }
  return null
}

interface Unit {
  /** As it stands in a term: `mg`, `mg/kg`. */
  readonly name: string
  readonly measure: Token
  readonly end: number
  /** The first piece after it. */
  readonly next: number
}

function unitAt(text: string, pieces: readonly Piece[], at: number, from: number): Unit | null {
  const piece = pieces[at]
  const measure = piece === undefined ? undefined : measureOf(piece.folded)
  if (piece === undefined || measure === undefined || !beforeUnit.test(text.slice(from, piece.start)))
    return null
  const { start, end } = piece
  const per = pieces[at + 1]
  const isDivided = per?.isLinked === true && text[end] === '/' && isPerUnit(per.folded)
  const token = { term: measure, start, end }
  return isDivided
    ? {
        name: `${measure}/${measureOf(per.folded) ?? per.folded}`,
        measure: token,
        end: per.end,
        next: at + 2,
      }
    : { name: measure, measure: token, end, next: at + 1 }
}

function doseOf({ term, start, end }: Piece, unit: Unit, hasUnit: boolean): Word {
  const number = { term, start, end }
  const whole = { term: `${term}${unit.name}`, start, end: hasUnit ? unit.end : end }
  // A percent sign alone is no term.
  const parts = hasUnit && unit.measure.term !== '%' ? [number, unit.measure] : [number]
  return { start, end: whole.end, folded: whole.term, parts, joints: [whole], asides: [], isDose: true }
}
