import { crc32, deflateRawSync } from 'node:zlib'
import { writeOddZip, type OddFile } from '../src/library/test-files'
import { bombs } from './bombs'
import { hostileNames } from './hostile'
import { someOriginal, type Original } from './material'
import type { Mutant, Mutator } from './mutant'
import type { Random } from './random'

/** An absolute path that must never come to be. */
export const canary = '/tmp/lectern-fuzz-canary'

/** Changes what an archive says of its files, each file being as it was. */
const structure = (name: string, weight: number, change: Change): Mutator => ({
  name: `zip: ${name}`,
  weight,
  make(random, material): Mutant {
    const original = someOriginal(material, random)
    const files = [...original.entries].map(([path, bytes]): OddFile => packed(path, bytes, random))
    const changed = change(files, random, original)
    return { is: 'bundle', sealed: false, write: (path) => writeOddZip(path, changed) }
  },
})

type Change = (files: OddFile[], random: Random, original: Original) => OddFile[]

/** A file as an archive holds it: as it is, or deflated. */
function packed(name: string, bytes: Uint8Array, random: Random): OddFile {
  if (random.once(2)) return { name, bytes }
  const deflated = deflateRawSync(bytes, { level: 1 })
  return { ...deflatedFile(name, deflated, bytes.length), crc: crc32(bytes) }
}

const deflatedFile = (name: string, bytes: Uint8Array, size: number): OddFile => ({
  ...{ name, bytes, size, method: 8, packedSize: bytes.length },
})

/** The fields of one file replaced. */
const one =
  (change: (file: OddFile, random: Random) => Partial<OddFile>): Change =>
  (files, random) => {
    const at = random.below(files.length)
    return files.map((file, index) => (index === at ? { ...file, ...change(file, random) } : file))
  }

const extremes = [0, 1, 0xffff, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff]

/** Mutators of what an archive says of its files. */
export const structureMutators: readonly Mutator[] = [
  structure('entries swapped', 4, (files, random) => {
    const [from, to] = [random.below(files.length), random.below(files.length)]
    return files.map((file, index) => {
      const other = files[index === from ? to : index === to ? from : index]
      return { ...file, ...other, name: file.name }
    })
  }),
  structure('order changed', 2, (files, random) => files.sort(() => random.unit() - 0.5)),
  structure('entry left out', 3, (files, random) =>
    files.filter((_, index) => index !== random.below(files.length)),
  ),
  structure('name twice', 4, (files, random) => [
    ...files,
    { ...random.pick(files), bytes: random.bytes(10) },
  ]),
  structure('name in other case', 3, (files, random) => {
    const { name } = random.pick(files)
    return [...files, { name: String(name).toUpperCase(), bytes: random.bytes(3) }]
  }),
  structure('hostile name added', 6, (files, random) => [
    ...files,
    { name: random.pick(['', '', 'data/', 'data/sources/']) + random.pick(hostileNames(canary)) },
  ]),
  structure(
    'hostile name given',
    4,
    one((_, random) => ({ name: random.pick(hostileNames(canary)) })),
  ),
  structure(
    'name of odd bytes',
    3,
    one((_, random) => ({ name: random.bytes(random.below(20)), flags: random.pick([0, 0x800]) })),
  ),
  structure(
    'link',
    3,
    one((_, random) => {
      const bytes = Buffer.from(random.pick(['/etc/passwd', '../escaped', canary]))
      const attributes = (random.pick([0o120777, 0o020666, 0o010644, 0o140777]) << 16) >>> 0
      const { length } = bytes
      return { bytes, attributes, method: 0, size: length, packedSize: length, crc: crc32(bytes) }
    }),
  ),
  structure(
    'size wrong',
    5,
    one((_, random) => ({ size: random.pick(extremes) })),
  ),
  structure(
    'packed size wrong',
    4,
    one((_, random) => ({ packedSize: random.pick(extremes) })),
  ),
  structure(
    'both sizes wrong',
    3,
    one((_, random) => {
      const size = random.pick(extremes)
      return { size, packedSize: size }
    }),
  ),
  structure(
    'offset wrong',
    4,
    one((_, random) => ({ offset: random.pick([...extremes, random.below(5_000)]) })),
  ),
  structure(
    'method, flags or checksum wrong',
    4,
    one((_, random) =>
      random.pick<Partial<OddFile>>([
        { method: random.below(100) },
        { flags: random.below(0x10000) },
        { crc: random.below(2 ** 32) },
      ]),
    ),
  ),
  structure('in a folder', 2, (files, random) => {
    const folder = random.pick(['ldn/', 'a/b/', '../', '/', 'con/', '\u202E/'])
    return files.map((file) => ({ ...file, name: folder + String(file.name) }))
  }),
  structure('file as folder', 2, (files, random) => [
    ...files,
    { name: `${String(random.pick(files).name)}/x` },
  ]),
  structure('many files', 1, (files, random) => [
    ...files,
    ...Array.from({ length: random.pick([1_000, 20_000]) }, (_, number) => ({
      name: `data/${number}`,
      bytes: new Uint8Array(),
    })),
  ]),
  structure('bomb', 4, (files, random) => {
    const { deflated, size, announced } = random.pick(bombs())
    const bomb = { ...deflatedFile('', deflated, random.pick([size, announced])), crc: 0 }
    if (random.once(3)) return [...files, { ...bomb, name: 'data/bomb.json' }]
    return one((file) => ({ ...bomb, name: file.name }))(files, random, {} as Original)
  }),
]
