import type { Rectangle } from '../../../documents'
import { pointIn, type Matrix } from './matrix'

/** A stretch of a path without a gap, on the page. */
export interface Subpath {
  /** `straight`: one level or upright line, or a rectangle that stands upright. */
  readonly shape: 'straight' | 'free'
  readonly rectangle: Rectangle
}

/** How pdf.js 5 writes a path (its `DrawOPS`): a number for what is drawn, then that many coordinates. */
const coordinates = [2, 2, 6, 4, 0] as const
const moveTo = 0
const lineTo = 1

/** Less than this is level, in points. */
const level = 0.05

/** The stretches of a path in the order in which they are drawn. A path that cannot be read has none after that place. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const found: Subpath[] = []
  let points: (readonly [x: number, y: number])[] = []
  let isCurved = false
  const end = (): void => {
    if (points.length > 1)
      found.push({
        shape: isCurved || !isStraight(points) ? 'free' : 'straight',
        rectangle: boxAround(points),
      })
    points = []
    isCurved = false
  }
  for (let at = 0; at < data.length;) {
    const operator = data[at] ?? -1
    const count = coordinates[operator]
    if (count === undefined) break
    if (operator === moveTo) end()
    isCurved ||= count > 0 && operator !== moveTo && operator !== lineTo
    for (let next = at + 1; next < at + 1 + count; next += 2)
      points.push(pointIn(matrix, data[next] ?? 0, data[next + 1] ?? 0))
    at += 1 + count
  }
  end()
  return found
}

/** One line, or a way along the sides of a rectangle and no further. */
function isStraight(points: readonly (readonly [x: number, y: number])[]): boolean {
  const [left, bottom, right, top] = boxAround(points)
  if (right - left <= level || top - bottom <= level) return true
  const isCorner = ([x, y]: readonly [number, number]): boolean =>
    Math.min(x - left, right - x) <= level && Math.min(y - bottom, top - y) <= level
  const isSide = (at: number): boolean => {
    const [from, to] = [points[at - 1], points[at]]
    return (
      from === undefined ||
      to === undefined ||
      Math.abs(from[0] - to[0]) <= level ||
      Math.abs(from[1] - to[1]) <= level
    )
  }
  return (
    points.length >= 4 && points.length <= 6 && points.every((point, at) => isCorner(point) && isSide(at))
  )
}

function boxAround(points: readonly (readonly [x: number, y: number])[]): Rectangle {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    bottom = Math.min(bottom, y)
    right = Math.max(right, x)
    top = Math.max(top, y)
  }
  return [left, bottom, right, top]
}
