import { crc32, deflateSync, inflateSync } from 'node:zlib'

/*
 * As much of PNG (https://www.w3.org/TR/png-3/) as pictures of the window need: what Chromium writes is read, and written again
 * with a palette.
 */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** @typedef {{ width: number, height: number, pixels: Buffer }} Picture three bytes a pixel */

/**
 * Reads a picture of eight bits a channel without transparency that matters. Null for any other, one with a palette among them.
 * @param {Buffer} file
 * @returns {Picture | null}
 */
export function readPicture(file) {
  const parts = [...chunks(file)]
  const head = parts.find(({ type }) => type === 'IHDR')?.data
  if (head === undefined) return null
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const channels = { 2: 3, 6: 4 }[head[9] ?? 0]
  if (head[8] !== 8 || head[12] !== 0 || channels === undefined) return null
  const data = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map((part) => part.data))
  return {
    width,
    height,
    pixels: opaque(unfiltered(inflateSync(data), width * channels, channels), channels),
  }
}

/** @param {Buffer} file */
function* chunks(file) {
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at)
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/**
 * Undoes the filter of each line.
 * @param {Buffer} data
 * @param {number} stride
 * @param {number} channels
 */
function unfiltered(data, stride, channels) {
  const lines = data.length / (stride + 1)
  const out = Buffer.alloc(lines * stride)
  for (let line = 0; line < lines; line++) {
    const filter = data[line * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = line * stride + x
      const left = x < channels ? 0 : (out[at - channels] ?? 0)
      const up = line === 0 ? 0 : (out[at - stride] ?? 0)
      const corner = x < channels || line === 0 ? 0 : (out[at - stride - channels] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0
      out[at] = ((data[line * (stride + 1) + 1 + x] ?? 0) + guess) & 0xff
    }
  }
  return out
}

/** Paeth's guess: whichever of the three is nearest to left + up - corner. */
function nearest(/** @type {number} */ left, /** @type {number} */ up, /** @type {number} */ corner) {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** @param {Buffer} bytes @param {number} channels */
function opaque(bytes, channels) {
  return channels === 3 ? bytes : Buffer.from(bytes.filter((_, at) => at % 4 !== 3))
}

/**
 * Writes a picture with a palette of at most 256 colours, one byte a pixel.
 * @param {{ width: number, height: number, palette: readonly number[], indexes: Buffer }} picture
 */
export function writePicture({ width, height, palette, indexes }) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  )
  const lines = Buffer.alloc((width + 1) * height)
  for (let line = 0; line < height; line++)
    indexes.copy(lines, line * (width + 1) + 1, line * width, (line + 1) * width)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
