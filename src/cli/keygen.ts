import { randomUUID } from 'node:crypto'
import { lstat, rename, rm, writeFile } from 'node:fs/promises'
import {
  fingerprintOf,
  newSecretKey,
  publicKeyOf,
  publicKeyText,
  secretKeyText,
  type PasswordCost,
} from '../library'

/** Where a new pair of keys is to stand, and how it is protected. */
export interface KeyPairWish {
  /** Path and name without an ending: `keys/ward` gives `keys/ward.key` and `keys/ward.pub`. */
  readonly name: string
  /** Null: whoever has the file can sign. */
  readonly password: string | null
  /** Whether keys that are there may be lost. */
  readonly force: boolean
  /** What a guess at the password costs; what minisign asks for unless a test says otherwise. */
  readonly cost?: PasswordCost
}

/** A pair of keys that was written. */
export interface KeyPair {
  readonly keyId: string
  /** By which readers tell the key from every other. */
  readonly fingerprint: string
  readonly key: string
  readonly pub: string
}

/** The names of the two files of a pair. */
export const keyPaths = (name: string): { readonly key: string; readonly pub: string } => ({
  key: `${name}.key`,
  pub: `${name}.pub`,
})

/** The file of a pair that is there already, or null. A key that is lost cannot be made again. */
export async function standingKey(name: string): Promise<string | null> {
  for (const path of Object.values(keyPaths(name))) {
    const found = await lstat(path).catch(() => null)
    if (found !== null) return path
  }
  return null
}

/**
 * Makes a pair of keys and writes it. Only the owner may read the secret one, from its first byte on.
 *
 * @throws MinisignError for the password, or an error of the system: `EEXIST` when there is a file and no `force`
 */
export async function writeKeyPair({ name, password, force, cost }: KeyPairWish): Promise<KeyPair> {
  const paths = keyPaths(name)
  const key = newSecretKey()
  const write = force ? replace : create
  await write(paths.key, await secretKeyText(key, password, cost), 0o600)
  const pub = publicKeyOf(key)
  await write(paths.pub, publicKeyText(pub), 0o644)
  return { keyId: key.keyId, fingerprint: fingerprintOf(pub), ...paths }
}

const create = (path: string, text: string, mode: number): Promise<void> =>
  writeFile(path, text, { flag: 'wx', mode })

/** Beside the old one and then in its place, because an old file would keep the permissions it has. */
async function replace(path: string, text: string, mode: number): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await create(temporary, text, mode)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
