import { unitsPerEm } from './glyphs.mjs'

/*
 * The tables of a TrueType font, as small as a browser accepts (OpenType 1.9, https://learn.microsoft.com/typography/opentype).
 * Ascent and descent are those of Inter, so that a line with a symbol is as high as one without.
 */
const ascent = 969
const descent = -242

/** @typedef {{ character: string, width: number, contours: readonly import('./shapes.mjs').Contour[] }} Glyph */

/**
 * Numbers of so many bytes each, big-endian: `bytes([2, 1], [4, 65536])`. Negative numbers wrap, as the format has it.
 * @param {...readonly number[]} fields pairs of size and value
 */
export function bytes(...fields) {
  const parts = fields.map(([size = 0, value = 0]) => {
    const part = Buffer.alloc(size)
    for (let at = size - 1, rest = Math.round(value); at >= 0; at--, rest = Math.floor(rest / 256))
      part[at] = rest & 0xff
    return part
  })
  return Buffer.concat(parts)
}

/** @param {...number} values */
const shorts = (...values) => bytes(...values.map((value) => [2, value]))

/** @param {Glyph} glyph */
function boxOf({ contours }) {
  const points = contours.flat()
  const of = (/** @type {'x' | 'y'} */ axis) => points.map((point) => Math.round(point[axis]))
  return points.length === 0
    ? [0, 0, 0, 0]
    : [Math.min(...of('x')), Math.min(...of('y')), Math.max(...of('x')), Math.max(...of('y'))]
}

/**
 * The outline of a glyph: every coordinate as a signed 16-bit step from the one before.
 * @param {Glyph} glyph
 */
function outline(glyph) {
  if (glyph.contours.length === 0) return Buffer.alloc(0)
  const points = glyph.contours.flat()
  const ends = glyph.contours.map((_, at) => glyph.contours.slice(0, at + 1).flat().length - 1)
  const steps = (/** @type {'x' | 'y'} */ axis) =>
    points.map((point, at) => Math.round(point[axis]) - Math.round(points[at - 1]?.[axis] ?? 0))
  const overlaps = 0x40 // contours may overlap; said on the first flag
  const flags = Buffer.from(points.map(({ isOn }, at) => (isOn ? 1 : 0) | (at === 0 ? overlaps : 0)))
  const whole = Buffer.concat([
    shorts(glyph.contours.length, ...boxOf(glyph), ...ends, 0),
    flags,
    shorts(...steps('x'), ...steps('y')),
  ])
  return Buffer.concat([whole, Buffer.alloc((4 - (whole.length % 4)) % 4)])
}

/**
 * The tables of a font by their tags, in the order in which they are listed.
 * @param {string} family
 * @param {readonly Glyph[]} drawn by code point
 * @returns {ReadonlyMap<string, Buffer>}
 */
export function tablesOf(family, drawn) {
  const all = [{ character: '', width: 500, contours: [] }, ...drawn]
  const outlines = all.map(outline)
  const offsets = [0, ...outlines.map((_, at) => Buffer.concat(outlines.slice(0, at + 1)).length)]
  const boxes = drawn.map(boxOf)
  const box = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.min : Math.max)(...boxes.map((one) => one[side] ?? 0)),
  )
  const widest = Math.max(...all.map(({ width }) => width))
  const points = Math.max(...all.map(({ contours }) => contours.flat().length))
  const contours = Math.max(...all.map((glyph) => glyph.contours.length))
  return new Map([
    ['OS/2', os2(drawn)],
    ['cmap', cmap(drawn)],
    ['glyf', Buffer.concat(outlines)],
    ['head', head(box)],
    [
      'hhea',
      bytes(
        ...[
          [4, 0x10000],
          [2, ascent],
          [2, descent],
          [2, 0],
          [2, widest],
          [2, 0],
          [2, 0],
          [2, widest],
        ],
        ...[[2, 1], ...Array(7).fill([2, 0]), [2, all.length]],
      ),
    ],
    ['hmtx', shorts(...all.flatMap((glyph) => [glyph.width, boxOf(glyph)[0] ?? 0]))],
    ['loca', bytes(...offsets.map((offset) => [4, offset]))],
    [
      'maxp',
      bytes([4, 0x10000], ...[all.length, points, contours, 0, 0, 2, ...Array(8).fill(0)].map((v) => [2, v])),
    ],
    ['name', names(family)],
    ['post', bytes([4, 0x30000], [4, 0], [2, -100], [2, 50], ...Array(5).fill([4, 0]))],
  ])
}

/** @param {readonly number[]} box */
const head = (box) =>
  bytes(
    ...[
      [4, 0x10000],
      [4, 0x10000],
      [4, 0],
      [4, 0x5f0f3cf5],
      [2, 0],
      [2, unitsPerEm],
      [8, 0],
      [8, 0],
    ],
    ...[...box.map((side) => [2, side]), [2, 0], [2, 8], [2, 2], [2, 1], [2, 0]],
  )

/** @param {readonly Glyph[]} drawn */
function cmap(drawn) {
  const codes = drawn.map(({ character }) => character.codePointAt(0) ?? 0)
  // One segment a character, and the closing one that the format asks for.
  const segments = [...codes, 0xffff]
  const power = 2 ** Math.floor(Math.log2(segments.length))
  const deltas = [...codes.map((code, at) => at + 1 - code), 1]
  const table = shorts(
    ...[segments.length * 2, power * 2, Math.log2(power), (segments.length - power) * 2],
    ...[...segments, 0, ...segments, ...deltas, ...segments.map(() => 0)],
  )
  return Buffer.concat([shorts(0, 1, 3, 1), bytes([4, 12]), shorts(4, table.length + 6, 0), table])
}

/** @param {readonly Glyph[]} drawn */
function os2(drawn) {
  const codes = drawn.map(({ character }) => character.codePointAt(0) ?? 0)
  const average = drawn.reduce((sum, { width }) => sum + width, 0) / drawn.length
  return bytes(
    ...[
      [2, 4],
      [2, average],
      [2, 400],
      [2, 5],
      [2, 0],
      ...Array(10).fill([2, 0]),
      [2, 0],
      ...Array(10).fill([1, 0]),
    ],
    ...[
      ...Array(4).fill([4, 0]),
      [4, 0x4c435452],
      [2, 0x40],
      [2, Math.min(...codes)],
      [2, Math.max(...codes)],
    ],
    ...[
      [2, ascent],
      [2, descent],
      [2, 0],
      [2, ascent],
      [2, -descent],
      [4, 1],
      [4, 0],
    ],
    ...[
      [2, 546],
      [2, 727],
      [2, 0],
      [2, 32],
      [2, 0],
    ],
  )
}

/** @param {string} family */
function names(family) {
  const texts = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ]
  const encoded = texts.map(([, text]) => Buffer.from(String(text), 'utf16le').swap16())
  const records = texts.map(([id], at) => {
    const before = Buffer.concat(encoded.slice(0, at)).length
    return shorts(3, 1, 0x409, Number(id), encoded[at]?.length ?? 0, before)
  })
  return Buffer.concat([shorts(0, texts.length, 6 + 12 * texts.length), ...records, ...encoded])
}
