import { randomBytes } from 'node:crypto'
import { blake2b } from './blake2b'
import { keyBytes, newSeed, publicOf } from './ed25519'
import { minisignLimits, readBase64, readComment, readLines, untrustedPrefix } from './minisign-text'
import { newSalt, passwordStream, saltBytes, usualCost, type PasswordCost } from './password-lock'
import { keyAlgorithm, keyIdBytes, showKeyId, storeKeyId, type PublicKey } from './public-key'
import { MinisignError } from './refusals'

/** With what a bundle is signed. Never leaves the process, is never printed. */
export interface SecretKey {
  readonly keyId: string
  readonly seed: Uint8Array
}

/** A secret key file that was read: the key, or what a password opens. */
export type StoredSecretKey =
  | { readonly is: 'open'; readonly key: SecretKey }
  | {
      readonly is: 'locked'
      /** @throws MinisignError `WRONG_PASSWORD`, or what else is wrong with the password or the key */
      readonly unlock: (password: string) => Promise<SecretKey>
    }

/** Makes a new key. */
export const newSecretKey = (): SecretKey => ({
  keyId: showKeyId(randomBytes(keyIdBytes)),
  seed: newSeed(),
})

/** The public half of a key. */
export const publicKeyOf = ({ keyId, seed }: SecretKey): PublicKey => ({ keyId, bytes: publicOf(seed) })

/** scrypt, and no password at all. */
const derivations = { scrypt: 'Sc', none: '\0\0' } as const

/** BLAKE2b, for the checksum. */
const checksumKind = 'B2'
const checksumBytes = 32

/** What stands in front of the key: kinds, salt, the two numbers of the cost. */
const headBytes = 3 * 2 + saltBytes + 2 * 8
/** The part that a password hides: number, seed, public key, checksum. */
const hiddenBytes = keyIdBytes + 2 * keyBytes + checksumBytes

/**
 * Reads a secret key file, as `minisign -G`, `minisign -G -W` and `lectern keygen` write it.
 *
 * @throws MinisignError
 */
export function readSecretKey(file: Uint8Array): StoredSecretKey {
  const form = { lines: 2, limit: minisignLimits.keyFile, carriageReturns: true }
  const [comment = '', line = ''] = readLines(file, form)
  readComment(comment)
  const bytes = readBase64(line, headBytes + hiddenBytes, 2)
  const kind = (at: number): string => bytes.toString('latin1', at, at + 2)
  if (kind(0) !== keyAlgorithm || kind(4) !== checksumKind) throw new MinisignError('WRONG_ALGORITHM', 2)
  const hidden = new Uint8Array(bytes.subarray(headBytes))
  if (kind(2) === derivations.none) return { is: 'open', key: keyFrom(hidden, 'DAMAGED_KEY') }
  if (kind(2) !== derivations.scrypt) throw new MinisignError('WRONG_DERIVATION', 2)
  const salt = new Uint8Array(bytes.subarray(6, 6 + saltBytes))
  const cost = {
    operations: Number(bytes.readBigUInt64LE(6 + saltBytes)),
    memory: Number(bytes.readBigUInt64LE(6 + saltBytes + 8)),
  }
  const unlock = async (password: string): Promise<SecretKey> =>
    keyFrom(xor(hidden, await passwordStream(password, salt, cost, hiddenBytes)), 'WRONG_PASSWORD')
  return { is: 'locked', unlock }
}

function keyFrom(bytes: Uint8Array, otherwise: 'WRONG_PASSWORD' | 'DAMAGED_KEY'): SecretKey {
  const seed = bytes.slice(keyIdBytes, keyIdBytes + keyBytes)
  const checksum = bytes.slice(-checksumBytes)
  // minisign leaves the checksum out where there is no password; other programs do not.
  const isLeftOut = otherwise === 'DAMAGED_KEY' && checksum.every((byte) => byte === 0)
  const isWhole = isLeftOut || same(checksum, checksumOf(bytes))
  if (!isWhole) throw new MinisignError(otherwise)
  if (!same(publicOf(seed), bytes.slice(keyIdBytes + keyBytes, -checksumBytes)))
    throw new MinisignError('DAMAGED_KEY')
  return { keyId: showKeyId(bytes.subarray(0, keyIdBytes)), seed }
}

/**
 * A secret key file that minisign reads too.
 *
 * @param password what protects the key, or null for a key that anybody who has the file can use
 * @throws MinisignError `NO_PASSWORD` or `LONG_PASSWORD`
 */
export async function secretKeyText(
  key: SecretKey,
  password: string | null,
  cost: PasswordCost = usualCost,
): Promise<string> {
  const plain = new Uint8Array(hiddenBytes)
  plain.set(storeKeyId(key.keyId))
  plain.set(key.seed, keyIdBytes)
  plain.set(publicOf(key.seed), keyIdBytes + keyBytes)
  plain.set(checksumOf(plain), hiddenBytes - checksumBytes)
  if (password === null) {
    const line = Buffer.concat([head(derivations.none), plain]).toString('base64')
    return `${untrustedPrefix}minisign secret key without a password\n${line}\n`
  }
  const salt = newSalt()
  const hidden = xor(plain, await passwordStream(password, salt, cost, hiddenBytes))
  const line = Buffer.concat([head(derivations.scrypt, salt, cost), hidden]).toString('base64')
  return `${untrustedPrefix}minisign encrypted secret key\n${line}\n`
}

function head(derivation: string, salt?: Uint8Array, cost?: PasswordCost): Uint8Array {
  const bytes = Buffer.alloc(headBytes)
  bytes.write(keyAlgorithm + derivation + checksumKind, 'latin1')
  bytes.set(salt ?? [], 6)
  bytes.writeBigUInt64LE(BigInt(cost?.operations ?? 0), 6 + saltBytes)
  bytes.writeBigUInt64LE(BigInt(cost?.memory ?? 0), 6 + saltBytes + 8)
  return bytes
}

const checksumOf = (hidden: Uint8Array): Uint8Array =>
  blake2b(Buffer.concat([Buffer.from(keyAlgorithm), hidden.subarray(0, -checksumBytes)]), checksumBytes)

const xor = (bytes: Uint8Array, stream: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => byte ^ (stream[index] ?? 0))

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b)
