import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'
import { agree, halfPlace } from './rounding'

/** A percentage printed beside events and participants is theirs, within its own rounding. */
export const checkPercentages = ({ id, groups }: FindingYaml): PathFlaw[] =>
  groups.flatMap(({ label, participants, events, percent }, index): PathFlaw[] => {
    if (participants === undefined || events === undefined || percent === undefined) return []
    if (participants === 0 || events > participants) return []
    const counted = (100 * events) / participants
    if (agree(counted, percent, halfPlace(percent))) return []
    return [
      {
        code: 'PERCENT_AGAINST_COUNTS',
        path: ['groups', index, 'percent'],
        detail: `${id}, ${label}: ${events} of ${participants} is ${counted.toFixed(1)}%, not ${percent}%`,
      },
    ]
  })
