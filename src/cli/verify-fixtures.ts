import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openZipArchive } from '../library'

/** Unzips a bundle into a folder and says where. */
export async function unzipped(bundle: string, folder: string): Promise<string> {
  const archive = await openZipArchive(bundle)
  for (const path of archive.paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), await archive.read(path))
  }
  await archive.close()
  return folder
}
