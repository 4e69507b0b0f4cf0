import { randomBytes } from 'node:crypto'

/** Stands for any host in an X authority file. */
const anyHost = 0xffff

/**
 * An X authority file with one new secret, for any host and display. With it only those who can read the file reach
 * our virtual display; without one every user of the machine could look at it. (`xauth` writes the same; this saves
 * the package.)
 */
export const randomAuthority = () =>
  Buffer.concat([
    uint16(anyHost),
    counted(''),
    counted(''),
    counted('MIT-MAGIC-COOKIE-1'),
    counted(randomBytes(16)),
  ])

/** @param {number} value */
function uint16(value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

/** @param {string | Buffer} value */
const counted = (value) => Buffer.concat([uint16(value.length), Buffer.from(value)])
