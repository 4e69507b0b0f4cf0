/** How much room there is: three panes beside the contents, two, or one. */
export type Layout = 'wide' | 'middle' | 'narrow'

/** From which width on a layout has room, in pixels, at the normal size of text. */
export const breakpoints = { wide: 1400, middle: 1000 } as const

/** Up to this size of text, in percent, the panes still hold lines of a readable length. */
const roomy = 110

/**
 * How many times wider everything has to be for a size of text, so that as many words stand on a line as at the normal size.
 * Larger text falls to fewer panes, as the zoom of a browser does (WCAG 1.4.4, 1.4.10); smaller text gains none.
 */
export const widthScale = (textSize: number): number => Math.max(1, textSize / roomy)

/** The width from which on a layout has room, in whole pixels. */
export const widthFor = (layout: keyof typeof breakpoints, textSize: number): number =>
  Math.round(breakpoints[layout] * widthScale(textSize))

/** The least width of a pane at the normal size of text, in pixels: about five words a line. */
const leastPane = 220

/**
 * The least share of a pane, in percent of the width that the panes have together. Where so many do not fit they are equal: a
 * pane can be too narrow, but never unreachable.
 */
export function leastShare(width: number, panes: number, textSize: number): number {
  if (width <= 0 || panes <= 1) return 0
  return Math.min((leastPane * widthScale(textSize) * 100) / width, 100 / panes)
}

/** Shares that add up to 100, none below the least. What is taken comes from those that have more, in proportion. */
export function sharesOf(wanted: readonly number[], least: number): number[] {
  const sum = wanted.reduce((total, part) => total + part, 0)
  const shares = wanted.map((part) => (part / sum) * 100)
  const short = shares.reduce((total, share) => total + Math.max(0, least - share), 0)
  if (short === 0) return shares
  const spare = shares.reduce((total, share) => total + Math.max(0, share - least), 0)
  if (spare <= short) return shares.map(() => 100 / shares.length)
  return shares.map((share) => (share < least ? least : share - ((share - least) / spare) * short))
}
