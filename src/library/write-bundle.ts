import { declarationText, infoText, manifestText, payloadFolder, tagFiles, type BagLabels } from './bag-text'
import { bundleSignatureText } from './bag-signature'
import { publicKeyText } from './minisign/public-key'
import { publicKeyOf, type SecretKey } from './minisign/secret-key'
import { replaceFile } from './replace-file'
import { sha256 } from './sha256'
import { ZipWriter } from './zip-writer'

const encoder = new TextEncoder()

/** A file of the payload, under the name that readers will use: without `data/`. */
export interface PayloadFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What was written. */
export interface Written {
  /** How many files the payload has, and their bytes. */
  readonly files: number
  readonly octets: number
}

/**
 * Writes a bundle: a zipped bag. Files are taken one at a time, in the order given, so a library of any size takes the
 * memory of its largest file; and the same files in the same order give the same bytes, on any machine and any day.
 * The manifests stand at the end of the archive, when the hashes are known, next to the archive's own list of files:
 * opening reads both at once. A signature is as reproducible as the rest: it holds no time. What was at `path` stays as
 * it was until the new file is complete.
 *
 * @param key with what the bundle is signed, or null to leave it unsigned
 * @throws FlawError `UNSAFE_NAME` or `TOO_LARGE`
 */
export async function writeBundle(
  path: string,
  payload: AsyncIterable<PayloadFile> | Iterable<PayloadFile>,
  labels: BagLabels,
  key: SecretKey | null = null,
): Promise<Written> {
  let octets = 0
  const hashes = new Map<string, string>()
  await replaceFile(path, async (append) => {
    const zip = new ZipWriter(append)
    const tags = new Map<string, string>()
    const addTag = async (name: string, text: string): Promise<void> => {
      const bytes = encoder.encode(text)
      tags.set(name, await sha256(bytes))
      await zip.add(name, bytes)
    }
    // First, so that the kind of the file shows in its first bytes.
    await addTag(tagFiles.declaration, declarationText)
    for await (const file of payload) {
      const name = payloadFolder + file.path
      await zip.add(name, file.bytes)
      hashes.set(name, await sha256(file.bytes))
      octets += file.bytes.length
    }
    await addTag(tagFiles.info, infoText(labels, { files: hashes.size, octets }))
    await addTag(tagFiles.manifest, manifestText(hashes))
    const list = manifestText(tags)
    await addTag(tagFiles.tagManifest, list)
    if (key !== null) {
      await addTag(tagFiles.publicKey, publicKeyText(publicKeyOf(key)))
      await addTag(tagFiles.signature, bundleSignatureText(encoder.encode(list), key, labels.identifier))
    }
    await zip.end()
  })
  return { files: hashes.size, octets }
}
