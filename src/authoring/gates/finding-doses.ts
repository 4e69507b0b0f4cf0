import type { FindingYaml } from '../authored/evidence-yaml'
import { errorProneIn, wordsOfErrorProne } from './doses'
import type { PathFlaw } from './path-flaw'

/** Error-prone abbreviations in the texts of a finding: its sentence, its groups and its units. */
export function checkDoses({ id, words, short, groups, estimates }: FindingYaml): PathFlaw[] {
  const texts: readonly (readonly [PathFlaw['path'], string | undefined])[] = [
    [['words'], words],
    [['short'], short],
    ...groups.flatMap(({ label, result }, index) => [
      [['groups', index, 'label'], label] as const,
      [['groups', index, 'result'], result] as const,
    ]),
    ...estimates.map(({ unit }, index) => [['estimates', index, 'unit'], unit] as const),
  ]
  return texts.flatMap(([path, text]) =>
    errorProneIn(text ?? '').map((found) => ({
      code: 'ERROR_PRONE_ABBREVIATION',
      path,
      detail: `${id}: ${wordsOfErrorProne(found)}`,
    })),
  )
}
