import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'
import { noEffect } from '../../../evidence'

/** A ratio of two rates is above zero, and so are both ends of its interval. */
export const checkRatios = ({ id, estimates }: FindingYaml): PathFlaw[] =>
  estimates.flatMap(({ measure, value, interval }, index): PathFlaw[] => {
    if (noEffect(measure) !== 1) return []
    const least = Math.min(value, interval?.low ?? value)
    if (least > 0 || (value > 0 && interval?.low === 0)) return []
    return [
      {
        code: 'RATIO_NOT_POSITIVE',
        path: ['estimates', index, value > 0 ? 'interval' : 'value'],
        detail: `${id}: ${measure} ${least}; a difference has the measure MD, SMD or RD`,
      },
    ]
  })
