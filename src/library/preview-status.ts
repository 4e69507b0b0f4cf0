import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from './replace-file'

/*
 * What `lectern preview` tells the desk: one small file in a temporary folder, beside the bundles that were packed. It is
 * replaced after each save, and gone when the preview ends.
 */

const flawSchema = z.object({
  code: z.string(),
  /** File and line; empty for the whole folder. */
  at: z.string(),
  detail: z.string().nullable(),
  says: z.string(),
  next: z.string(),
  severity: z.enum(['error', 'warning']),
})

const statusSchema = z.object({
  /** The name of the authoring folder. */
  folder: z.string(),
  /** `good`: as it was saved. `kept`: what was saved has errors. `none`: there has been no good bundle yet. */
  state: z.enum(['good', 'kept', 'none']),
  /** Counts the good bundles. */
  revision: z.int().nonnegative(),
  /** The last good bundle, beside this file; a new name each time, so that one that is open is never written over. */
  bundle: z
    .string()
    .regex(/^[\w-]+\.lectern$/)
    .nullable(),
  /** When the folder was last packed. */
  at: z.iso.datetime(),
  flaws: z.array(flawSchema).readonly(),
})

/** See {@link statusSchema}. */
export type PreviewStatus = Readonly<z.infer<typeof statusSchema>>

/** Where the status of a preview stands in its folder. */
export const previewStatusFile = (folder: string): string => join(folder, 'preview.json')

/** Writes the status of a preview, as a whole or not at all. */
export const writePreviewStatus = (file: string, status: PreviewStatus): Promise<void> =>
  replaceFile(file, (append) => append(new TextEncoder().encode(JSON.stringify(status))))

/**
 * Reads the status of a preview; null when the preview has ended.
 *
 * @throws when the file is none of ours
 */
export async function readPreviewStatus(file: string): Promise<PreviewStatus | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return statusSchema.parse(JSON.parse(text))
}
