import type { Progress } from './progress'

/** Where a command writes: the terminal, or a list in a test. */
export interface Terminal {
  /** One line of what was asked for. */
  out(line: string): void
  /** One line about why the command could not run. */
  err(line: string): void
  /** Told how far a long command is; a program that reads JSON is spared it. */
  readonly progress?: Progress
}
