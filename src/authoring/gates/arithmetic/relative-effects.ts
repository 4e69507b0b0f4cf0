import type { Estimate, Group } from '../../../bundle'
import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'
import { agree } from './rounding'

/** How far a printed ratio may be from that of the groups: a trial may have adjusted it. As a factor. */
const generous = 1.5
/** The same for a ratio the editors computed: it came from these very figures, rounded. */
const narrow = 1.1
/** How far a risk difference may be from that of the groups, in percentage points. */
const points = 5

/**
 * A relative effect agrees with the rates of the two groups, the first against the second. Asked of single studies
 * only, as a pooled effect is no quotient of sums. A printed figure that differs for a reason has that reason as its
 * `doubt`; a `recomputed` one has no excuse.
 */
export function checkRelativeEffects({ id, studies, groups, estimates, doubt }: FindingYaml): PathFlaw[] {
  const [first = null, second = null, ...more] = groups.map(rateOf)
  if (studies !== 1 || more.length > 0 || first === null || second === null) return []
  return estimates.flatMap((estimate, index): PathFlaw[] => {
    if (doubt !== undefined && estimate.recomputed !== true) return []
    const expected = expectedOf(estimate.measure, first, second)
    if (expected === null || fits(estimate, expected)) return []
    return [
      {
        code: 'EFFECT_AGAINST_GROUPS',
        path: ['estimates', index, 'value'],
        detail: `${id}: ${estimate.measure} ${estimate.value}, while the groups give ${expected.toFixed(2)} (first against second)`,
      },
    ]
  })
}

function rateOf({ participants, events, percent }: Group): number | null {
  if (participants !== undefined && participants > 0 && events !== undefined) return events / participants
  return percent === undefined ? null : percent / 100
}

function expectedOf(measure: Estimate['measure'], first: number, second: number): number | null {
  if (measure === 'RD') return first - second
  // A ratio to nothing, or to everybody, is not defined.
  if (first <= 0 || second <= 0 || first >= 1 || second >= 1) return null
  if (measure === 'RR') return first / second
  return measure === 'OR' ? first / (1 - first) / (second / (1 - second)) : null
}

function fits({ measure, value, recomputed }: Estimate, expected: number): boolean {
  // A risk difference is printed as a share or in percentage points.
  if (measure === 'RD') return agree(value, expected, points / 100) || agree(value, 100 * expected, points)
  if (value <= 0) return true // told as RATIO_NOT_POSITIVE
  return Math.abs(Math.log(value / expected)) <= Math.log(recomputed === true ? narrow : generous)
}
