import type { Estimate } from '../bundle'
import { noEffect } from './measure'

/** How many times as far as the row in the middle a value may lie before it is left off the scale. */
const farthest = 6

/**
 * The values that a scale of these rows has to hold: all but those that lie more than six times as far from no effect as the
 * row in the middle reaches, which would squeeze every other row to a dot. Of a row whose value lies there no end is held.
 * Where no effect is not known, the middle one of the values stands for it. A single row is never cut, but for a ratio that is
 * rounded to 0, which no logarithmic scale holds.
 */
export function withinReach(rows: readonly Estimate[], scale: 'linear' | 'log'): number[] {
  const place = scale === 'log' ? Math.log : (value: number): number => value
  const middle = noEffect((rows[0] as Estimate).measure) ?? inTheMiddle(rows.map(({ value }) => value))
  const distance = (value: number): number => Math.abs(place(value) - place(middle))
  const reaches = rows.map((row) => Math.max(...valuesOf(row).map(distance).filter(Number.isFinite)))
  const reach = inTheMiddle(reaches) * farthest
  const isHeld = (value: number): boolean =>
    Number.isFinite(distance(value)) && (reach === 0 || distance(value) <= reach)
  return rows
    .filter(({ value }) => isHeld(value))
    .flatMap(valuesOf)
    .filter(isHeld)
}

/** The value of a row and the ends of its interval. */
const valuesOf = ({ value, interval }: Estimate): number[] => [
  value,
  ...(interval ? [interval.low, interval.high] : []),
]

/** The one in the middle by size; of two, the smaller. */
const inTheMiddle = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] as number
