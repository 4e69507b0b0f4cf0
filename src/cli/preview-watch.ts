import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a folder must stay as it is before work begins: an editor saves a file in several steps. In milliseconds. */
const quietFor = 150
/** Looking takes no more than this share of the time, however large the folder. */
const shareOfTime = 0.1

/**
 * Calls `changed` now and after each burst of changes in a folder, never while an earlier call still runs. What changes
 * during a call is seen after it. Ends when the signal says so and the last call is done.
 *
 * The folder is looked at again and again. The system's own watching of a folder would be cheaper, but Node 20 on Linux
 * loses sight of a file that an editor replaced, and of a folder that was deleted and made again.
 */
export async function watchFolder(
  folder: string,
  changed: () => Promise<void>,
  { signal, quiet = quietFor }: { readonly signal: AbortSignal; readonly quiet?: number },
): Promise<void> {
  const look = async (): Promise<string> => {
    const began = performance.now()
    const seen = await stateOf(folder)
    const took = performance.now() - began
    await pause(Math.max(quiet, took / shareOfTime), null, { signal }).catch(() => undefined)
    return seen
  }
  let known = await stateOf(folder)
  while (!signal.aborted) {
    await changed()
    let seen = known
    while (seen === known && !signal.aborted) seen = await look()
    // Until two looks are the same: whoever writes is done.
    for (let before = ''; before !== seen && !signal.aborted; seen = await look()) before = seen
    known = seen
  }
}

/** Names, sizes and times of all that a folder holds; hidden files are those of editors and of version control. */
async function stateOf(folder: string): Promise<string> {
  const lines: string[] = []
  const walk = async (path: string): Promise<void> => {
    const items = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => [])
    lines.push(path)
    await Promise.all(
      items.map(async (item) => {
        if (item.name.startsWith('.')) return
        const name = join(path, item.name)
        if (item.isDirectory()) return walk(name)
        const found = await stat(name).catch(() => null) // gone meanwhile
        if (found !== null) lines.push(`${name} ${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`)
      }),
    )
  }
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) return 'gone'
  await walk(folder)
  return lines.sort().join('\n')
}
