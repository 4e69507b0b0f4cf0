import { createHash } from 'node:crypto'
import { isWeakKey, keyBytes } from './ed25519'
import { minisignLimits, readBase64, readComment, readLines, untrustedPrefix } from './minisign-text'
import { MinisignError } from './refusals'

/** With what a signature is checked. */
export interface PublicKey {
  /** The number of the key as minisign shows it: 16 hex digits. Random, so no proof of anything. */
  readonly keyId: string
  /** The Ed25519 key itself. */
  readonly bytes: Uint8Array
}

/** Bytes of the number of a key. */
export const keyIdBytes = 8

/** Says Ed25519, in keys. */
export const keyAlgorithm = 'Ed'

/** The number of a key as minisign shows it. Files hold it the other way round. */
export const showKeyId = (bytes: Uint8Array): string =>
  Buffer.from(bytes).reverse().toString('hex').toUpperCase()

/** The number of a key as files hold it. */
export const storeKeyId = (keyId: string): Uint8Array => new Uint8Array(Buffer.from(keyId, 'hex').reverse())

/**
 * Reads a public key file (`*.pub`), as `minisign -G` and `lectern keygen` write it.
 *
 * @throws MinisignError
 */
export function readPublicKey(file: Uint8Array): PublicKey {
  const form = { lines: 2, limit: minisignLimits.keyFile, carriageReturns: true }
  const [comment = '', line = ''] = readLines(file, form)
  readComment(comment)
  const bytes = readBase64(line, keyAlgorithm.length + keyIdBytes + keyBytes, 2)
  if (bytes.toString('latin1', 0, keyAlgorithm.length) !== keyAlgorithm)
    throw new MinisignError('WRONG_ALGORITHM', 2)
  const keyStart = keyAlgorithm.length + keyIdBytes
  const key = new Uint8Array(bytes.subarray(keyStart))
  if (isWeakKey(key)) throw new MinisignError('WEAK_KEY', 2)
  return { keyId: showKeyId(bytes.subarray(keyAlgorithm.length, keyStart)), bytes: key }
}

/** A public key file that minisign reads too. */
export const publicKeyText = (key: PublicKey): string =>
  `${untrustedPrefix}minisign public key ${key.keyId}\n${publicKeyLine(key)}\n`

/** A public key as one line: the second of its file, and what publishers print on their pages. */
export const publicKeyLine = ({ keyId, bytes }: PublicKey): string =>
  Buffer.concat([Buffer.from(keyAlgorithm), storeKeyId(keyId), bytes]).toString('base64')

/** Reads what {@link publicKeyLine} made; null when it is no such line. */
export function readPublicKeyLine(line: string): PublicKey | null {
  try {
    return readPublicKey(new TextEncoder().encode(`${untrustedPrefix}\n${line}\n`))
  } catch (error) {
    if (error instanceof MinisignError) return null
    throw error
  }
}

/**
 * By what a person tells a key from every other: the SHA-256 of the key itself, in hex, four by four. The number of a key
 * does not do for that: anybody can make a key with the number of another.
 */
export const fingerprintOf = ({ bytes }: PublicKey): string =>
  (createHash('sha256').update(bytes).digest('hex').match(/.{4}/g) ?? []).join(' ')
