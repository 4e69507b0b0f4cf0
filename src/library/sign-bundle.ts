import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FlawError, type EntryReader } from '../bundle'
import { openBag, type Bag } from './bag'
import { bundleSignatureText, isCovering, signatureComment } from './bag-signature'
import { payloadFolder, tagFiles } from './bag-text'
import { publicKeyText } from './minisign/public-key'
import { publicKeyOf, type SecretKey } from './minisign/secret-key'
import { openContainer, readInfo } from './open-bundle'
import { replaceFile } from './replace-file'
import { TagFiles } from './tag-files'
import { ZipWriter } from './zip-writer'

/** What signing did. */
export interface Signed {
  readonly keyId: string
  readonly trustedComment: string
  /** The number of the key whose signature was there before, or null. */
  readonly replaced: string | null
}

/**
 * Signs a bundle that was packed before. Every file of it is checked against its hash first: a signature says that
 * all of it is as the publisher packed it. A bundle file is written anew, as a whole or not at all, with all other
 * files as they were; in a folder the signature and its key are put beside the tag manifest.
 *
 * @throws FlawError what is wrong with the bundle, or an error of the system; then nothing was changed
 */
export async function signBundle(path: string, key: SecretKey): Promise<Signed> {
  // A link stays a link: what it leads to is signed.
  const target = await realpath(path)
  const isFolder = (await stat(target)).isDirectory()
  const container = await openContainer(target)
  try {
    const bag = await openBag(container)
    const { id, version } = await readInfo(bag)
    const identifier = `${id}-${version}`
    const made = await signatureOf(container, key, identifier)
    if (isFolder) await replaceInFolder(bag, join(target, bag.root), made)
    else
      await replaceFile(target, async (append) => {
        await rewrite(container, bag, append, made)
        // Before the new file takes its place: Windows does not replace a file that is open.
        await container.close()
      })
    const replaced = bag.signature.is === 'none' ? null : bag.signature.keyId
    return { keyId: key.keyId, trustedComment: signatureComment(identifier), replaced }
  } finally {
    await container.close()
  }
}

/** Tag files by their names: the key, then its signature. */
type Made = ReadonlyMap<string, Uint8Array>

/** The signature to add, and its key. A list that leaves out what a signature must speak for is not signed. */
async function signatureOf(entries: EntryReader, key: SecretKey, identifier: string): Promise<Made> {
  const tags = new TagFiles(entries)
  const list = await tags.bytes(tagFiles.tagManifest)
  if (!(await isCovering(tags, list))) {
    const detail = 'it does not name each of the other files about the bundle with its hash'
    throw new FlawError({ code: 'NO_BAG', at: tagFiles.tagManifest, detail })
  }
  const encoder = new TextEncoder()
  return new Map([
    [tagFiles.publicKey, encoder.encode(publicKeyText(publicKeyOf(key)))],
    [tagFiles.signature, encoder.encode(bundleSignatureText(list, key, identifier))],
  ])
}

/** Between the two files the old signature stands beside the new key, which says nothing of it. */
async function replaceInFolder(bag: Bag, folder: string, made: Made): Promise<void> {
  for (const each of bag.paths) await bag.read(each)
  for (const [name, bytes] of made) await replaceFile(join(folder, name), (append) => append(bytes))
}

async function rewrite(
  entries: EntryReader,
  bag: Bag,
  append: (bytes: Uint8Array) => Promise<void>,
  made: Made,
): Promise<void> {
  const zip = new ZipWriter(append)
  const payload = bag.root + payloadFolder
  const missing = [...bag.paths].find((path) => !entries.paths.has(payload + path))
  if (missing !== undefined) throw new FlawError({ code: 'MISSING_ENTRY', at: missing })
  for (const path of entries.paths) {
    if (made.has(path.slice(bag.root.length))) continue
    const inBag = path.startsWith(payload) ? path.slice(payload.length) : ''
    await zip.add(path, bag.paths.has(inBag) ? await bag.read(inBag) : await entries.read(path))
  }
  for (const [name, bytes] of made) await zip.add(bag.root + name, bytes)
  await zip.end()
}
