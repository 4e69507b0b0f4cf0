import type { Estimate } from '../bundle'
import { excludesNoEffect } from './measure'

/** A figure with its interval, where it has one. `low` is never above `high`. */
export interface Ranged {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** What an estimate means for people whose risk without the treatment is known. Risks are fractions from 0 to 1. */
export interface AbsoluteEffect {
  readonly baseline: number
  readonly risk: Ranged
  /** Risk with the treatment less the baseline: negative for fewer people. */
  readonly difference: Ranged
  /** True when a risk would have come out below nobody or above everybody and was held there. */
  readonly isCapped: boolean
}

/**
 * The absolute effect at a baseline risk between 0 and 1: the relative effect applied to the risk of the comparison
 * group, its interval likewise (GRADE guidelines 12: Guyatt et al., J Clin Epidemiol 2013;66:158; formulas of the Cochrane
 * Handbook 5.1, 12.5.4, and for hazard ratios Tierney et al., Trials 2007;8:16). Null for measures that say nothing about
 * how many people, and for a baseline outside its range.
 */
export function absoluteEffect(estimate: Estimate, baseline: number): AbsoluteEffect | null {
  const { measure, value, interval } = estimate
  if (!(baseline >= 0 && baseline <= 1)) return null
  const at = riskAt(measure, baseline)
  if (at === null) return null
  const raw = {
    value: at(value),
    low: interval ? at(interval.low) : null,
    high: interval ? at(interval.high) : null,
  }
  const risk = mapRanged(raw, (one) => Math.min(1, Math.max(0, one)))
  return {
    baseline,
    risk,
    difference: mapRanged(risk, (one) => one - baseline),
    isCapped: risk.value !== raw.value || risk.low !== raw.low || risk.high !== raw.high,
  }
}

/** How a measure turns a baseline risk into the risk with the treatment; null where it does not. */
function riskAt(measure: Estimate['measure'], baseline: number): ((effect: number) => number) | null {
  switch (measure) {
    case 'RR':
      return (ratio) => baseline * ratio
    case 'OR':
      return (ratio) => (baseline * ratio) / (1 - baseline + baseline * ratio)
    case 'HR':
      return (ratio) => 1 - (1 - baseline) ** ratio
    case 'RD':
      return (difference) => baseline + difference
    case 'MD':
    case 'SMD':
    case 'other':
      return null
  }
}

const mapRanged = ({ value, low, high }: Ranged, change: (one: number) => number): Ranged => ({
  value: change(value),
  low: low === null ? null : change(low),
  high: high === null ? null : change(high),
})

/** How many people have to take a treatment for one more, or one fewer, to have the outcome. Whole numbers. */
export interface NumberNeeded extends Ranged {
  /** Whether that one person more or fewer is good for the patient; null when it is not known. */
  readonly for: 'benefit' | 'harm' | null
}

/** A difference smaller than this, one in ten thousand, gives no number needed that means anything. */
const smallestDifference = 0.0001

/**
 * The number needed to treat, rounded up by convention (Cochrane Handbook 5.1, 12.5.4). Null unless the interval excludes
 * no effect: over no effect it would run through infinity from benefit to harm (Altman, BMJ 1998;317:1309). Null too when the
 * risk itself was held at nobody or everybody: it would count the limit, not the treatment.
 */
export function numberNeeded(
  estimate: Estimate,
  { risk, difference, isCapped }: AbsoluteEffect,
  favours: 'lower' | 'higher' | undefined,
): NumberNeeded | null {
  const ends = [difference.low, difference.high].map((end) => (end === null ? 0 : Math.abs(end)))
  const isAtLimit = isCapped && (risk.value === 0 || risk.value === 1)
  if (!excludesNoEffect(estimate) || isAtLimit || Math.min(...ends) < smallestDifference) return null
  const isGood = difference.value > 0 === (favours === 'higher')
  return {
    value: needed(difference.value),
    low: needed(Math.max(...ends)),
    high: needed(Math.min(...ends)),
    for: favours === undefined ? null : isGood ? 'benefit' : 'harm',
  }
}

/** Why there is no number needed to treat, in the order in which it is asked. */
export function whyNoNumber(estimate: Estimate): 'no interval' | 'no effect' | 'baseline' {
  if (estimate.interval === undefined) return 'no interval'
  return excludesNoEffect(estimate) ? 'baseline' : 'no effect'
}

/** One over a difference, rounded up. Digits that floating point made up do not add a person: 1 / 0.2 is 5, not 6. */
const needed = (difference: number): number => Math.ceil(Number((1 / Math.abs(difference)).toPrecision(12)))

/** A risk as whole people out of so many. */
export const peopleOf = (risk: number, of: number): number => Math.round(Number((risk * of).toPrecision(12)))

/**
 * The difference in whole people, from the rounded risks, so that what a reader subtracts is what stands there: 28 and 45
 * of 100 are 17 more, whatever lies behind the comma.
 */
export function differenceOf({ baseline, risk }: AbsoluteEffect, of: number): Ranged {
  const before = peopleOf(baseline, of)
  return mapRanged(risk, (one) => peopleOf(one, of) - before)
}
