import type { Rectangle } from '../../../documents'

/** The least rectangle around two. */
export const around = (one: Rectangle, other: Rectangle): Rectangle => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
]

/** What two have in common, be it a line; null when that is nothing. */
export function intersection(one: Rectangle, other: Rectangle): Rectangle | null {
  const [left, bottom] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
  const [right, top] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])]
  return left <= right && bottom <= top ? [left, bottom, right, top] : null
}

/** Whether two are no further apart than `gap`. */
export const isNear = (one: Rectangle, other: Rectangle, gap: number): boolean =>
  one[0] - gap <= other[2] && other[0] - gap <= one[2] && one[1] - gap <= other[3] && other[1] - gap <= one[3]

/** As large as it is. */
export const areaOf = ([left, bottom, right, top]: Rectangle): number => (right - left) * (top - bottom)

/** Grown on every side. */
export const grown = ([left, bottom, right, top]: Rectangle, by: number): Rectangle => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]
