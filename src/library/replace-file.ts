import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How much is gathered before the disk is asked to write. */
const gatheredBytes = 1024 * 1024

/**
 * Writes a file as a whole or not at all: into a temporary file beside the target, to the disk, then in its place.
 * When writing fails the temporary file is removed and the target is as it was.
 */
export async function replaceFile(
  path: string,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await writeNew(temporary, write)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

async function writeNew(path: string, write: Parameters<typeof replaceFile>[1]): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    let gathered: Uint8Array[] = []
    let size = 0
    const flush = async (): Promise<void> => {
      await handle.appendFile(Buffer.concat(gathered))
      gathered = []
      size = 0
    }
    await write(async (bytes) => {
      gathered.push(bytes)
      size += bytes.length
      if (size >= gatheredBytes) await flush()
    })
    await flush()
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the new name last through a power cut. Windows cannot open a folder, and does without. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}
