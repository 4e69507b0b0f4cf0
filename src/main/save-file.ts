import { app, dialog, type BrowserWindow } from 'electron'
import { basename, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { FailureError } from '../shared/failure'

/** What the save dialog shows at first. */
export interface SaveQuestion {
  /** Of the dialog. */
  readonly title: string
  /** Of the file, without its ending; characters that a file system refuses are replaced. */
  readonly name: string
  /** What the files are called. */
  readonly kind: string
  readonly extension: string
}

/** Asks the reader where to save a file. The path, or null when they cancelled. */
export async function askWhereToSave(
  window: BrowserWindow,
  { title, name, kind, extension }: SaveQuestion,
): Promise<string | null> {
  const file = `${name.replace(/[/\\:*?"<>|]/g, '-').slice(0, 116)}.${extension}`
  const { filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), file),
    filters: [{ name: kind, extensions: [extension] }],
  })
  return filePath === '' ? null : filePath
}

/**
 * Writes a file whole or not at all.
 *
 * @throws FailureError `CANNOT_SAVE`
 */
export async function saveFile(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFileAtomic(file, typeof content === 'string' ? content : Buffer.from(content))
  } catch (error) {
    throw new FailureError({ code: 'CANNOT_SAVE', at: basename(file), detail: String(error) })
  }
}
