import { itemRanges, type ItemRange, type PageText } from './page-text'

/** Two opposite corners in the page's own space: left, bottom, right, top, in points. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number]

/** How far letters reach below and above their line, in parts of the size of the font. */
const depth = 0.22
const rise = 0.78

/** Wider gaps than this, in parts of the size of the font, keep two pieces of a line apart: cells of a table. */
const widestSpace = 4

/** The rectangles that a range of the text of a page covers, one for each stretch of a line, in reading order. */
export function rectanglesOf(page: PageText, start: number, end: number): Rectangle[] {
  const lines: { box: Rectangle; last: Stretch }[] = []
  for (const range of itemRanges(page, start, end)) {
    if (!isSeen(page, range)) continue
    const stretch = stretchOf(range)
    const line = lines.at(-1)
    if (line !== undefined && isSameLine(line.last, stretch)) {
      line.box = around(line.box, stretch.box)
      // A raised digit neither ends its line nor says where the line runs.
      if (stretch.size >= line.last.size) line.last = stretch
      else line.last = { ...line.last, to: Math.max(line.last.to, stretch.to) }
    } else lines.push({ box: stretch.box, last: stretch })
  }
  return lines.map(({ box: [left, bottom, right, top] }) => [
    rounded(left),
    rounded(bottom),
    rounded(right),
    rounded(top),
  ])
}

const isSeen = ({ text, runs }: PageText, { item, start, end }: ItemRange): boolean => {
  const begin = runs.find((run) => run.item === item)?.start ?? 0
  return text.slice(begin + start, begin + end).trim() !== ''
}

/** A piece of a line: where it lies along and across its own direction, and its box on the page. */
interface Stretch {
  readonly along: Vector
  readonly from: number
  readonly to: number
  readonly across: number
  readonly size: number
  readonly box: Rectangle
}

interface Vector {
  readonly x: number
  readonly y: number
}

function stretchOf({ item, start, end }: ItemRange): Stretch {
  const [, , , , x = 0, y = 0] = item.transform
  const { along, up, length, size, reach } = lineOf(item)
  const whole = widthOfAll(item.str)
  const before = widthOfAll(item.str.slice(0, start)) / whole
  const after = widthOfAll(item.str.slice(0, end)) / whole
  const [first, last] = item.dir === 'rtl' ? [1 - after, 1 - before] : [before, after]
  const corners = [first, last].flatMap((part) =>
    reach.map((height) => ({
      x: x + along.x * part * length + up.x * height * size,
      y: y + along.y * part * length + up.y * height * size,
    })),
  )
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)]
  const origin = x * along.x + y * along.y
  return {
    along,
    from: origin + first * length,
    to: origin + last * length,
    across: x * up.x + y * up.y,
    size,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  }
}

interface Line {
  readonly along: Vector
  readonly up: Vector
  readonly length: number
  /** Of the font. */
  readonly size: number
  /** How far letters reach from the line, below and above it, in parts of the size. */
  readonly reach: readonly [number, number]
}

/** Letters stand on their line; those of a vertical one hang down it, about its middle (ISO 32000-2, 9.7.4.3). */
function lineOf({ transform, dir, width, height }: ItemRange['item']): Line {
  const [a = 1, b = 0, c = 0, d = 1] = transform
  return dir === 'ttb'
    ? { along: unit(-c, -d), up: unit(a, b), length: height, size: width, reach: [-0.5, 0.5] }
    : { along: unit(a, b), up: unit(c, d), length: width, size: height, reach: [-depth, rise] }
}

/** About how wide a character is against others of its font; pdf.js tells only the width of a whole item. */
function widthOf(character: string): number {
  if (/[ijl.,:;'!|()[\]tfrI ]/.test(character)) return 0.6
  return /[mwMWﬃﬄ@%]/.test(character) ? 1.5 : 1
}

const widthOfAll = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0)

function unit(x: number, y: number): Vector {
  const length = Math.hypot(x, y)
  return length === 0 ? { x: 0, y: 0 } : { x: x / length, y: y / length }
}

/** In one direction, at one height, and no more than a wide space apart. */
function isSameLine(one: Stretch, other: Stretch): boolean {
  const size = Math.max(one.size, other.size)
  const turned = Math.hypot(one.along.x - other.along.x, one.along.y - other.along.y)
  const gap = Math.max(one.from, other.from) - Math.min(one.to, other.to)
  return turned < 0.01 && Math.abs(one.across - other.across) < size / 2 && gap < widestSpace * size
}

const around = (one: Rectangle, other: Rectangle): Rectangle => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
]

const rounded = (points: number): number => Math.round(points * 100) / 100
