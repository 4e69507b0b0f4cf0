import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { compileBundle, type CompileOptions } from '../authoring'
import { FlawError, severityOf, type Coverage, type Flaw } from '../bundle'
import { openPdf, writeBundle, type SecretKey, type Written } from '../library'
import { openAuthoringFolder } from './authoring-folder'
import { payloadWithProgress, withProgress } from './pack-progress'
import type { Progress } from './progress'

/** What packing a folder gave. */
export type Packed =
  | {
      readonly is: 'written'
      readonly flaws: readonly Flaw[]
      readonly coverage: Coverage
      readonly written: Written
      /** The number of the key that it was signed with, or null. */
      readonly keyId: string | null
    }
  | { readonly is: 'flawed'; readonly flaws: readonly Flaw[]; readonly coverage: Coverage | null }
  | { readonly is: 'not run'; readonly flaws: readonly Flaw[]; readonly why: string }

/**
 * Packs an authoring folder into a bundle file. Without a sound folder nothing is written.
 *
 * @param openKey reads the key that signs the bundle, or null to leave it unsigned
 * @param dates against which day the content is judged; left out, its dates are not checked
 * @param progress told how far it is
 */
export async function pack(
  folder: string,
  out: string,
  openKey: (() => Promise<SecretKey>) | null = null,
  dates?: CompileOptions,
  progress?: Progress,
): Promise<Packed> {
  let key: SecretKey | null = null
  try {
    // First, so that a wrong password is told at once and not after the minutes that a large folder takes.
    if (openKey !== null) key = await openKey()
  } catch (error) {
    if (error instanceof FlawError) return notRun(error.flaw)
    throw error
  }
  try {
    const opened = await openAuthoringFolder(folder)
    const watched = progress === undefined ? opened : withProgress(opened, progress)
    const compiled = await compileBundle(watched, { ...dates, openPdf })
    const { flaws, coverage, bundle, payload } = compiled
    const missing = flaws.find(({ code }) => code === 'NO_FOLDER')
    if (missing !== undefined) return notRun(missing)
    if (bundle === null || payload === null) return { is: 'flawed', flaws, coverage }
    await mkdir(dirname(out), { recursive: true })
    const labels = {
      organization: bundle.publisher,
      identifier: `${bundle.id}-${bundle.version}`,
      date: bundle.reviewed,
    }
    const files = progress === undefined ? payload : payloadWithProgress(payload, opened, progress)
    const written = await writeBundle(out, files, labels, key)
    return { is: 'written', flaws, coverage, written, keyId: key?.keyId ?? null }
  } catch (error) {
    if (error instanceof FlawError)
      return error.flaw.code === 'NO_FOLDER'
        ? notRun(error.flaw)
        : { is: 'flawed', flaws: [error.flaw], coverage: null }
    if (isSystemError(error)) return { is: 'not run', flaws: [], why: error.message }
    throw error
  } finally {
    progress?.end()
  }
}

/** True when a flaw is only told and does not stop packing. */
export const isWarning = (flaw: Flaw): boolean => severityOf(flaw) === 'warning'

const notRun = (flaw: Flaw): Packed => ({ is: 'not run', flaws: [flaw], why: '' })

/** What the file system refuses: no space, no permission, a folder where a file should be. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error
