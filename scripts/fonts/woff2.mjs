import { brotliCompressSync } from 'node:zlib'
import { bytes } from './tables.mjs'

/** The tables that WOFF2 knows by a number (https://www.w3.org/TR/WOFF2/, 4.1), as far as we write them. */
const numbers = new Map(
  Object.entries({
    cmap: 0,
    head: 1,
    hhea: 2,
    hmtx: 3,
    maxp: 4,
    name: 5,
    'OS/2': 6,
    post: 7,
    glyf: 10,
    loca: 11,
  }),
)

/** Says of outlines that they stand as they are, not in WOFF2's own order. */
const untransformed = 3 << 6

/**
 * Tables as one WOFF2 file. Checksums are left to the reader, which makes its own when it unpacks the file.
 * @param {ReadonlyMap<string, Buffer>} tables
 */
export function woff2(tables) {
  const entries = [...tables].map(([tag, table]) => {
    const isOutline = tag === 'glyf' || tag === 'loca'
    const flags = (numbers.get(tag) ?? 63) | (isOutline ? untransformed : 0)
    return Buffer.concat([bytes([1, flags]), base128(table.length)])
  })
  const directory = Buffer.concat(entries)
  const data = brotliCompressSync(Buffer.concat([...tables.values()]))
  const length = 48 + directory.length + data.length
  const padding = (4 - (length % 4)) % 4
  const unpacked =
    12 +
    16 * tables.size +
    [...tables.values()].reduce((sum, { length: l }) => sum + l + ((4 - (l % 4)) % 4), 0)
  const header = bytes(
    ...[
      [4, 0x774f4632],
      [4, 0x10000],
      [4, length + padding],
      [2, tables.size],
      [2, 0],
      [4, unpacked],
    ],
    ...[[4, data.length], [2, 1], [2, 0], ...Array(5).fill([4, 0])],
  )
  return Buffer.concat([header, directory, data, Buffer.alloc(padding)])
}

/**
 * A length in as few bytes as it takes, seven bits each.
 * @param {number} value
 */
function base128(value) {
  const parts = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) parts.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(parts)
}
