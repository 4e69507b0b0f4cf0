import { constants, deflateRawSync } from 'node:zlib'

/** Packed bytes that unfold to far more. */
export interface Bomb {
  readonly deflated: Buffer
  /** What they unfold to. */
  readonly size: number
  /** A smaller size that the archive may claim. */
  readonly announced: number
}

const mebibyte = 1024 * 1024

/**
 * Bombs from 10 MB to 10 GB. Each is made in milliseconds: a mebibyte is packed once, with all that the packer remembers
 * forgotten at its end, and repeated as it is packed.
 */
export const bombs = (): readonly Bomb[] => (made ??= [10, 100, 1_000, 10_000].map(bomb))
let made: readonly Bomb[] | null = null

function bomb(mebibytes: number): Bomb {
  const block = deflateRawSync(Buffer.alloc(mebibyte, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const last = deflateRawSync(Buffer.alloc(0))
  const deflated = Buffer.concat([...Array.from({ length: mebibytes }, () => block), last])
  // Of a size that passes the limit on what a file may unfold to, so that unfolding begins.
  return { deflated, size: Math.min(mebibytes * mebibyte, 0xffff_fffe), announced: deflated.length * 150 }
}
