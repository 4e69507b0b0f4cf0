import type { FindingYaml } from '../../authored/evidence-yaml'
import type { PathFlaw } from '../path-flaw'
import { checkCertaintyLevels } from './certainty-levels'
import { checkDirection } from './direction'
import { checkPValues } from './p-and-interval'
import { checkParticipants } from './participants'
import { checkPercentages } from './percentages'
import { checkRatios } from './ratios'
import { checkRelativeEffects } from './relative-effects'

const gates: readonly ((finding: FindingYaml) => PathFlaw[])[] = [
  checkRatios,
  checkPercentages,
  checkParticipants,
  checkPValues,
  checkRelativeEffects,
  checkDirection,
  checkCertaintyLevels,
]

/** Every figure of a finding that contradicts another of its figures. */
export const checkArithmetic = (finding: FindingYaml): PathFlaw[] => gates.flatMap((gate) => gate(finding))
