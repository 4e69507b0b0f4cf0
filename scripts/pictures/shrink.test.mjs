import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPicture, writePicture } from './png.mjs'
import { withPalette } from './shrink.mjs'

/** @param {number} width @param {readonly number[]} colours */
const picture = (width, colours) => ({
  width,
  height: colours.length / width,
  pixels: Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff])),
})

/** @param {ReturnType<typeof withPalette>} small */
const shown = ({ palette, indexes }) => [...indexes].map((index) => palette[index])

describe('a picture with a palette', () => {
  it('of few colours loses none', () => {
    const colours = [0xffffff, 0x000000, 0x0a6b70, 0xffffff, 0xfbfaf7, 0x000001]
    expect(shown(withPalette(picture(3, colours)))).toEqual(colours)
  })

  it('of many colours keeps each near its own', () => {
    const colours = Array.from({ length: 64 * 64 }, (_, at) => (at % 64) * 0x040000 + (at >> 6) * 0x0400)
    const small = withPalette(picture(64, colours))
    expect(small.palette.length).toBeLessThanOrEqual(256)
    for (const [at, colour] of shown(small).entries())
      for (const shift of [16, 8, 0])
        expect(
          Math.abs((((colour ?? 0) >> shift) & 0xff) - (((colours[at] ?? 0) >> shift) & 0xff)),
        ).toBeLessThan(32)
  })

  it('is not taken for one that has still to be written with one', () => {
    expect(readPicture(writePicture(withPalette(picture(1, [0x123456]))))).toBeNull()
  })
})

describe('a picture as Chromium writes it', () => {
  it.each([0, 1, 2, 3, 4])('is read whatever filter a line has: %s', (filter) => {
    // Two lines of two pixels; the second repeats the first, as each filter would store it.
    const first = [10, 20, 30, 40, 60, 80]
    const second = [
      first,
      [10, 20, 30, 30, 40, 50],
      [0, 0, 0, 0, 0, 0],
      [5, 10, 15, 15, 20, 25],
      [0, 0, 0, 0, 0, 0],
    ][filter]
    const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])
    const data = deflateSync(Buffer.from([0, ...first, filter, ...(second ?? [])]))
    const chunk = (/** @type {string} */ type, /** @type {Buffer} */ body) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)])
    }
    const file = Buffer.concat([Buffer.alloc(8), chunk('IHDR', head), chunk('IDAT', data)])
    expect([...(readPicture(file)?.pixels ?? [])]).toEqual([...first, ...first])
  })
})
