import { blake2b } from './blake2b'
import { ed25519Sign, ed25519Verify, signatureBytes } from './ed25519'
import {
  minisignLimits,
  readBase64,
  readComment,
  readLines,
  readTrustedComment,
  trustedPrefix,
  untrustedPrefix,
} from './minisign-text'
import { keyIdBytes, showKeyId, storeKeyId, type PublicKey } from './public-key'
import { MinisignError, type MinisignRefusal } from './refusals'
import type { SecretKey } from './secret-key'

/** A signature file, read and not yet checked. */
export interface MinisignSignature {
  /** What was signed: the BLAKE2b hash of the content, or, as old versions of minisign did, the content itself. */
  readonly signs: 'the hash' | 'the content'
  readonly keyId: string
  readonly signature: Uint8Array
  /** Signed as well, by `commentSignature`. To be shown only when the signature was found good. */
  readonly trustedComment: string
  /** The signature over `signature` and `trustedComment`. */
  readonly commentSignature: Uint8Array
}

/** The two marks of a signature line. */
const algorithms = { ED: 'the hash', Ed: 'the content' } as const

/**
 * Reads a signature file (`*.minisig`).
 *
 * @throws MinisignError
 */
export function readSignature(file: Uint8Array): MinisignSignature {
  const form = { lines: 4, limit: minisignLimits.signatureFile, carriageReturns: false }
  const [comment = '', signatureLine = '', trustedLine = '', commentSignatureLine = ''] = readLines(
    file,
    form,
  )
  readComment(comment)
  const bytes = readBase64(signatureLine, 2 + keyIdBytes + signatureBytes, 2)
  const algorithm = bytes.toString('latin1', 0, 2)
  if (algorithm !== 'ED' && algorithm !== 'Ed') throw new MinisignError('WRONG_ALGORITHM', 2)
  return {
    signs: algorithms[algorithm],
    keyId: showKeyId(bytes.subarray(2, 2 + keyIdBytes)),
    signature: new Uint8Array(bytes.subarray(2 + keyIdBytes)),
    trustedComment: readTrustedComment(trustedLine),
    commentSignature: new Uint8Array(readBase64(commentSignatureLine, signatureBytes, 4)),
  }
}

/** Why a signature does not hold for this content and key, or null when it does. */
export function signatureProblem(
  { signs, keyId, signature, trustedComment, commentSignature }: MinisignSignature,
  content: Uint8Array,
  key: PublicKey,
): MinisignRefusal | null {
  if (keyId !== key.keyId) return 'OTHER_KEY'
  const signed = signs === 'the hash' ? blake2b(content) : content
  if (!ed25519Verify(key.bytes, signed, signature)) return 'WRONG_SIGNATURE'
  const commentSigned = Buffer.concat([signature, Buffer.from(trustedComment)])
  return ed25519Verify(key.bytes, commentSigned, commentSignature) ? null : 'WRONG_COMMENT_SIGNATURE'
}

/**
 * A signature file over this content, such as `minisign -S` writes. It holds no time: the same content, key and
 * comment give the same file.
 *
 * @throws MinisignError `LONG_COMMENT` or `BAD_COMMENT`
 */
export function signatureText(content: Uint8Array, key: SecretKey, trustedComment: string): string {
  const trustedLine = `${trustedPrefix}${trustedComment}`
  readTrustedComment(trustedLine)
  const signature = ed25519Sign(key.seed, blake2b(content))
  const line = Buffer.concat([Buffer.from('ED'), storeKeyId(key.keyId), signature]).toString('base64')
  const commentSigned = Buffer.concat([signature, Buffer.from(trustedComment)])
  const commentLine = Buffer.from(ed25519Sign(key.seed, commentSigned)).toString('base64')
  return `${untrustedPrefix}signature from minisign secret key ${key.keyId}\n${line}\n${trustedLine}\n${commentLine}\n`
}
