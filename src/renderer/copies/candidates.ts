import type { Recognised } from '../../bundle'

/** A file that the reader wants to attach, and what was seen of it. */
export interface Candidate {
  readonly file: File
  readonly found: Recognised | null
  /** Why nothing could be seen in it; null when its words were read. */
  readonly unseen: 'locked' | 'unreadable' | 'no words' | null
}

/** The sources that the files are for, in their order; an empty id leaves the file out. */
export type Choice = readonly string[]

/**
 * What is offered first: each file to the source that it was recognised as; a single file that was not to the source that
 * it was dropped on, as that is what the reader meant. No source is offered twice.
 */
export function firstChoice(candidates: readonly Candidate[], here: string): Choice {
  const [only, ...more] = candidates
  if (only !== undefined && more.length === 0) return [only.found?.id ?? here]
  const taken = new Set<string>()
  return candidates.map(({ found }) => {
    if (found === null || taken.has(found.id)) return ''
    taken.add(found.id)
    return found.id
  })
}

/** True when a single file is of the very source that it was dropped on: then nothing has to be asked. */
export const isCertain = (candidates: readonly Candidate[], here: string): boolean =>
  candidates.length === 1 && candidates[0]?.found?.id === here

/** The sources that two files were chosen for. */
export function chosenTwice(choice: Choice): readonly string[] {
  const chosen = choice.filter((id) => id !== '')
  return [...new Set(chosen.filter((id, index) => chosen.indexOf(id) !== index))]
}
