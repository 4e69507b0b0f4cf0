import { parseManifest, tagFiles } from './bag-text'
import { readPublicKey, type PublicKey } from './minisign/public-key'
import { MinisignError, type MinisignRefusal } from './minisign/refusals'
import type { SecretKey } from './minisign/secret-key'
import { readSignature, signatureProblem, signatureText, type MinisignSignature } from './minisign/signature'
import type { TagFiles } from './tag-files'

/** What the signature of a bundle that opened says. */
export type BundleSignature =
  | { readonly is: 'none' }
  /** Made with one of the keys that the caller trusts. */
  | {
      readonly is: 'valid'
      readonly keyId: string
      readonly key: PublicKey
      readonly trustedComment: string
    }
  /**
   * Made with a key that the caller does not know: anybody could have made it. `key` is the one that the bundle brings
   * along, with which the signature holds; null when it brings none, and then nothing could be checked.
   */
  | { readonly is: 'unknown key'; readonly keyId: string; readonly key: PublicKey | null }

/** The same, before a bad one refuses the bundle. */
export type CheckedSignature = BundleSignature | { readonly is: 'invalid'; readonly why: MinisignRefusal }

/** What the tag manifest must name, and name truly, for a signature over it to speak for the whole bundle. */
const covered = [tagFiles.declaration, tagFiles.info, tagFiles.manifest] as const

/**
 * Bytes of a tag manifest that a signature may stand for: ours has three lines. Hashing has to be bounded, because it
 * happens before anything is known of the sender.
 */
const signedBytes = 64 * 1024

/**
 * Checks the signature of a bag, if it has one: that it holds for the tag manifest, and that the tag manifest holds for
 * the files it must cover. The second is checked for unknown keys too.
 */
export async function checkSignature(
  tags: TagFiles,
  trusted: readonly PublicKey[],
): Promise<CheckedSignature> {
  if (!tags.has(tagFiles.signature)) return { is: 'none' }
  try {
    const signature = readSignature(await tags.bytes(tagFiles.signature))
    const list = await tags.bytes(tagFiles.tagManifest)
    if (list.length > signedBytes) return { is: 'invalid', why: 'LARGE_TAG_MANIFEST' }
    const found = checkWithKeys(signature, list, trusted) ?? (await checkWithOwnKey(signature, list, tags))
    if (found.is === 'invalid' || (await isCovering(tags, list))) return found
    return { is: 'invalid', why: 'NOT_COVERED' }
  } catch (error) {
    if (error instanceof MinisignError) return { is: 'invalid', why: error.refusal }
    throw error
  }
}

/** What the keys that are trusted say of a signature; null when none of them has its number. */
function checkWithKeys(
  signature: MinisignSignature,
  content: Uint8Array,
  trusted: readonly PublicKey[],
): CheckedSignature | null {
  const { keyId, trustedComment } = signature
  // Numbers of keys are not unique: anybody can make a key with the number of another.
  const named = trusted.filter((key) => key.keyId === keyId)
  if (named.length === 0) return null
  const problems = named.map((key) => signatureProblem(signature, content, key))
  const key = named[problems.indexOf(null)]
  if (key !== undefined) return { is: 'valid', keyId, key, trustedComment }
  return { is: 'invalid', why: problems[0] ?? 'WRONG_SIGNATURE' }
}

/** A signature by nobody known, with the key that the bundle brings along: it holds, or somebody changed something. */
async function checkWithOwnKey(
  signature: MinisignSignature,
  content: Uint8Array,
  tags: TagFiles,
): Promise<CheckedSignature> {
  const { keyId } = signature
  const key = tags.has(tagFiles.publicKey) ? readPublicKey(await tags.bytes(tagFiles.publicKey)) : null
  // That of a signature which minisign has replaced since: it says nothing of this one.
  if (key === null || key.keyId !== keyId) return { is: 'unknown key', keyId, key: null }
  const why = signatureProblem(signature, content, key)
  return why === null ? { is: 'unknown key', keyId, key } : { is: 'invalid', why }
}

/** Whether a tag manifest names all that a signature must speak for, with the hashes that these files have. */
export async function isCovering(tags: TagFiles, list: Uint8Array): Promise<boolean> {
  const hashes = parseManifest(new TextDecoder().decode(list), tagFiles.tagManifest)
  for (const name of covered) {
    const hash = hashes.get(name)
    if (hash === undefined || !tags.has(name) || !(await tags.matches(name, hash))) return false
  }
  return true
}

/** The trusted comment of a bundle's signature: the bundle and its version. No time, so that it can be made again. */
export const signatureComment = (identifier: string): string => `bundle:${identifier}`

/** The signature file of a bundle, over its tag manifest. */
export const bundleSignatureText = (tagManifest: Uint8Array, key: SecretKey, identifier: string): string =>
  signatureText(tagManifest, key, signatureComment(identifier))
