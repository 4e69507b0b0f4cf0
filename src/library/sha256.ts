import { createHash, webcrypto } from 'node:crypto'

/** Up to this size hashing takes a millisecond or two, less than handing the bytes to another thread. */
const hashedAtOnce = 1024 * 1024

/** The SHA-256 of bytes, in hex. Large ones are hashed on another thread, so that no window waits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= hashedAtOnce) return createHash('sha256').update(bytes).digest('hex')
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString(
    'hex',
  )
}
