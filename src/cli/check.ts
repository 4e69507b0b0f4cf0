import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CompileOptions } from '../authoring'
import { tagFiles } from '../library'
import { checkBundle } from './check-bundle'
import { checkFolder } from './check-folder'
import type { Checked } from './check-report'

/** Looks at an authoring folder, a bundle, or a bundle that was unzipped into a folder, and finds every flaw. */
export async function check(path: string, dates: CompileOptions): Promise<Checked> {
  return (await isAuthoringFolder(path)) ? checkFolder(path, dates) : checkBundle(path, dates)
}

/** A folder that declares itself a bag is a bundle; any other was written by hand, or was meant to be. */
async function isAuthoringFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() !== true) return false
  return stat(join(path, tagFiles.declaration)).then(
    () => false,
    () => true,
  )
}
