import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Broken, endingOfBundle, type Ending } from './bundle-properties'
import { writeMutantFolder } from './folder-names'
import { endingOfFolder, secret } from './folder-properties'
import type { Material } from './material'
import { chosen } from './mutators'
import { Steps } from './steps'
import { canary } from './zip-structure'

/** What became of one mutant. */
export interface Tried {
  readonly number: number
  readonly mutator: string
  readonly ending: Ending['is'] | 'failed'
  readonly codes: readonly string[]
  /** Why it failed, if it did. */
  readonly failure?: string
  /** How long its longest step took. */
  readonly milliseconds: number
  /** Bytes of memory of the process after it, and how many more than before. */
  readonly memory: number
  readonly growth: number
}

/** What one mutant may take. */
export interface Bounds {
  readonly milliseconds: number
  /** Bytes by which the process may grow while it is looked at. */
  readonly growth: number
}

/** What is promised to readers: two seconds, and less than one of our own largest files in memory. */
export const usualBounds: Bounds = { milliseconds: 2_000, growth: 700 * 1024 * 1024 }

/** Makes one mutant in a folder of its own, tries it, and removes it. */
export async function tryMutant(
  material: Material,
  work: string,
  { seed, number }: { readonly seed: number; readonly number: number },
  bounds: Bounds = usualBounds,
): Promise<Tried> {
  const { mutator, random } = chosen(seed, number)
  const place = join(work, 'place')
  const [path, out] = [join(place, 'mutant'), join(place, 'out')]
  await rm(place, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await writeFile(join(place, 'secret.txt'), secret)
  const mutant = mutator.make(random, material)
  let failure: string | undefined
  let ending: Ending = { is: 'refused', codes: [] }
  if (mutant.is === 'folder') await writeMutantFolder(path, mutant.files)
  else if (!(await written(mutant.write, path))) return refusedByWriter(number, mutator.name)
  const before = await footprint(place)
  const memory = process.memoryUsage.rss()
  const steps = new Steps()
  try {
    ending =
      mutant.is === 'folder'
        ? await endingOfFolder(path, mutant.files, out, steps)
        : await endingOfBundle(path, mutant.sealed ? null : material, steps)
  } catch (error) {
    failure =
      error instanceof Broken ? error.message : String((error instanceof Error && error.stack) || error)
  }
  const { name, milliseconds } = steps.longest
  const after = process.memoryUsage.rss()
  if (milliseconds > bounds.milliseconds) failure ??= `${name} took ${Math.round(milliseconds)} ms`
  if (after - memory > bounds.growth) failure ??= `took ${Math.round((after - memory) / 2 ** 20)} MiB`
  if ((await footprint(place)) !== before) failure ??= `wrote where it may not: ${await footprint(place)}`
  await rm(place, { recursive: true, force: true })
  return {
    ...{ number, mutator: mutator.name, milliseconds, memory: after, growth: after - memory },
    ...(failure === undefined
      ? { ending: ending.is, codes: ending.codes }
      : { ending: 'failed', codes: [], failure }),
  }
}

/** Our own writer refuses to write some of what is asked of it; that is as good. */
async function written(write: (path: string) => Promise<void>, path: string): Promise<boolean> {
  return write(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'FlawError') return false
      throw error
    },
  )
}

const refusedByWriter = (number: number, mutator: string): Tried => ({
  ...{ number, mutator, ending: 'refused', codes: ['not written'], milliseconds: 0, growth: 0 },
  memory: process.memoryUsage.rss(),
})

/** All that stands where nothing may be written, in one text: beside the mutant, in it, and at the absolute canary. */
async function footprint(place: string): Promise<string> {
  const lines: string[] = []
  for (const item of await readdir(place, { withFileTypes: true, recursive: true })) {
    const path = join(item.parentPath, item.name)
    if (!item.isFile() || path === join(place, 'out', 'packed.lectern')) continue
    const { size, mtimeMs } = await stat(path)
    lines.push(`${path} ${size} ${mtimeMs}`)
  }
  const escaped = await stat(canary).then(
    () => 'the canary is there',
    () => '',
  )
  return [...lines.sort(), escaped].join('\n')
}
