import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPicture, writePicture } from './png.mjs'

/** How many colours a picture is kept with: text that is smoothed needs some shades of each of its colours. */
const most = 256

/**
 * Writes every new picture of a folder again with a palette, to about a third of its size: they are kept in the repository. What
 * has a palette already is left alone. The shades it loses are far below what a comparison of pictures lets pass.
 * @param {string} folder
 */
export function shrinkPictures(folder) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.png'))) {
    const path = join(folder, name)
    const picture = readPicture(readFileSync(path))
    if (picture !== null) writeFileSync(path, writePicture(withPalette(picture)))
  }
}

/** @param {import('./png.mjs').Picture} picture */
export function withPalette({ width, height, pixels }) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at++) {
    const colour = pixels.readUIntBE(at * 3, 3)
    colours[at] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = paletteOf(counts)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearestIn(palette, colour)]))
  return {
    width,
    height,
    palette,
    indexes: Buffer.from(Array.from(colours, (colour) => places.get(colour) ?? 0)),
  }
}

/**
 * The colours used most, none nearer to another than it takes for all to be near one of them.
 * @param {ReadonlyMap<number, number>} counts
 */
function paletteOf(counts) {
  const byUse = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour)
  for (let apart = 0; ; apart += 6) {
    /** @type {number[]} */
    const palette = []
    for (const colour of byUse) {
      if (palette.every((one) => distance(one, colour) > apart * apart)) palette.push(colour)
      if (palette.length > most) break
    }
    if (palette.length <= most) return palette
  }
}

/** @param {readonly number[]} palette @param {number} colour */
function nearestIn(palette, colour) {
  let best = 0
  for (let at = 1; at < palette.length; at++)
    if (distance(palette[at] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = at
  return best
}

/** @param {number} one @param {number} other */
function distance(one, other) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 0xff) - ((other >> shift) & 0xff))
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2
}
