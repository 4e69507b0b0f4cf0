import type { Estimate } from '../../../bundle'
import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'
import { noEffect } from '../../../evidence'
import { halfPlace } from './rounding'

/**
 * How far a p value may lie on the other side of its limit: the test behind p and the method of the interval are
 * often not the same, and near the limit they may differ.
 */
const slack = 0.2

/**
 * A p value below 0.05 and a 95% interval that holds the value of no effect contradict each other, and so does the
 * reverse: both are ways to ask the same question (Altman and others, Statistics with confidence, 2000, chapter 3).
 * For an interval of another level the limit follows from it. Rounding is given its due on both sides.
 */
export const checkPValues = ({ id, estimates }: FindingYaml): PathFlaw[] =>
  estimates.flatMap((estimate, index): PathFlaw[] => {
    const { p, interval } = estimate
    const excludes = excludesNoEffect(estimate)
    if (p === undefined || interval === undefined || excludes === null) return []
    const significant = isBelow(p, (100 - interval.level) / 100)
    if (significant === null || significant === excludes) return []
    return [
      {
        code: 'P_AGAINST_INTERVAL',
        path: ['estimates', index, 'p'],
        detail: `${id}: p ${/^[<>]/.test(p) ? p : `= ${p}`}, while the interval from ${interval.low} to ${interval.high} ${excludes ? 'excludes' : 'includes'} no effect (${noEffect(estimate.measure)})`,
      },
    ]
  })

/** Whether an interval lies wholly on one side of no effect; null when rounding does not let it be told. */
export function excludesNoEffect({ measure, interval }: Estimate): boolean | null {
  const nothing = noEffect(measure)
  if (nothing === null || interval === undefined) return null
  const { low, high } = interval
  const [roundLow, roundHigh] = [halfPlace(low), halfPlace(high)]
  if (low - roundLow > nothing || high + roundHigh < nothing) return true
  return low + roundLow < nothing && high - roundHigh > nothing ? false : null
}

/** Whether a printed p value is below a limit; null when it is too near to tell. */
function isBelow(printed: string, limit: number): boolean | null {
  const value = Number(printed.replace(/^[<>]/, ''))
  const round = halfPlace(printed)
  const least = printed.startsWith('<') ? 0 : printed.startsWith('>') ? value : value - round
  const most = printed.startsWith('>') ? 1 : printed.startsWith('<') ? value : value + round
  if (most <= limit * (printed.startsWith('<') ? 1 : 1 - slack)) return true
  return least >= limit * (printed.startsWith('>') ? 1 : 1 + slack) ? false : null
}
