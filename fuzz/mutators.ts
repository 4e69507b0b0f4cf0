import { folderMutators } from './folder-texts'
import { nameMutators } from './folder-names'
import type { Mutator } from './mutant'
import { Random } from './random'
import { sealedMutators, tagMutators } from './sealed'
import { byteMutators } from './zip-bytes'
import { structureMutators } from './zip-structure'

/** All ways to make mutants. */
export const mutators: readonly Mutator[] = [
  ...[byteMutators, structureMutators, sealedMutators, tagMutators, folderMutators, nameMutators].flat(),
]

const weights = mutators.reduce((sum, { weight }) => sum + weight, 0)

/** The mutator of a mutant, by its seed and number, with the chance from which the rest of it is made. */
export function chosen(seed: number, number: number): { readonly mutator: Mutator; readonly random: Random } {
  const random = new Random(seed, number)
  let left = random.below(weights)
  for (const mutator of mutators) {
    left -= mutator.weight
    if (left < 0) return { mutator, random }
  }
  throw new Error('weights do not add up')
}
