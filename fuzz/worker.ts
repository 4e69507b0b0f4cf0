import { join } from 'node:path'
import { gatherMaterial } from './material'
import { chosen } from './mutators'
import { tryMutant, type Tried } from './try-mutant'

/** What a worker is told: which mutants are its own, and where it may write. */
export interface Task {
  readonly seed: number
  readonly first: number
  readonly end: number
  readonly work: string
  readonly project: string
}

/** What a worker says: that it begins with a mutant, and what became of it. */
export type Said =
  | { readonly is: 'begun'; readonly number: number; readonly mutator: string }
  | { readonly is: 'tried'; readonly tried: Tried }

const { seed, first, end, work, project } = JSON.parse(process.argv[2] ?? '') as Task
const say = (said: Said): void => void process.send?.(said)

// Without the one who watches there is nobody to tell.
process.on('disconnect', () => process.exit())

const material = await gatherMaterial(work, join(project, 'resources', 'ldn'))
for (let number = first; number < end; number++) {
  say({ is: 'begun', number, mutator: chosen(seed, number).mutator.name })
  say({ is: 'tried', tried: await tryMutant(material, work, { seed, number }) })
}
process.disconnect?.()
