import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../process/failure.mjs'

const fileTypes = { mask: 0o170000, file: 0o100000 }

/**
 * Unpacks a zip into a folder, with the files' modes. Only plain files and folders: a link or a name that leaves the
 * folder is refused, and with it the whole archive.
 * @param {string} archive
 * @param {string} folder
 */
export async function unzip(archive, folder) {
  const { default: yauzl } = await import('yauzl') // late, so a start without node_modules can say what to run
  const zip = await yauzl.openPromise(archive, { strictFileNames: true })
  try {
    for await (const entry of zip.eachEntry()) await writeEntry(zip, entry, folder)
  } finally {
    zip.close()
  }
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} folder
 */
async function writeEntry(zip, entry, folder) {
  const target = placeOf(entry.fileName, folder)
  const mode = entry.externalFileAttributes >>> 16
  const type = mode & fileTypes.mask
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true })
  } else if (type === 0 || type === fileTypes.file) {
    await mkdir(path.dirname(target), { recursive: true })
    const content = await zip.openReadStreamPromise(entry)
    await pipeline(content, createWriteStream(target, { flags: 'wx', mode: mode & 0o777 || 0o644 }))
  } else {
    throw new Failure(`Refused the archive: ${entry.fileName} is neither a file nor a folder.`)
  }
}

/**
 * Where an entry belongs. yauzl refuses unsafe names itself; this holds even if it one day should not.
 * @param {string} name
 * @param {string} folder
 */
function placeOf(name, folder) {
  const target = path.resolve(folder, name)
  if (!target.startsWith(path.resolve(folder) + path.sep)) {
    throw new Failure(`Refused the archive: ${name} lies outside its folder.`)
  }
  return target
}
