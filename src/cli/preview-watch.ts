import { watch } from 'node:fs'

/** How long after the last change work begins: an editor saves a file in several steps. */
const quietFor = 150

/**
 * Calls `changed` now and after each burst of changes in a folder, never while an earlier call still runs. Watching
 * begins before the first call, so no change is missed. Ends when the signal says so and the last call is done.
 *
 * @throws what the system says when the folder cannot be watched, or what `changed` throws
 */
export async function watchFolder(
  folder: string,
  changed: () => Promise<void>,
  { signal, quiet = quietFor }: { readonly signal: AbortSignal; readonly quiet?: number },
): Promise<void> {
  const watcher = watch(folder, { recursive: true })
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      let [running, again] = [false, false]
      const run = async (): Promise<void> => {
        again = running
        if (running) return
        running = true
        do {
          again = false
          await changed()
        } while (again && !signal.aborted)
        running = false
        if (signal.aborted) resolve()
      }
      const runNow = (): void => void run().catch(reject)
      watcher.on('change', () => {
        clearTimeout(timer)
        timer = setTimeout(runNow, quiet)
      })
      watcher.on('error', reject)
      signal.addEventListener('abort', () => (running ? undefined : resolve()), { once: true })
      runNow()
    })
  } finally {
    clearTimeout(timer)
    watcher.close()
  }
}
