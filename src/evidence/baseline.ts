import type { Finding, Group } from '../bundle'

/** A risk without the treatment, as a fraction, and where it comes from. */
export interface Baseline {
  readonly risk: number
  /** Whose figure it is; null when it is that of the comparison group of the finding itself. */
  readonly why: string | null
}

/**
 * The baseline risk of a finding: what the editors give, else that of the second of two groups, which is the comparison.
 * Null when nothing says how often the outcome happens.
 */
export function baselineOf({ baseline, groups }: Pick<Finding, 'baseline' | 'groups'>): Baseline | null {
  if (baseline !== undefined) return { risk: baseline.percent / 100, why: baseline.why }
  const comparison = groups.length === 2 ? groups[1] : undefined
  const risk = comparison === undefined ? null : riskIn(comparison)
  return risk === null ? null : { risk, why: null }
}

/** The share of a group that had the outcome, as a fraction; null when it is not reported. */
export function riskIn({ events, participants, percent }: Group): number | null {
  if (events !== undefined && participants !== undefined && participants > 0) return events / participants
  return percent === undefined ? null : percent / 100
}
