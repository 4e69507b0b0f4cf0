import { readFileSync, rmSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atExit } from '../process/children.mjs'

/** How often the holder shows that it lives, and after which silence it is taken for dead, in milliseconds. */
const pulse = { every: 1_000, lostAfter: 8_000 }

/**
 * Does some work while no other process does work under the same lock; waits for its turn.
 *
 * The lock saves work (two first starts do not both download a hundred megabytes); it is not what keeps an
 * installed folder whole: that is written beside and renamed. So a holder that died is simply passed over. Its life
 * shows in the file's time, not in a process number, which means nothing across containers that share a cache.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void, lostAfter?: number }} options `onWait` is called once if another is at work
 * @returns {Promise<T>}
 */
export async function underLock(file, work, { onWait = () => {}, lostAfter = pulse.lostAfter } = {}) {
  await mkdir(path.dirname(file), { recursive: true })
  const token = `${process.pid} ${Math.random()}`
  for (let waited = false; !(await take(file, token)); waited = true) {
    if (!waited) onWait()
    await pause(200)
    if ((await silence(file)) > lostAfter) await rm(file, { force: true })
  }
  const beat = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => {})
  }, pulse.every).unref()
  const release = atExit(() => {
    clearInterval(beat)
    if (readFileSync(file, 'utf8') === token) rmSync(file)
  })
  try {
    return await work()
  } finally {
    release()
  }
}

/**
 * Takes the lock if it is free. Looks twice, because another process may just have removed it as lost.
 * @param {string} file
 * @param {string} token
 */
async function take(file, token) {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(token)
    await handle.close()
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  await pause(20)
  return (await ownerOf(file)) === token
}

/**
 * Who holds the lock, or null.
 * @param {string} file
 */
const ownerOf = (file) => readFile(file, 'utf8').catch(() => null)

/**
 * For how many milliseconds the holder has shown no sign of life. A time in the future is none: clocks get corrected.
 * @param {string} file
 */
async function silence(file) {
  try {
    return Math.abs(Date.now() - (await stat(file)).mtimeMs)
  } catch {
    return 0
  }
}
