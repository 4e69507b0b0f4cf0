import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FlawError, type EntryReader } from '../bundle'
import { openBag, type Bag } from './bag'
import { bundleSignatureText, isCovering, signatureComment } from './bag-signature'
import { payloadFolder, tagFiles } from './bag-text'
import type { SecretKey } from './minisign/secret-key'
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
 * files as they were; in a folder the signature is put beside the tag manifest.
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
    const name = bag.root + tagFiles.signature
    if (isFolder) await replaceInFolder(bag, join(target, name), made)
    else
      await replaceFile(target, async (append) => {
        await rewrite(container, bag, { append, name, made })
        // Before the new file takes its place: Windows does not replace a file that is open.
        await container.close()
      })
    const replaced = bag.signature.is === 'none' ? null : bag.signature.keyId
    return { keyId: key.keyId, trustedComment: signatureComment(identifier), replaced }
  } finally {
    await container.close()
  }
}

/** The signature to add. A list that leaves out what a signature must speak for is not signed. */
async function signatureOf(entries: EntryReader, key: SecretKey, identifier: string): Promise<Uint8Array> {
  const tags = new TagFiles(entries)
  const list = await tags.bytes(tagFiles.tagManifest)
  if (!(await isCovering(tags, list))) {
    const detail = 'it does not name each of the other files about the bundle with its hash'
    throw new FlawError({ code: 'NO_BAG', at: tagFiles.tagManifest, detail })
  }
  return new TextEncoder().encode(bundleSignatureText(list, key, identifier))
}

async function replaceInFolder(bag: Bag, path: string, made: Uint8Array): Promise<void> {
  for (const each of bag.paths) await bag.read(each)
  await replaceFile(path, (append) => append(made))
}

interface Rewriting {
  readonly append: (bytes: Uint8Array) => Promise<void>
  readonly name: string
  readonly made: Uint8Array
}

async function rewrite(entries: EntryReader, bag: Bag, { append, name, made }: Rewriting): Promise<void> {
  const zip = new ZipWriter(append)
  const payload = bag.root + payloadFolder
  const missing = [...bag.paths].find((path) => !entries.paths.has(payload + path))
  if (missing !== undefined) throw new FlawError({ code: 'MISSING_ENTRY', at: missing })
  for (const path of entries.paths) {
    if (path === name) continue
    const inBag = path.startsWith(payload) ? path.slice(payload.length) : ''
    await zip.add(path, bag.paths.has(inBag) ? await bag.read(inBag) : await entries.read(path))
  }
  await zip.add(name, made)
  await zip.end()
}
