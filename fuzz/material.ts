import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileBundle, type AuthoringFolder } from '../src/authoring'
import { smallFolder } from '../src/authoring/fixtures/small-folder'
import { initFiles } from '../src/cli/init-files'
import { openZipArchive, writeBundle, type BagLabels, type PayloadFile, type SecretKey } from '../src/library'
import type { Random } from './random'

/** A real authoring folder and the real bundle that it packs into. */
export interface Original {
  readonly name: string
  /** The texts of the folder by path. */
  readonly texts: ReadonlyMap<string, string>
  /** The payload of the bundle by path. */
  readonly payload: ReadonlyMap<string, Uint8Array>
  /** Every file of the archive by path, tag files too. */
  readonly entries: ReadonlyMap<string, Uint8Array>
  /** The bytes of the bundle file. */
  readonly bytes: Buffer
}

/** What mutants are made of. */
export interface Material {
  readonly originals: readonly Original[]
}

/** An original to change: mostly a small one, which is quick to try. */
export const someOriginal = ({ originals }: Material, random: Random): Original => {
  const [small = random.pick(originals), init = small, ldn = small] = originals
  const chance = random.below(20)
  return chance === 0 ? ldn : chance < 5 ? init : small
}

/** What the bags of the fuzzer say of themselves. */
export const labels: BagLabels = { organization: 'The fuzzer', identifier: 'fuzz-1.0.0', date: '2026-11-22' }

/** Not a secret: the same in each run, so that each run makes the same mutants. */
const key: SecretKey = { keyId: '0123456789ABCDEF', seed: new Uint8Array(32).fill(7) }

/** Packs the real folders: the small one of the tests, the one of `lectern init`, signed, and the LDN bundle. */
export async function gatherMaterial(work: string, ldn: string): Promise<Material> {
  const days = { reviewed: '2026-11-22', expires: '2027-11-22' }
  const texts = {
    small: new Map(Object.entries(smallFolder)),
    init: new Map(Object.entries(initFiles({ id: 'example', ...days }))),
    ldn: await textsIn(ldn),
  }
  const originals: Original[] = []
  for (const [name, files] of Object.entries(texts)) originals.push(await original(name, files, work))
  return { originals }
}

/** A folder that stands in memory. */
export const inMemory = (texts: ReadonlyMap<string, string>): AuthoringFolder => ({
  paths: new Set(texts.keys()),
  read: (path) => Promise.resolve(texts.get(path) ?? ''),
  readBytes: (path) => Promise.resolve(new TextEncoder().encode(texts.get(path) ?? '')),
})

async function textsIn(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const item of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!item.isFile()) continue
    const path = join(item.parentPath, item.name)
    texts.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'))
  }
  return texts
}

async function original(name: string, texts: Map<string, string>, work: string): Promise<Original> {
  const compiled = await compileBundle(inMemory(texts))
  if (compiled.payload === null)
    throw new Error(`${name} does not compile: ${JSON.stringify(compiled.flaws)}`)
  const files: PayloadFile[] = []
  for await (const file of compiled.payload) files.push(file)
  const path = join(work, `${name}.lectern`)
  await writeBundle(path, files, labels, name === 'init' ? key : null)
  const archive = await openZipArchive(path)
  const entries = new Map<string, Uint8Array>()
  for (const entry of archive.paths) entries.set(entry, await archive.read(entry))
  await archive.close()
  const payload = new Map(files.map((file) => [file.path, file.bytes]))
  return { name, texts, payload, entries, bytes: await readFile(path) }
}
