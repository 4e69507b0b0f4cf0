import type { Finding, Group, Pico } from '../../bundle'

/** The names of what is compared. */
export interface Arms {
  readonly treatment: string
  readonly comparison: string
}

/**
 * What is compared in a finding: its two groups, else what the question compares. What a label adds in brackets, such as that its
 * figures are of one trial, is no part of the name, unless it alone tells the two apart: `LDN (1.5 mg)`, `LDN (4.5 mg)`.
 */
export function armsOf({ groups }: Finding, pico: Pico): Arms {
  const [treatment, comparison, more] = groups
  if (treatment === undefined || comparison === undefined || more !== undefined)
    return { treatment: pico.intervention, comparison: pico.comparison }
  const names = { treatment: nameOf(treatment), comparison: nameOf(comparison) }
  return names.treatment === names.comparison
    ? { treatment: treatment.label, comparison: comparison.label }
    : names
}

const nameOf = ({ label }: Group): string => label.replace(/\s*\([^()]*\)$/, '') || label
