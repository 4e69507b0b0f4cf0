import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Watches folders grow: so a download by another program can take as long as a slow network needs, and yet be given
 * up when nothing comes any more.
 * @param {readonly string[]} folders
 * @param {{ withoutNews: number, tell: (bytes: number) => void, tellFirst?: number, tellEvery?: number, look?: number }} options
 *   `withoutNews`: after how many milliseconds without a new byte the growth has `ended`;
 *   `tell` is called now and then with the bytes so far, first when they have kept us waiting for a while
 */
export function watchGrowth(
  folders,
  { withoutNews, tell, tellFirst = 1_000, tellEvery = 10_000, look = 250 },
) {
  const stop = new AbortController()

  async function untilSilence() {
    let size = -1
    let newsAt = performance.now()
    let tellAt = performance.now() + tellFirst
    while (!stop.signal.aborted) {
      const now = performance.now()
      const sizes = await Promise.all(folders.map(sizeOf))
      const total = sizes.reduce((sum, part) => sum + part, 0)
      if (total !== size) newsAt = now
      if (now - newsAt > withoutNews) return
      if (now > tellAt) {
        tell(total)
        tellAt = now + tellEvery
      }
      size = total
      await pause(look, undefined, { signal: stop.signal }).catch(() => {})
    }
  }

  return { ended: untilSilence(), stopWatching: () => stop.abort() }
}

/**
 * How many bytes the files in a folder hold; 0 if there is none.
 * @param {string} folder
 * @returns {Promise<number>}
 */
async function sizeOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = entries.map(async (entry) => {
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? sizeOf(place) : (await stat(place).catch(() => ({ size: 0 }))).size
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
