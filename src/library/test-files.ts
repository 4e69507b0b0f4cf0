import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { formatVersion, type EntryReader, FlawError } from '../bundle'
import { openBundle } from './open-bundle'
import { sha256 } from './sha256'
import type { PayloadFile } from './write-bundle'

/* For the tests of this folder: real files, and archives that no honest program writes. */

/** Runs a test in a folder of its own, which is removed afterwards. */
export async function inTemporaryFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-library-'))
  try {
    await test(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The bytes of a text. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The text of bytes. */
export const textFrom = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A reader over files in memory. */
export const inMemory = (files: Readonly<Record<string, Uint8Array>>): EntryReader => ({
  paths: new Set(Object.keys(files)),
  read: (path) => {
    const bytes = files[path]
    return bytes === undefined
      ? Promise.reject(new FlawError({ code: 'MISSING_ENTRY', at: path }))
      : Promise.resolve(bytes)
  },
})

/** Whether a bundle opens. */
export async function opens(path: string): Promise<boolean> {
  const opened = await openBundle(path)
  if (opened.ok) await opened.value.close()
  return opened.ok
}

/** The code of the flaw that an action ends in, or `none`. */
export async function flawOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
    return 'none'
  } catch (error) {
    if (error instanceof FlawError) return error.flaw.code
    throw error
  }
}

/** A table of contents that opens. */
export const info = {
  format: formatVersion,
  id: 'ldn',
  version: '1.0.0',
  title: 'LDN evidence',
  publisher: 'The Lectern authors',
  licence: 'CC-BY-4.0',
  languages: ['en'],
  reviewed: '2026-11-22',
  expires: '2027-11-22',
  summary: '',
  about: [],
  groups: [],
  columns: [],
  conditions: [],
  handouts: [],
  counts: { sources: 0, claims: 0 },
  coverage: { statements: 0, withFinding: 0, withPassage: 0, findings: 0, noEvidenceFound: 0, passages: 0 },
  search: { fingerprint: '', shards: [] },
}

/** A file of the payload. */
export const file = (path: string, content: unknown): PayloadFile => ({
  path,
  bytes: bytesOf(typeof content === 'string' ? content : JSON.stringify(content)),
})

/** What `bag-info.txt` is told in tests. */
export const labels = { organization: 'The Lectern authors', identifier: 'ldn-1.0.0', date: '2026-11-22' }

/** A bag in memory, correct unless `change` says otherwise. */
export async function bagOf(
  payload: Readonly<Record<string, Uint8Array>>,
  change: Readonly<Record<string, Uint8Array | null>> = {},
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {}
  const lines: string[] = []
  for (const [path, bytes] of Object.entries(payload)) {
    files[`data/${path}`] = bytes
    lines.push(`${await sha256(bytes)}  data/${path}\n`)
  }
  files['bagit.txt'] =
    change['bagit.txt'] ?? bytesOf('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  files['manifest-sha256.txt'] = change['manifest-sha256.txt'] ?? bytesOf(lines.join(''))
  const tags = ['bagit.txt', 'manifest-sha256.txt'].map(async (name) => {
    return `${await sha256(files[name] ?? bytesOf(''))}  ${name}\n`
  })
  files['tagmanifest-sha256.txt'] = bytesOf((await Promise.all(tags)).join(''))
  const changed = Object.entries({ ...files, ...change })
  return Object.fromEntries(changed.filter((entry): entry is [string, Uint8Array] => entry[1] !== null))
}

/** A file of an archive in which any field may lie. */
export interface OddFile {
  readonly name: string | Uint8Array
  readonly bytes?: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly size?: number
  readonly packedSize?: number
  readonly crc?: number
  readonly attributes?: number
  readonly offset?: number
}

/** Writes a zip archive field by field, true or not. */
export async function writeOddZip(
  path: string,
  files: readonly OddFile[],
  count = files.length,
): Promise<void> {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let end = 0
  for (const odd of files) {
    const name = typeof odd.name === 'string' ? Buffer.from(odd.name) : Buffer.from(odd.name)
    const bytes = odd.bytes ?? bytesOf('x')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(odd.flags ?? 0x800, 2)
    common.writeUInt16LE(odd.method ?? 0, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(odd.crc ?? crc32(bytes), 10)
    common.writeUInt32LE(odd.packedSize ?? bytes.length, 14)
    common.writeUInt32LE(odd.size ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(odd.attributes ?? (0o100644 << 16) >>> 0, 6)
    place.writeUInt32LE(odd.offset ?? end, 10)
    parts.push(Buffer.from('PK\x03\x04'), common, name, Buffer.from(bytes))
    list.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, place, name)
    end += 30 + name.length + bytes.length
  }
  const directory = Buffer.concat(list)
  const last = Buffer.alloc(22)
  last.write('PK\x05\x06')
  last.writeUInt16LE(count, 8)
  last.writeUInt16LE(count, 10)
  last.writeUInt32LE(directory.length, 12)
  last.writeUInt32LE(end, 16)
  await writeFile(path, Buffer.concat([...parts, directory, last]))
}
