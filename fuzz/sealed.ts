import { manifestText, payloadFolder, tagFiles, writeBundle, type PayloadFile } from '../src/library'
import { createHash } from 'node:crypto'
import { monstrousBlocks } from './deep-pages'
import { hostileNames, hostileTexts, longText } from './hostile'
import { changeValue } from './json-values'
import { labels, someOriginal } from './material'
import type { Mutant, Mutator } from './mutant'
import type { Random } from './random'
import { structuredFolder } from './unpacked'
import { canary } from './zip-structure'
import { writeOddZip } from '../src/library/test-files'

type Files = Map<string, Uint8Array>

/**
 * Changes the payload and packs it with our own writer, so that every hash is right and the content goes on to the
 * schemas and to all that trusts them.
 */
const sealed = (name: string, weight: number, change: (files: Files, random: Random) => void): Mutator => ({
  name: `sealed: ${name}`,
  weight,
  make(random, material): Mutant {
    const files: Files = new Map(someOriginal(material, random).payload)
    change(files, random)
    const payload: PayloadFile[] = [...files].map(([path, bytes]) => ({ path, bytes }))
    // Once in a while unzipped: folders take another way in.
    if (random.once(12)) return structuredFolder(payload)
    return {
      is: 'bundle',
      sealed: true,
      write: async (path) => void (await writeBundle(path, payload, labels)),
    }
  },
})

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file of the payload; the large one of the search index less often than its size would make it matter. */
const somePath = (files: Files, random: Random, pattern = /./): string => {
  const paths = [...files.keys()].filter((path) => pattern.test(path))
  return random.pick(paths.length === 0 ? [...files.keys()] : paths)
}

/** Changes the JSON value of a file; of one that is no JSON, as the search index is, some bytes. */
function changeJson(files: Files, path: string, random: Random, change: (value: unknown) => void): void {
  const bytes = files.get(path) ?? encoded('null')
  if (path.startsWith('search/')) return void files.set(path, twisted(bytes, random))
  const value: unknown = JSON.parse(decoded(bytes))
  change(value)
  files.set(path, encoded(JSON.stringify(value)))
}

/** The bytes of a search index with something changed where a reader would believe it. */
function twisted(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Buffer.from(bytes)
  const at = random.below(random.pick([20, 400, changed.length]))
  const extremes = [0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0xffff_ffff]
  switch (random.below(5)) {
    case 0:
      return changed.subarray(0, at)
    case 1:
      return Buffer.concat([changed.subarray(0, at), random.bytes(1 + random.below(9)), changed.subarray(at)])
    case 2:
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
      return changed
    case 3:
      return changed.fill(
        random.pick([0, 0x30, 0x7f, 0x80, 0xff]),
        at,
        Math.min(changed.length, at + 1 + random.below(5_000)),
      )
    default:
      if (at + 4 <= changed.length) changed.writeUInt32LE(random.pick(extremes), at - (at % 4))
      return changed
  }
}

const kinds = [
  /^bundle\.json$/,
  /^claims/,
  /^references/,
  /^conditions/,
  /^evidence/,
  /^sources/,
  /^handouts/,
  /^search/,
]

/** Mutators of the content of a bundle, sealed again. */
export const sealedMutators: readonly Mutator[] = [
  sealed('one value changed', 36, (files, random) => {
    changeJson(files, somePath(files, random, random.pick(kinds)), random, (value) =>
      changeValue(value, random),
    )
  }),
  sealed('some values changed', 20, (files, random) => {
    for (let count = 1 + random.below(5); count > 0; count--)
      changeJson(files, somePath(files, random, random.pick(kinds)), random, (value) =>
        changeValue(value, random),
      )
  }),
  sealed('pages deep or wide', 8, (files, random) => {
    changeJson(files, somePath(files, random, /^sources|^handouts|^bundle/), random, (value) => {
      if (typeof value !== 'object' || value === null) return
      Object.assign(value, { [random.pick(['body', 'about', 'short'])]: monstrousBlocks(random) })
    })
  }),
  sealed('sections deep or wide', 4, (files, random) => {
    changeJson(files, somePath(files, random, /^conditions/), random, (value) => {
      if (typeof value !== 'object' || value === null) return
      Object.assign(value, { sections: [{ kind: 'bottom-line', title: 'a', body: monstrousBlocks(random) }] })
    })
  }),
  sealed('lists of empty objects', 4, (files, random) => {
    const list = `[${'{},'.repeat(random.pick([10_000, 60_000, 140_000]))}{}]`
    const path = somePath(files, random, /^claims|^evidence|^references|^bundle/)
    const texts = [
      `{"claims":${list},"article":null}`,
      `{"summaries":${list}}`,
      list,
      `{"conditions":${list}}`,
    ]
    files.set(path, encoded(random.pick(texts)))
  }),
  sealed('text of JSON damaged', 6, (files, random) => {
    const path = somePath(files, random, random.pick(kinds))
    const text = decoded(files.get(path) ?? encoded(''))
    const at = random.below(text.length + 1)
    files.set(path, encoded(text.slice(0, at) + random.pick(hostileTexts) + text.slice(at + random.below(5))))
  }),
  sealed('no JSON', 5, (files, random) => {
    const deep = random.pick(['[', '{"a":', '[[],'])
    const texts = [
      '',
      'null',
      '0',
      '"x"',
      '[]',
      '{}',
      deep.repeat(100_000),
      '['.repeat(5_000) + ']'.repeat(5_000),
    ]
    files.set(somePath(files, random, random.pick(kinds)), encoded(random.pick(texts)))
  }),
  sealed('bytes that are no text', 3, (files, random) => {
    files.set(somePath(files, random), random.bytes(random.pick([1, 50, 5_000])))
  }),
  sealed('files swapped', 4, (files, random) => {
    const [one, other] = [somePath(files, random), somePath(files, random)]
    const kept = files.get(one) ?? encoded('')
    files.set(one, files.get(other) ?? encoded(''))
    files.set(other, kept)
  }),
  sealed('file left out or added', 4, (files, random) => {
    const path = somePath(files, random)
    if (random.once(2)) files.delete(path)
    else files.set(`${path.slice(0, path.lastIndexOf('/') + 1)}added.json`, files.get(path) ?? encoded(''))
  }),
  sealed('search index twisted', 8, (files, random) => {
    const path = somePath(files, random, /^search/)
    files.set(path, twisted(files.get(path) ?? encoded(''), random))
  }),
  sealed('large and spread out', 2, (files, random) => {
    const count = random.pick([1, 2, 8]) * 1024 * 1024
    const unit = random.pick([' ', '[],', '0,', '"a",', '\\u0000', 'é'])
    const filled = unit.repeat(count / unit.length)
    const start = random.pick(['[', '{"a":"', '"'])
    files.set(
      somePath(files, random, random.pick(kinds)),
      encoded(start + filled + (start === '[' ? '0]' : '"')),
    )
  }),
]

/** Mutators of the tag files, whose hashes are then right again. */
const tagged = (name: string, weight: number, change: (tags: Files, random: Random) => void): Mutator => ({
  name: `tags: ${name}`,
  weight,
  make(random, material): Mutant {
    const entries: Files = new Map(someOriginal(material, random).entries)
    change(entries, random)
    const tags = [tagFiles.declaration, tagFiles.info, tagFiles.manifest].filter((tag) => entries.has(tag))
    const hashes = tags.map((tag) => [tag, hashOf(entries.get(tag) ?? encoded(''))] as const)
    if (!random.once(5)) entries.set(tagFiles.tagManifest, encoded(manifestText(new Map(hashes))))
    if (!random.once(3)) entries.delete(tagFiles.signature)
    const files = [...entries].map(([path, bytes]) => ({ name: path, bytes }))
    return { is: 'bundle', sealed: true, write: (path) => writeOddZip(path, files) }
  },
})

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const changeText = (files: Files, path: string, change: (text: string) => string): void =>
  void files.set(path, encoded(change(decoded(files.get(path) ?? encoded('')))))

/** Mutators of what a bag says about itself. */
export const tagMutators: readonly Mutator[] = [
  tagged('declaration stretched', 3, (tags, random) => {
    const gap = random
      .pick(['\n', ' ', '\r\n', '\t', '\u00a0'])
      .repeat(random.pick([10, 1_000, 100_000, 500_000]))
    changeText(tags, tagFiles.declaration, (text) => text.replace('\n', gap) + random.pick(['', 'x', gap]))
  }),
  tagged('hostile names in the manifest', 4, (tags, random) => {
    const name = random.pick([payloadFolder, '']) + random.pick(hostileNames(canary))
    changeText(tags, tagFiles.manifest, (text) => `${text}${'a'.repeat(64)}  ${name}\n`)
  }),
  tagged('manifest damaged', 4, (tags, random) => {
    changeText(tags, tagFiles.manifest, (text) => {
      const at = random.below(text.length)
      return text.slice(0, at) + random.pick(hostileTexts) + text.slice(at + random.below(80))
    })
  }),
  tagged('manifest of many lines', 1, (tags, random) => {
    const lines = Array.from(
      { length: random.pick([1_000, 20_000, 210_000]) },
      (_, n) => `${'a'.repeat(64)}  data/${n}\n`,
    )
    changeText(tags, tagFiles.manifest, (text) => text + lines.join(''))
  }),
  tagged('manifest of one long line', 2, (tags, random) => {
    const filling = random.pick([' ', '\t', '%0A', '%', 'a/']).repeat(random.pick([1_000, 1_000_000]))
    changeText(tags, tagFiles.manifest, (text) => `${text}${'a'.repeat(64)} ${filling}x\n`)
  }),
  tagged('info damaged', 3, (tags, random) => {
    changeText(
      tags,
      tagFiles.info,
      (text) => text + random.pick(['Payload-Oxum: ', '']) + longText(random) + '\n',
    )
  }),
  tagged('signature damaged', 3, (tags, random) => {
    changeText(tags, tagFiles.signature, (text) => {
      const at = random.below(text.length + 1)
      return (
        text.slice(0, at) +
        random.pick([...hostileTexts, longText(random)]) +
        text.slice(at + random.below(9))
      )
    })
  }),
]
