import type { Rectangle } from '../../../documents'

/** A transformation of the plane as PDF writes it (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The one that changes nothing. */
export const none: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const after = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** Six numbers as pdf.js hands them over; {@link none} for anything else. */
export const toMatrix = (value: unknown): Matrix =>
  value !== null && typeof value === 'object' && 'length' in value && value.length === 6
    ? (Array.from(value as ArrayLike<number>) as unknown as Matrix)
    : none

/** Where a point comes to lie. */
export const pointIn = (
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
): readonly [x: number, y: number] => [a * x + c * y + e, b * x + d * y + f]

/** The rectangle around another after a transformation. */
export function rectangleIn(matrix: Matrix, [left, bottom, right, top]: Rectangle): Rectangle {
  const corners = [
    pointIn(matrix, left, bottom),
    pointIn(matrix, right, bottom),
    pointIn(matrix, left, top),
    pointIn(matrix, right, top),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
