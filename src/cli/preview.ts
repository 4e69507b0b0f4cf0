import { rmSync } from 'node:fs'
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { datesOf } from './check-dates'
import { exitCodes, type ExitCode } from './exit-codes'
import { pack } from './pack'
import { reportPacked, reportPackedAsJson } from './pack-report'
import { watchFolder } from './preview-watch'
import type { Terminal } from './terminal'

/** How a preview is run. */
export interface PreviewOptions {
  readonly json: boolean
  /** Ends the preview. */
  readonly signal: AbortSignal
  /** Called once, with the first bundle that is good. */
  readonly open: (bundle: string) => void
}

/**
 * Packs a folder into a temporary bundle, and again after each save, telling the flaws each time. A folder with errors
 * writes nothing, so the last good bundle stays. When the preview ends, the bundle is removed.
 */
export async function preview(
  folder: string,
  options: PreviewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { json, signal, open } = options
  const place = await mkdtemp(join(tmpdir(), 'lectern-preview-'))
  const bundle = join(place, 'preview.lectern')
  const removed = (): void => rmSync(place, { recursive: true, force: true })
  process.once('exit', removed)
  let isOpen = false
  const packAndTell = async (): Promise<ExitCode> => {
    const packed = await pack(folder, bundle, null, datesOf({ allowExpired: true }))
    const code = (json ? reportPackedAsJson : reportPacked)(packed, bundle, terminal)
    if (packed.is === 'flawed' && isOpen && !json) terminal.out('The last good bundle stays open.')
    if (packed.is === 'written' && !isOpen) {
      isOpen = true
      open(bundle)
    }
    return code
  }
  try {
    // What is no folder cannot be watched, and packing says better why.
    const found = await stat(folder).catch(() => null)
    if (found?.isDirectory() !== true) return await packAndTell()
    let first: ExitCode | null = null
    const hopeless = new AbortController()
    const packAgain = async (): Promise<void> => {
      const code = await packAndTell()
      first ??= code
      if (first === exitCodes.couldNotRun) hopeless.abort()
    }
    await watchFolder(folder, packAgain, { signal: AbortSignal.any([signal, hopeless.signal]) })
    return hopeless.signal.aborted ? exitCodes.couldNotRun : exitCodes.done
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    terminal.err(`${folder} cannot be watched: ${error.message}`)
    return exitCodes.couldNotRun
  } finally {
    process.off('exit', removed)
    removed()
  }
}
