import type { Estimate } from '../../../bundle'

/** The value at which a measure says "no effect": 1 for ratios, 0 for differences; null when it is not known. */
export function noEffect(measure: Estimate['measure']): number | null {
  switch (measure) {
    case 'RR':
    case 'OR':
    case 'HR':
      return 1
    case 'MD':
    case 'SMD':
    case 'RD':
      return 0
    case 'other':
      return null
  }
}
