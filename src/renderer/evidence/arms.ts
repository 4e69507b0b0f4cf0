import type { Finding, Pico } from '../../bundle'

/** The names of what is compared. */
export interface Arms {
  readonly treatment: string
  readonly comparison: string
}

/** What is compared in a finding: its two groups, else what the question compares. */
export function armsOf({ groups }: Finding, pico: Pico): Arms {
  const [treatment, comparison, more] = groups
  return treatment !== undefined && comparison !== undefined && more === undefined
    ? { treatment: treatment.label, comparison: comparison.label }
    : { treatment: pico.intervention, comparison: pico.comparison }
}
