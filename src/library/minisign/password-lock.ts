import { randomBytes, scrypt } from 'node:crypto'
import { minisignLimits } from './minisign-text'
import { MinisignError } from './refusals'

/** How much work a guess at the password costs, in the two numbers that minisign stores. */
export interface PasswordCost {
  readonly operations: number
  /** Bytes of memory. */
  readonly memory: number
}

/** What minisign asks for when it makes a key: 1 GiB and a few seconds. The most that is accepted, too. */
export const usualCost: PasswordCost = { operations: 33_554_432, memory: 1_073_741_824 }

/** The least that libsodium knows: 16 MiB and some milliseconds. For tests. */
export const leastCost: PasswordCost = { operations: 524_288, memory: 16_777_216 }

/** Bytes of the salt that makes equal passwords unequal. */
export const saltBytes = 32

/** A new salt. */
export const newSalt = (): Uint8Array => new Uint8Array(randomBytes(saltBytes))

/**
 * The bytes that hide a key, and show it again, when each is XORed with one of the key's.
 *
 * @throws MinisignError `COSTLY_DERIVATION`, `NO_MEMORY`, `NO_PASSWORD` or `LONG_PASSWORD`
 */
export async function passwordStream(
  password: string,
  salt: Uint8Array,
  cost: PasswordCost,
  length: number,
): Promise<Uint8Array> {
  if (password === '') throw new MinisignError('NO_PASSWORD')
  if (Buffer.byteLength(password) > minisignLimits.password) throw new MinisignError('LONG_PASSWORD')
  const options = scryptOptions(cost)
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, options, (error, bytes) => {
      // Its numbers were checked before, so there is no other reason left to fail.
      if (error === null) resolve(new Uint8Array(bytes))
      else reject(new MinisignError('NO_MEMORY'))
    })
  })
}

/** Block size: always this one in libsodium. */
const r = 8

/**
 * The numbers of scrypt that libsodium derives from the two that are stored, with its own arithmetic
 * (`pickparams` in `crypto_pwhash_scryptsalsa208sha256`).
 */
function scryptOptions(cost: PasswordCost): { N: number; r: number; p: number; maxmem: number } {
  const operations = Math.max(cost.operations, 32_768)
  const isByOperations = operations < cost.memory / 32
  const largest = Math.floor(isByOperations ? operations / (r * 4) : cost.memory / (r * 128))
  let N = 2
  while (N <= largest / 2) N *= 2
  const p = isByOperations ? 1 : Math.floor(Math.floor(operations / 4 / N) / r)
  const isTooMuch = operations > usualCost.operations || cost.memory > usualCost.memory
  if (isTooMuch || p < 1) throw new MinisignError('COSTLY_DERIVATION')
  // What scrypt takes, with room for OpenSSL's own count of it, which is a little higher.
  return { N, r, p, maxmem: Math.ceil(128 * r * (N + p) * 1.05) + 1024 * 1024 }
}
