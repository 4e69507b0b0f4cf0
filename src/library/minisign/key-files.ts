import { open } from 'node:fs/promises'
import { FlawError } from '../../bundle'
import { minisignLimits } from './minisign-text'
import { readPublicKey, type PublicKey } from './public-key'
import { MinisignError } from './refusals'
import { readSecretKey, type StoredSecretKey } from './secret-key'

/**
 * Reads a public key file from disk.
 *
 * @throws FlawError `BAD_KEY` or `CANNOT_READ`
 */
export const loadPublicKey = async (path: string): Promise<PublicKey> =>
  named(path, readPublicKey, await readStart(path))

/**
 * Reads a secret key file from disk.
 *
 * @throws FlawError `BAD_KEY` or `CANNOT_READ`
 */
export const loadSecretKey = async (path: string): Promise<StoredSecretKey> =>
  named(path, readSecretKey, await readStart(path))

/** What is wrong with a key file, as a flaw of that file. Any other error stays what it is. */
export const keyFlaw = (error: unknown, path: string): unknown =>
  error instanceof MinisignError ? new FlawError({ code: 'BAD_KEY', at: path, detail: error.message }) : error

function named<Key>(path: string, read: (file: Uint8Array) => Key, file: Uint8Array): Key {
  try {
    return read(file)
  } catch (error) {
    throw keyFlaw(error, path)
  }
}

/** One byte more than a key file may have, at most: enough to see that it is too large, whatever it is. */
async function readStart(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path)
    try {
      const buffer = Buffer.alloc(minisignLimits.keyFile + 1)
      let size = 0
      for (;;) {
        const { bytesRead } = await handle.read(buffer, size, buffer.length - size)
        size += bytesRead
        if (bytesRead === 0 || size === buffer.length) return buffer.subarray(0, size)
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FlawError({ code: 'CANNOT_READ', at: path, detail })
  }
}
