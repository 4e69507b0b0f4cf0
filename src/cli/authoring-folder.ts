import { stat } from 'node:fs/promises'
import type { AuthoringFolder } from '../authoring'
import { FlawError, type EntryReader } from '../bundle'
import { limits, openFolder } from '../library'

/** What one authored text may hold. A larger one is a mistake, and parsing it could take minutes. */
const textBytes = 32 * 1024 * 1024

/**
 * Opens an authoring folder on disk. Every file in it must be a plain one under a plain name; a link may lead only to
 * a file inside the folder.
 *
 * @throws FlawError `NO_FOLDER`, `UNPACKABLE_FILE`, `TOO_LARGE` or `CANNOT_READ`
 */
export async function openAuthoringFolder(path: string): Promise<AuthoringFolder> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() !== true) throw new FlawError({ code: 'NO_FOLDER', at: path })
  try {
    const folder = await openFolder(path, limits)
    return {
      paths: folder.paths,
      read: (name) => readText(folder, name),
      readBytes: (name) => folder.read(name),
    }
  } catch (error) {
    if (!(error instanceof FlawError) || error.flaw.code !== 'UNSAFE_NAME') throw error
    throw new FlawError({ ...error.flaw, code: 'UNPACKABLE_FILE' })
  }
}

async function readText(folder: EntryReader, path: string): Promise<string> {
  const bytes = await folder.read(path)
  if (bytes.length > textBytes)
    throw new FlawError({ code: 'TOO_LARGE', at: path, detail: 'holds too many bytes' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder has only one reason to throw.
    throw new FlawError({ code: 'NOT_TEXT', at: path })
  }
}
