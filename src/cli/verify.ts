import { FlawError, payload, type BundleInfo, type Flaw } from '../bundle'
import { loadPublicKey, type Bag, type BundleSignature, type PublicKey } from '../library'
import { bagFlaws, withContainer } from './verify-container'
import { readParts } from './verify-parts'

/** What verifying a bundle gave. */
export interface Verified {
  readonly flaws: readonly Flaw[]
  /** Null when the table of contents could not be read. */
  readonly info: BundleInfo | null
  /** The files of the payload that were read and are right, and their bytes. */
  readonly files: number
  readonly octets: number
  /** Who vouches for it: `none`, an `unknown key`, or `valid`; null when it was not got to, or does not hold. */
  readonly signature: BundleSignature | null
  /** True when the command could not do its work: the key is no key. */
  readonly isKeyBad: boolean
}

const nothing: Omit<Verified, 'flaws'> = { info: null, files: 0, octets: 0, signature: null, isKeyBad: false }

/**
 * Reads every byte of a bundle: the container, each hash, each file through its schema, and the signature. With a key,
 * a bundle that is not signed with it does not pass.
 */
export async function verify(path: string, keyFile: string | null): Promise<Verified> {
  let key: PublicKey | null = null
  try {
    if (keyFile !== null) key = await loadPublicKey(keyFile)
  } catch (error) {
    return { ...nothing, ...flawed(error), isKeyBad: true }
  }
  try {
    return await withContainer(path, key === null ? [] : [key], async (container) => {
      let [info, files, octets]: [BundleInfo | null, number, number] = [null, 0, 0]
      const bag = container.payload
      const unread = await readParts(bag, (part, _, { length: size }) => {
        if (part.is === 'info') info = part.value
        files += 1
        octets += size
      })
      const flaws = [
        ...(key === null ? [] : signatureFlaws(bag, key)),
        ...(await bagFlaws(container, unread.length === 0 ? octets : null)),
        ...unread,
        ...(bag.paths.has(payload.info) ? [] : [{ code: 'MISSING_ENTRY', at: payload.info } as const]),
      ]
      return { flaws, info, files, octets, signature: bag.signature, isKeyBad: false }
    })
  } catch (error) {
    return { ...nothing, ...flawed(error) }
  }
}

function flawed(error: unknown): { readonly flaws: readonly Flaw[] } {
  if (error instanceof FlawError) return { flaws: [error.flaw] }
  throw error
}

/** Who names a key asks whether it was this publisher; "nobody" and "somebody else" are no answers to rely on. */
function signatureFlaws({ signature }: Bag, key: PublicKey): Flaw[] {
  if (signature.is === 'valid') return []
  const detail =
    signature.is === 'none'
      ? 'the bundle is not signed'
      : `it was made with the key ${signature.keyId}, not with ${key.keyId}`
  return [{ code: 'BAD_SIGNATURE', at: '', detail }]
}
