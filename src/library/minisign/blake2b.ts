/*
 * BLAKE2b (https://www.rfc-editor.org/rfc/rfc7693), which minisign hashes with. Written out because the crypto of
 * Electron is BoringSSL, where `createHash('blake2b512')` fails: signatures would be checked on the command line and not
 * in the app. It takes a millisecond for a kilobyte, and what we sign is a list of a few hundred bytes.
 */

/** Bytes that are mixed in at once. */
const blockBytes = 128
/** Bytes of a 64-bit word. */
const word = 8

const initial = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
] as const

/** The order in which each of the twelve rounds takes the sixteen words of a block, a hex digit for a word. */
const rounds = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
  '0123456789abcdef',
  'ea489fd61c02b753',
] as const

/** The four words that each of a round's eight steps mixes: the columns of the state, then its diagonals. */
const mixed = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

/** All 96 steps, as places in the state (a to d) and in the block (x and y). */
const steps = rounds.flatMap((order) =>
  mixed.map(([a, b, c, d], step) => ({
    a: a * word,
    b: b * word,
    c: c * word,
    d: d * word,
    x: Number.parseInt(order.charAt(2 * step), 16) * word,
    y: Number.parseInt(order.charAt(2 * step + 1), 16) * word,
  })),
)

/** The BLAKE2b hash of a message, without a key: 64 bytes, or fewer, which is another hash and not the first part. */
export function blake2b(message: Uint8Array, length = 64): Uint8Array {
  const hash = new DataView(new ArrayBuffer(64))
  for (const [index, value] of initial.entries()) put(hash, index * word, value)
  put(hash, 0, initial[0] ^ 0x01010000n ^ BigInt(length))
  const blocks = Math.max(Math.ceil(message.length / blockBytes), 1)
  for (let number = 1; number <= blocks; number++) {
    const block = new Uint8Array(blockBytes)
    block.set(message.subarray((number - 1) * blockBytes, number * blockBytes))
    const isLast = number === blocks
    mixIn(hash, new DataView(block.buffer), isLast ? message.length : number * blockBytes, isLast)
  }
  return new Uint8Array(hash.buffer, 0, length)
}

function mixIn(hash: DataView, block: DataView, count: number, isLast: boolean): void {
  const state = new DataView(new ArrayBuffer(blockBytes))
  for (const [index, value] of initial.entries()) {
    put(state, index * word, get(hash, index * word))
    put(state, (index + 8) * word, value)
  }
  put(state, 12 * word, initial[4] ^ BigInt(count))
  if (isLast) put(state, 14 * word, ~initial[6])
  for (const { a, b, c, d, x, y } of steps) {
    put(state, a, get(state, a) + get(state, b) + get(block, x))
    put(state, d, rotated(get(state, d) ^ get(state, a), 32n))
    put(state, c, get(state, c) + get(state, d))
    put(state, b, rotated(get(state, b) ^ get(state, c), 24n))
    put(state, a, get(state, a) + get(state, b) + get(block, y))
    put(state, d, rotated(get(state, d) ^ get(state, a), 16n))
    put(state, c, get(state, c) + get(state, d))
    put(state, b, rotated(get(state, b) ^ get(state, c), 63n))
  }
  for (let at = 0; at < hash.byteLength; at += word)
    put(hash, at, get(hash, at) ^ get(state, at) ^ get(state, at + hash.byteLength))
}

const get = (view: DataView, at: number): bigint => view.getBigUint64(at, true)

/** Keeps the lower 64 bits, which is the arithmetic that BLAKE2b asks for. */
const put = (view: DataView, at: number, value: bigint): void => view.setBigUint64(at, value, true)

const rotated = (value: bigint, by: bigint): bigint => (value >> by) | (value << (64n - by))
