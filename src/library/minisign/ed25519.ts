import { createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto'

/*
 * Ed25519 (https://www.rfc-editor.org/rfc/rfc8032) over bare keys of 32 bytes. Node takes keys only in their DER forms
 * (https://www.rfc-editor.org/rfc/rfc8410), which are these fixed bytes and then the key.
 */

const publicHead = Buffer.from('302a300506032b6570032100', 'hex')
const secretHead = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Bytes of a secret seed, and of a public key. */
export const keyBytes = 32

/** Bytes of a signature. */
export const signatureBytes = 64

/** A new secret. */
export const newSeed = (): Uint8Array => new Uint8Array(randomBytes(keyBytes))

/** The public key that belongs to a secret seed. */
export const publicOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(
    createPublicKey(secretObject(seed)).export({ format: 'der', type: 'spki' }).subarray(-keyBytes),
  )

/** Signs. The same bytes and the same seed give the same signature. */
export const ed25519Sign = (seed: Uint8Array, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, bytes, secretObject(seed)))

/** Whether a signature is the one that the owner of a public key made of these bytes. */
export const ed25519Verify = (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, bytes, publicObject(key), signature)

const secretObject = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([secretHead, seed]), format: 'der', type: 'pkcs8' })

const publicObject = (key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, key]), format: 'der', type: 'spki' })

/**
 * The points of small order, without their sign: for these a signature can be made that fits any content. OpenSSL lets
 * them pass, libsodium and so minisign refuse them (`ge25519_has_small_order`).
 */
const weakKeys: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
])

/** Whether a public key is one of the few that protect nothing. */
export function isWeakKey(key: Uint8Array): boolean {
  const unsigned = Buffer.from(key)
  unsigned.writeUInt8(unsigned.readUInt8(keyBytes - 1) & 0x7f, keyBytes - 1)
  return weakKeys.has(unsigned.toString('hex'))
}
