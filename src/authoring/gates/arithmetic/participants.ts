import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'

/**
 * In one study the groups add up to its participants. Groups that each hold everybody are the same people twice (a
 * crossover trial, two outcomes), which is sound. A `countsNote` says that the counts are not plain; then only a group
 * larger than the study is refused.
 */
export function checkParticipants({
  id,
  studies,
  participants,
  countsNote,
  groups,
}: FindingYaml): PathFlaw[] {
  if (studies !== 1 || participants === undefined) return []
  const larger = groups.findIndex((group) => (group.participants ?? 0) > participants)
  if (larger !== -1)
    return [
      {
        code: 'PARTICIPANTS_DO_NOT_ADD_UP',
        path: ['groups', larger, 'participants'],
        detail: `${id}: a group of ${groups[larger]?.participants} in a study of ${participants}`,
      },
    ]
  const counts = groups.flatMap((group) => group.participants ?? [])
  if (counts.length < 2 || counts.length < groups.length || countsNote !== undefined) return []
  const sum = counts.reduce((total, count) => total + count, 0)
  if (sum === participants || counts.every((count) => count === participants)) return []
  return [
    {
      code: 'PARTICIPANTS_DO_NOT_ADD_UP',
      path: ['participants'],
      detail: `${id}: ${counts.join(' + ')} is ${sum}, not ${participants}; a countsNote can explain it`,
    },
  ]
}
