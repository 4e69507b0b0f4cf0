import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'
import { noEffect } from '../../../evidence'
import { excludesNoEffect } from './p-and-interval'

/**
 * The direction says what the interval says. `better` and `worse` need an interval that excludes no effect, on the
 * side that `favours` names; `no difference` needs one that includes it. Asked where there is one estimate, as several
 * may disagree, which is what `mixed` and `unclear` are for.
 */
export function checkDirection({ id, direction, favours, estimates }: FindingYaml): PathFlaw[] {
  const [estimate, ...more] = estimates
  if (estimate === undefined || more.length > 0) return []
  const excludes = excludesNoEffect(estimate)
  const nothing = noEffect(estimate.measure)
  if (excludes === null || nothing === null) return []
  const told = (why: string): PathFlaw[] => [
    { code: 'DIRECTION_AGAINST_INTERVAL', path: ['direction'], detail: `${id}: ${direction}, while ${why}` },
  ]
  if (direction === 'no difference') return excludes ? told('the interval excludes no effect') : []
  if (direction !== 'better' && direction !== 'worse') return []
  if (!excludes) return told('the interval includes no effect')
  if (favours === undefined) return []
  const good = favours === 'lower' ? estimate.value < nothing : estimate.value > nothing
  return good === (direction === 'better')
    ? []
    : told(`${estimate.value} is the other side (favours: ${favours})`)
}
