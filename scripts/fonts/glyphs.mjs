import { circle, plus, polygon, ring } from './shapes.mjs'

/** Font units to the em. */
export const unitsPerEm = 1000

/** Half the height of Inter's capitals: symbols stand in the middle of a line of text. */
const middle = 364
const centre = 400
const radius = 350
const stroke = 84

/**
 * The signs that Lectern prints and that no text font on a bare machine can be trusted to have, each with its width. They
 * are drawn to one weight, so that the circles of a certainty are alike.
 * @type {readonly { character: string, width: number, contours: readonly import('./shapes.mjs').Contour[] }[]}
 */
export const glyphs = [
  {
    character: '⊕',
    width: 800,
    contours: [...ring(centre, middle, radius, stroke), plus(centre, middle, radius - stroke / 2, stroke)],
  },
  { character: '○', width: 800, contours: ring(centre, middle, radius, stroke) },
  {
    character: '◐',
    width: 800,
    contours: [
      ...ring(centre, middle, radius, stroke),
      leftHalf(circle(centre, middle, radius - stroke / 2)),
    ],
  },
  { character: '▲', width: 720, contours: [polygon([40, 60], [360, 668], [680, 60])] },
  { character: '▼', width: 720, contours: [polygon([40, 668], [680, 668], [360, 60])] },
  {
    character: '✓',
    width: 760,
    contours: [polygon([60, 330], [130, 400], [300, 230], [640, 640], [710, 576], [306, 90])],
  },
  { character: '✕', width: 720, contours: [turned(plus(360, middle, 390, 96), 360, middle)] },
  { character: '→', width: 920, contours: [arrow((x) => x)] },
  { character: '←', width: 920, contours: [arrow((x) => 920 - x).toReversed()] },
]

/**
 * An arrow to the right, or mirrored, as one line around.
 * @param {(x: number) => number} place
 */
function arrow(place) {
  const half = stroke / 2
  const corners = [
    [60, middle + half],
    [700, middle + half],
    [520, middle + half + 180],
    [580, middle + half + 238],
    [860, middle],
    [580, middle - half - 238],
    [520, middle - half - 180],
    [700, middle - half],
    [60, middle - half],
  ]
  return polygon(...corners.map(([x = 0, y = 0]) => /** @type {const} */ ([place(x), y])))
}

/**
 * A line turned by half a right angle.
 * @param {import('./shapes.mjs').Contour} line
 * @param {number} x
 * @param {number} y
 */
function turned(line, x, y) {
  return line.map((point) => ({
    ...point,
    x: x + (point.x - x + (point.y - y)) * Math.SQRT1_2,
    y: y + (point.y - y - (point.x - x)) * Math.SQRT1_2,
  }))
}

/**
 * The left half of a circle.
 * @param {import('./shapes.mjs').Contour} whole
 */
function leftHalf(whole) {
  return whole.filter(({ x }) => x <= centre + 1)
}
