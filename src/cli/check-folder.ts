import { compileBundle, type CompileOptions } from '../authoring'
import { FlawError } from '../bundle'
import { openPdf } from '../library'
import { openAuthoringFolder } from './authoring-folder'
import type { Checked } from './check-report'

/** Looks at all of an authoring folder: what `lectern pack` would say, and nothing is written. */
export async function checkFolder(path: string, dates: CompileOptions): Promise<Checked> {
  try {
    const folder = await openAuthoringFolder(path)
    const { flaws, coverage } = await compileBundle(folder, { ...dates, openPdf })
    return { flaws, coverage }
  } catch (error) {
    if (error instanceof FlawError) return { flaws: [error.flaw], coverage: null }
    throw error
  }
}
