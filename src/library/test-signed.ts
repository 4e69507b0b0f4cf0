import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PublicKey } from './minisign/public-key'
import type { SecretKey } from './minisign/secret-key'
import { openBundle } from './open-bundle'
import { bytesOf, file, inTemporaryFolder, info, labels } from './test-files'
import { writeBundle, type PayloadFile } from './write-bundle'
import { openZipArchive } from './zip-archive'

/* For the tests of signed bundles. */

/** A payload of some kinds of files. */
export const somePayload: readonly PayloadFile[] = [
  file('bundle.json', info),
  file('sources/Sjögren 2013.json', { text: 'low-dose naltrexone '.repeat(200) }),
  { path: 'files/a.pdf', bytes: new Uint8Array(3_000).map((_, index) => index * 37) },
]

/** Runs a test on a bundle in a folder of its own, signed or not. */
export const inBundle = (
  key: SecretKey | null,
  test: (path: string, folder: string) => Promise<void>,
): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'x.lectern')
    await writeBundle(path, somePayload, labels, key)
    await test(path, folder)
  })

/** All files of an archive, in order. */
export async function filesOf(path: string): Promise<Map<string, Uint8Array>> {
  const archive = await openZipArchive(path)
  const files = new Map<string, Uint8Array>()
  for (const name of archive.paths) files.set(name, await archive.read(name))
  await archive.close()
  return files
}

/** Writes files into a folder, as unzipping does. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}

/** What opening a bundle says of its signature, or the flaw it ends in. */
export async function signatureAt(path: string, trusted: readonly PublicKey[] = []): Promise<string> {
  const opened = await openBundle(path, trusted)
  if (!opened.ok) return `${opened.failure.code}: ${opened.failure.detail ?? opened.failure.at}`
  await opened.value.close()
  return opened.value.signature.is
}

/** The same text with one of its characters changed. */
export const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

/** A text with a part of it replaced. */
export const replaced = (bytes: Uint8Array, part: string, by: string): Uint8Array =>
  bytesOf(Buffer.from(bytes).toString('utf8').replace(part, by))
