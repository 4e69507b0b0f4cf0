import { app } from 'electron'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Failure } from '../shared/failure'
import { report } from './report'

/** The folder that holds the reader's state, and what is wrong with it. */
export interface UserData {
  readonly folder: string
  readonly notice: Failure | null
}

/**
 * Settles where state is kept: `LECTERN_USER_DATA` if set, else Electron's own choice. Chromium needs a folder that it
 * can write; when this one is read-only it gets a temporary one, and state is only read. Must run before the app is
 * ready and before the single-instance lock, which lives in this folder.
 *
 * @param apart true for a start that keeps nothing and leaves a desk that runs alone, as a preview does
 */
export function settleUserData(asked: string | undefined, apart = false): UserData {
  if (asked !== undefined && asked !== '') app.setPath('userData', resolve(asked))
  const folder = app.getPath('userData')
  const problem = apart ? null : whyNotWritable(folder)
  if (problem === null && !apart) return { folder, notice: null }
  const temporary = mkdtempSync(join(tmpdir(), 'lectern-'))
  app.setPath('userData', temporary)
  app.on('quit', () => removeQuietly(temporary))
  return { folder, notice: problem === null ? null : { code: 'STATE_READ_ONLY', detail: problem } }
}

/** Chromium may still be writing. An error here would keep the app from ending; the system clears such folders too. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch (error) {
    report(error, 'the temporary folder')
  }
}

function whyNotWritable(folder: string): string | null {
  // Asking by `access` is not enough: it says yes to an administrator where a write would still fail.
  const probe = join(folder, `.write-test-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** One folder after the other: Node's own `recursive` never comes back where a file system refuses with "not found". */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}
