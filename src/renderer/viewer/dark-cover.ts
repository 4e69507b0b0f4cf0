import type { Box } from './box'

/**
 * The `clip-path` of a cover that turns a page to dark, without what must stay as it is. `none` when that is nothing.
 *
 * @param boxes in percent of the page
 */
export function holesFor(boxes: readonly Box[]): string {
  if (boxes.length === 0) return 'none'
  const points = boxes.flatMap(({ left, top, width, height }) => {
    const [right, bottom] = [left + width, top + height]
    // Along the hole and back to the corner of the page, where all of them begin.
    return [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
      [0, 0],
    ]
  })
  const outline = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
    [0, 0],
  ]
  return `polygon(evenodd, ${[...outline, ...points].map(([x = 0, y = 0]) => `${rounded(x)}% ${rounded(y)}%`).join(', ')})`
}

const rounded = (percent: number): number => Math.round(percent * 1000) / 1000
