import { FlawError, type EntryReader } from '../bundle'
import { checkSignature, type BundleSignature } from './bag-signature'
import { declaresBag, parseManifest, payloadFolder, tagFiles } from './bag-text'
import { ByteCache } from './byte-cache'
import { limits } from './limits'
import type { PublicKey } from './minisign/public-key'
import { minisignRefusals } from './minisign/refusals'
import { sha256 } from './sha256'
import { noBag, TagFiles } from './tag-files'

/** How much of what was read and checked is kept: the pages one goes back and forth between, not the library. */
const keptBytes = 16 * 1024 * 1024

/** The payload of a bag, and what its signature says. */
export interface Bag extends EntryReader {
  readonly signature: BundleSignature
  /** What stands before the name of each file of the bag: nothing, or a folder with its slash. */
  readonly root: string
}

/**
 * Reads a bag and hands out its payload, under the names that stand after `data/`. Only what the manifest lists can
 * be read, and only when its SHA-256 is the one the manifest gives. The manifest itself is checked now, against the
 * tag manifest, and the tag manifest against its signature where there is one: whoever trusts that one file can trust
 * everything that is read here.
 *
 * @param trusted the keys whose signatures are known to be the publisher's
 * @throws FlawError `NO_BAG`, `BAD_SIGNATURE`, `WRONG_HASH`, `DAMAGED` or what reading an entry throws
 */
export async function openBag(entries: EntryReader, trusted: readonly PublicKey[] = []): Promise<Bag> {
  const files = new TagFiles(entries)
  // Before anything is compared: what lacks a part of a bag was not changed, it is none.
  for (const name of [tagFiles.declaration, tagFiles.tagManifest, tagFiles.manifest])
    if (!files.has(name)) noBag(`${name} is missing`)
  if (!declaresBag(await files.text(tagFiles.declaration)))
    noBag(`${tagFiles.declaration} is not of BagIt 1.0`)
  const signature = await checkSignature(files, trusted)
  if (signature.is === 'invalid') {
    const detail = minisignRefusals[signature.why]
    throw new FlawError({ code: 'BAD_SIGNATURE', at: tagFiles.signature, detail })
  }
  const tags = parseManifest(await files.text(tagFiles.tagManifest), tagFiles.tagManifest)
  // With a signature these were checked: it has to cover them.
  const unchecked = signature.is === 'none' ? [tagFiles.declaration, tagFiles.manifest] : []
  for (const name of unchecked) {
    const hash = tags.get(name)
    if (hash === undefined) noBag(`${tagFiles.tagManifest} does not list ${name}`)
    if (!(await files.matches(name, hash))) throw new FlawError({ code: 'WRONG_HASH', at: name })
  }
  const hashes = parseManifest(await files.text(tagFiles.manifest), tagFiles.manifest)
  if (hashes.size > limits.entries) {
    throw new FlawError({ code: 'TOO_LARGE', at: tagFiles.manifest, detail: 'too many files' })
  }
  return new Payload(entries, files.root, signature, withoutFolder(hashes))
}

class Payload implements Bag {
  readonly paths: ReadonlySet<string>
  private readonly kept = new ByteCache(keptBytes)

  constructor(
    private readonly entries: EntryReader,
    readonly root: string,
    readonly signature: BundleSignature,
    private readonly hashes: ReadonlyMap<string, string>,
  ) {
    this.paths = new Set(hashes.keys())
  }

  async read(path: string): Promise<Uint8Array> {
    const hash = this.hashes.get(path)
    const name = this.root + payloadFolder + path
    if (hash === undefined || !this.entries.paths.has(name))
      throw new FlawError({ code: 'MISSING_ENTRY', at: path })
    const kept = this.kept.get(path)
    if (kept !== undefined) return kept
    const bytes = await this.entries.read(name).catch((error: unknown) => {
      throw error instanceof FlawError ? new FlawError({ ...error.flaw, at: path }) : error
    })
    if ((await sha256(bytes)) !== hash.toLowerCase()) throw new FlawError({ code: 'WRONG_HASH', at: path })
    this.kept.set(path, bytes)
    return bytes
  }
}

function withoutFolder(hashes: ReadonlyMap<string, string>): Map<string, string> {
  const payload = new Map<string, string>()
  for (const [name, hash] of hashes) {
    if (!name.startsWith(payloadFolder)) {
      throw new FlawError({
        code: 'DAMAGED',
        at: tagFiles.manifest,
        detail: `${name} is not in ${payloadFolder}`,
      })
    }
    payload.set(name.slice(payloadFolder.length), hash)
  }
  return payload
}
