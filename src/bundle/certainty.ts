import { z } from './zod'

/**
 * How sure a reader can be of a finding, strongest first: the four levels of GRADE (Guyatt et al., BMJ
 * 2008;336:924) and `none`, which means that no evidence was found.
 */
export const certainties = ['high', 'moderate', 'low', 'very low', 'none'] as const

/** One of the four GRADE levels, or `none` for "no evidence found". */
export type Certainty = (typeof certainties)[number]

export const certaintySchema = z.enum(certainties)

/** How many of the four circles of the GRADE symbol are filled: 4 for high, 0 for none. */
export const filledCircles = (certainty: Certainty): number => 4 - certainties.indexOf(certainty)

/** The weakest of the given certainties; `none` when there are none to compare. */
export function weakest(given: readonly Certainty[]): Certainty {
  const ranks = given.map((certainty) => certainties.indexOf(certainty))
  return certainties[Math.max(...ranks)] ?? 'none'
}

/** The strongest of the given certainties; `none` when there are none to compare. */
export function strongest(given: readonly Certainty[]): Certainty {
  const ranks = given.map((certainty) => certainties.indexOf(certainty))
  return certainties[Math.min(...ranks)] ?? 'none'
}
