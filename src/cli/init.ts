import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { bundleIdSchema } from '../bundle'
import { initFiles } from './init-files'
import { authoringSchemas } from './schema'

/** What making a folder gave. */
export type Made =
  | { readonly is: 'made'; readonly files: readonly string[] }
  | { readonly is: 'not made'; readonly why: string }

/** Writes a small authoring folder that packs without a flaw. Nothing that is there already is touched. */
export async function init(folder: string, today: string): Promise<Made> {
  try {
    await mkdir(folder, { recursive: true })
    if ((await readdir(folder)).length > 0) return { is: 'not made', why: 'the folder is not empty' }
    const id = idFrom(basename(resolve(folder)))
    const files = {
      ...initFiles({ id, reviewed: today, expires: oneYearAfter(today) }),
      ...authoringSchemas(),
    }
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text, { flag: 'wx' })
    }
    return { is: 'made', files: Object.keys(files) }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return { is: 'not made', why: error.message }
    throw error
  }
}

/** The name of the folder as the id of a bundle, as near as an id can be. */
function idFrom(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return bundleIdSchema.safeParse(id).success ? id : 'example'
}

/** The same day of the next year; 28 February after a leap day. */
function oneYearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return next.endsWith('02-29') ? next.replace(/29$/, '28') : next
}
