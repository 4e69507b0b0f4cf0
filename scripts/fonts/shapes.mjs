/**
 * A closed line of a glyph: points in font units, y upwards. What is clockwise is filled, what is not cuts a hole.
 * @typedef {{ x: number, y: number, isOn: boolean }} Point
 * @typedef {readonly Point[]} Contour
 */

/**
 * A polygon from its corners.
 * @param {...readonly [number, number]} corners
 * @returns {Contour}
 */
export const polygon = (...corners) => corners.map(([x, y]) => ({ x, y, isOn: true }))

/**
 * A circle as eight quadratic curves, which is as round as a screen can show. A hole turns the other way.
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {{ isHole?: boolean }} [how]
 * @returns {Contour}
 */
export function circle(x, y, radius, { isHole = false } = {}) {
  const points = Array.from({ length: 16 }, (_, at) => {
    const isOn = at % 2 === 0
    const angle = (-at * Math.PI) / 8
    // The middle of a curve's tangents lies further out than the curve.
    const distance = isOn ? radius : radius / Math.cos(Math.PI / 8)
    return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle), isOn }
  })
  return isHole ? points.toReversed() : points
}

/**
 * A ring.
 * @param {number} x
 * @param {number} y
 * @param {number} radius of its outer edge
 * @param {number} stroke
 * @returns {Contour[]}
 */
export const ring = (x, y, radius, stroke) => [
  circle(x, y, radius),
  circle(x, y, radius - stroke, { isHole: true }),
]

/**
 * A cross with arms as long as `reach` from the middle, as one line around.
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @param {number} stroke
 * @returns {Contour}
 */
export function plus(x, y, reach, stroke) {
  const half = stroke / 2
  const quarter = [
    [-half, reach],
    [half, reach],
    [half, half],
  ]
  const turned = [0, 1, 2, 3].flatMap((turn) => quarter.map(([dx, dy]) => turnedBy(turn, dx ?? 0, dy ?? 0)))
  return polygon(...turned.map(([dx, dy]) => /** @type {const} */ ([x + dx, y + dy])))
}

/**
 * A point turned clockwise by so many right angles.
 * @param {number} turns
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]}
 */
const turnedBy = (turns, x, y) => (turns === 0 ? [x, y] : turnedBy(turns - 1, y, -x))
