import type { Certainty } from '../../../bundle'
import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'

const levels = ['high', 'moderate', 'low', 'very low'] as const satisfies readonly Certainty[]

/**
 * Certainty is high less the levels taken by the reasons, and never less than very low (GRADE guideline 3: Balshem et
 * al., J Clin Epidemiol 2011;64:401). A rating of somebody else is theirs, and one without reasons cannot be counted.
 */
export function checkCertaintyLevels({ id, certainty, reasons, ratedBy }: FindingYaml): PathFlaw[] {
  if (certainty === 'none' || ratedBy !== undefined || reasons.length === 0) return []
  const taken = reasons.reduce((sum, reason) => sum + reason.levels, 0)
  const expected = levels[taken] ?? 'very low'
  if (expected === certainty) return []
  return [
    {
      code: 'CERTAINTY_AGAINST_REASONS',
      path: ['certainty'],
      detail: `${id}: ${certainty}, while high less ${taken} ${taken === 1 ? 'level' : 'levels'} is ${expected}`,
    },
  ]
}
