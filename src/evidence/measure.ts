import type { Estimate } from '../bundle'

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

/** True for measures that compare by division, which belong on a logarithmic scale. */
export const isRatio = (measure: Estimate['measure']): boolean => noEffect(measure) === 1

/** True when the interval lies wholly on one side of no effect; false without an interval or a known "no effect". */
export function excludesNoEffect({ measure, interval }: Estimate): boolean {
  const none = noEffect(measure)
  return none !== null && interval !== undefined && (interval.low > none || interval.high < none)
}
