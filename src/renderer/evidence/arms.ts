import type { Finding, Group, Pico } from '../../bundle'

/** The names of what is compared. */
export interface Arms {
  readonly treatment: string
  readonly comparison: string
}

/**
 * What is compared in a finding: its two groups, else what the question compares. What a label adds in brackets, such as that its
 * figures are of one trial, is no part of the name.
 */
export function armsOf({ groups }: Finding, pico: Pico): Arms {
  const [treatment, comparison, more] = groups
  return treatment !== undefined && comparison !== undefined && more === undefined
    ? { treatment: nameOf(treatment), comparison: nameOf(comparison) }
    : { treatment: pico.intervention, comparison: pico.comparison }
}

const nameOf = ({ label }: Group): string => label.replace(/\s*\([^()]*\)$/, '') || label
