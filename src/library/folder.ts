import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { FlawError, type EntryReader } from '../bundle'
import { EntryNames } from './entry-names'
import { limits as usualLimits, type Limits } from './limits'

/**
 * Opens a bundle that was unzipped into a folder. A link to a file inside the folder is followed; every other
 * link makes the whole folder unsafe, because it can lead to files that the reader never meant to open.
 *
 * @throws FlawError `CANNOT_READ`, `UNSAFE_NAME` or `TOO_LARGE`
 */
export async function openFolder(path: string, limits: Limits = usualLimits): Promise<EntryReader> {
  try {
    const root = await realpath(path)
    const walk: Walk = { root, limits, names: new EntryNames(), paths: new Set() }
    await list(walk, '')
    return { paths: walk.paths, read: (name) => read(walk, name) }
  } catch (error) {
    throw systemFlaw(error, '')
  }
}

interface Walk {
  readonly root: string
  readonly limits: Limits
  readonly names: EntryNames
  readonly paths: Set<string>
}

async function list(walk: Walk, folder: string): Promise<void> {
  for (const item of await readdir(join(walk.root, folder), { withFileTypes: true })) {
    const name = folder === '' ? item.name : `${folder}/${item.name}`
    const problem = item.isDirectory() ? walk.names.addFolder(name) : walk.names.add(name)
    if (problem !== null) throw new FlawError({ code: 'UNSAFE_NAME', at: name, detail: problem })
    if (item.isDirectory()) await list(walk, name)
    else if (item.isFile() || (item.isSymbolicLink() && (await leadsToFileWithin(walk.root, name))))
      add(walk, name)
    else throw new FlawError({ code: 'UNSAFE_NAME', at: name, detail: 'is no plain file of this folder' })
  }
}

function add({ paths, limits }: Walk, name: string): void {
  paths.add(name)
  if (paths.size > limits.entries)
    throw new FlawError({ code: 'TOO_LARGE', at: '', detail: 'too many files' })
}

async function leadsToFileWithin(root: string, name: string): Promise<boolean> {
  const target = await realpath(join(root, name)).catch(() => null)
  return target !== null && isWithin(root, target) && (await lstat(target)).isFile()
}

function isWithin(root: string, target: string): boolean {
  const way = relative(root, target)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function read({ root, paths, limits }: Walk, name: string): Promise<Uint8Array> {
  if (!paths.has(name)) throw new FlawError({ code: 'MISSING_ENTRY', at: name })
  try {
    // Once more: the folder is not ours, and a file can have become a link since it was listed.
    const target = await realpath(join(root, name))
    if (!isWithin(root, target))
      throw new FlawError({ code: 'UNSAFE_NAME', at: name, detail: 'leads elsewhere' })
    const { size } = await lstat(target)
    if (size > limits.entryBytes)
      throw new FlawError({ code: 'TOO_LARGE', at: name, detail: 'holds too many bytes' })
    return await readFile(target)
  } catch (error) {
    throw systemFlaw(error, name)
  }
}

function systemFlaw(error: unknown, at: string): FlawError {
  if (error instanceof FlawError) return error
  return new FlawError({
    code: 'CANNOT_READ',
    at,
    detail: error instanceof Error ? error.message : String(error),
  })
}
