import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** @typedef {{ at: number, key: string, reason: string }} Attempt */

/** A failed download is not tried again for this long, in milliseconds. */
export const rememberedFor = 24 * 60 * 60 * 1000

/**
 * What decides whether a download may work: another version, mirror or proxy deserves a new attempt at once. Hashed,
 * because such addresses can hold passwords.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 */
export function attemptKey(version, env) {
  const names = Object.keys(env).filter((name) => /electron.*(mirror|proxy)|^https?_proxy$/i.test(name))
  const facts = [version, ...names.sort().map((name) => `${name}=${env[name]}`)]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/**
 * Notes that a download failed, so that later starts do not wait for it again.
 * @param {string} file
 * @param {Attempt} attempt
 */
export async function rememberFailure(file, attempt) {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(attempt))
}

/**
 * The failure that still counts, or null. A damaged note counts as none.
 * @param {string} file
 * @param {string} key
 * @param {number} now
 * @returns {Promise<Attempt | null>}
 */
export async function rememberedFailure(file, key, now = Date.now()) {
  try {
    const { at, key: noted, reason } = JSON.parse(await readFile(file, 'utf8'))
    const counts = typeof at === 'number' && at <= now && now - at < rememberedFor && noted === key
    return counts && typeof reason === 'string' ? { at, key, reason } : null
  } catch {
    return null
  }
}

/**
 * Forgets a noted failure.
 * @param {string} file
 */
export const forgetFailure = (file) => rm(file, { force: true })
