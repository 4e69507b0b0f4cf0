import type { Rectangle } from '../../../documents'
import type { Drawn } from './drawing'
import { areaOf, around, grown, intersection, isNear } from './rectangle'

/** Parts of one figure are no further apart, in points. */
const apart = 14
/** An axis or a frame touches the figure that it belongs to. */
const touching = 6
/** Bullets, arrowheads and boxes to tick are no figures. */
const least = 14
/** A fill over this part of the page is its background. */
const background = 0.7
/** A box that is this full of words is a box of text or a table. */
const wordy = 0.12
/** White around a figure. */
const margin = 3

/**
 * The areas of a page that must be shown as they were printed, in its own space: whatever it draws in colour, in curves or
 * as a picture, with the lines and labels that belong to it. What is left is text, with rules, tables and boxes around it.
 *
 * @param lines where lines of text stand
 */
export function figureAreas(
  drawn: readonly Drawn[],
  lines: readonly Rectangle[],
  page: Rectangle,
): readonly Rectangle[] {
  const isBackground = ({ is, rectangle }: Drawn): boolean =>
    is !== 'picture' && areaOf(rectangle) > background * areaOf(page)
  const parts = drawn.filter((one) => !isBackground(one))
  const figures = groups(parts.filter(({ is }) => is !== 'rule')).filter((group) => isFigure(group, lines))
  const rules = parts.filter(({ is }) => is === 'rule').map(({ rectangle }) => rectangle)
  const whole = figures.map(({ area }) => withNear(withRules(area, rules), lines, 0))
  return merged(whole.map((area) => grown(area, margin)))
    .map((area) => intersection(area, page))
    .filter((area) => area !== null)
}

interface Group {
  readonly area: Rectangle
  readonly hasPicture: boolean
}

/** Parts that are near one another, and near those. */
function groups(parts: readonly Drawn[]): readonly Group[] {
  let all: Group[] = []
  for (const { is, rectangle } of parts) {
    const near = all.filter(({ area }) => isNear(area, rectangle, apart))
    if (near.length > 0) all = all.filter((one) => !near.includes(one))
    all.push({
      area: near.reduce((area, one) => around(area, one.area), rectangle),
      hasPicture: is === 'picture' || near.some((one) => one.hasPicture),
    })
  }
  return all
}

/** A picture always; else what is large enough and not there for the words in it. */
function isFigure({ area, hasPicture }: Group, lines: readonly Rectangle[]): boolean {
  if (hasPicture) return true
  const [left, bottom, right, top] = area
  if (right - left < least && top - bottom < least) return false
  const words = lines.reduce((sum, line) => {
    const shared = intersection(line, area)
    return sum + (shared === null ? 0 : areaOf(shared))
  }, 0)
  return words < wordy * areaOf(area)
}

/** An area with what is near it. */
const withNear = (area: Rectangle, others: readonly Rectangle[], gap: number): Rectangle =>
  others.filter((one) => isNear(one, area, gap)).reduce(around, area)

/** An area with the rules that touch it, and with those that then touch it. */
function withRules(area: Rectangle, rules: readonly Rectangle[]): Rectangle {
  const whole = withNear(area, rules, touching)
  return areaOf(whole) > areaOf(area) ? withRules(whole, rules) : area
}

/** Areas that overlap, as one. */
function merged(areas: readonly Rectangle[]): readonly Rectangle[] {
  const all: Rectangle[] = []
  for (let area of areas) {
    for (let at = 0; at < all.length; at++) {
      const other = all[at]
      if (other === undefined || !isNear(area, other, 0)) continue
      area = around(area, other)
      all.splice(at, 1)
      at = -1
    }
    all.push(area)
  }
  return all
}
