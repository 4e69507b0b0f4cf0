import { FlawError } from '../bundle'
import { keyFlaw, loadSecretKey, type SecretKey } from '../library'
import { passwordFrom, passwordVariable, type PasswordSource } from './sign-password'

/**
 * Reads a secret key file, with its password when it has one.
 *
 * @throws FlawError `BAD_KEY` or `CANNOT_READ`
 */
export async function openSecretKey(path: string, source: PasswordSource): Promise<SecretKey> {
  const stored = await loadSecretKey(path)
  if (stored.is === 'open') return stored.key
  const password = await passwordFrom(source, `Password of ${path}: `)
  if (password === null) {
    const detail = `no password: set ${passwordVariable}, or run it in a terminal`
    throw new FlawError({ code: 'BAD_KEY', at: path, detail })
  }
  try {
    return await stored.unlock(password)
  } catch (error) {
    throw keyFlaw(error, path)
  }
}
