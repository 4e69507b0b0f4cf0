import type { FlawCode } from '../../bundle'
import type { YamlPath } from '../yaml-text'

/** What a gate found in a YAML value: the flaw, where in the value, and the figures that disagree. */
export interface PathFlaw {
  readonly code: FlawCode
  /** From the value that was checked: `['estimates', 0, 'p']`. */
  readonly path: YamlPath
  readonly detail: string
}
