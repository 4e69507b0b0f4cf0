import { writeFile } from 'node:fs/promises'
import { someOriginal } from './material'
import type { Mutant, Mutator } from './mutant'
import type { Random } from './random'

/** Damage to the bytes of a bundle file, of which the mutant knows nothing more. */
const damage = (
  name: string,
  weight: number,
  change: (bytes: Buffer, random: Random) => Buffer,
): Mutator => ({
  name: `bytes: ${name}`,
  weight,
  make(random, material): Mutant {
    const bytes = change(Buffer.from(someOriginal(material, random).bytes), random)
    return { is: 'bundle', sealed: false, write: (path) => writeFile(path, bytes) }
  },
})

/** Where damage does most: half of the time in the list of files at the end of the archive. */
const place = (bytes: Buffer, random: Random): number =>
  random.once(2) ? random.below(bytes.length) : bytes.length - 1 - random.below(Math.min(4_000, bytes.length))

/** Mutators of a bundle file as mere bytes. */
export const byteMutators: readonly Mutator[] = [
  damage('bits flipped', 8, (bytes, random) => {
    for (let flips = 1 + random.below(4); flips > 0; flips--) {
      const at = place(bytes, random)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    }
    return bytes
  }),
  damage('cut off', 4, (bytes, random) => bytes.subarray(0, place(bytes, random))),
  damage('begun late', 2, (bytes, random) => bytes.subarray(random.below(bytes.length))),
  damage('piece left out', 3, (bytes, random) => {
    const at = place(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(200))])
  }),
  damage('piece doubled', 3, (bytes, random) => {
    const at = place(bytes, random)
    const piece = bytes.subarray(at, at + 1 + random.below(500))
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
  }),
  damage('noise put in', 3, (bytes, random) => {
    const at = place(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + random.below(60)), bytes.subarray(at)])
  }),
  damage('number made extreme', 6, (bytes, random) => {
    const at = Math.min(place(bytes, random), bytes.length - 4)
    const number = random.pick([0, 1, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff])
    if (random.once(2)) bytes.writeUInt16LE(number & 0xffff, at)
    else bytes.writeUInt32LE(number, at)
    return bytes
  }),
  damage('blocks swapped', 2, (bytes, random) => {
    const [one, other] = [
      random.below(bytes.length >> 1),
      (bytes.length >> 1) + random.below(bytes.length >> 2),
    ]
    const length = 1 + random.below(200)
    const kept = Buffer.from(bytes.subarray(one, one + length))
    bytes.copy(bytes, one, other, other + length)
    kept.copy(bytes, other)
    return bytes
  }),
  damage('two bundles in one', 1, (bytes, random) =>
    Buffer.concat([bytes, bytes.subarray(random.below(bytes.length))]),
  ),
]
