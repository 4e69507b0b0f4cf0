import type { Coverage, Flaw } from '../bundle'
import { exitCodes, type ExitCode } from './exit-codes'
import { flawLine, flawRecord } from './flaw-lines'
import { isWarning } from './pack'
import type { Terminal } from './terminal'

/** What a look at a folder or a bundle gave. */
export interface Checked {
  /** Every flaw, by file and line. */
  readonly flaws: readonly Flaw[]
  /** Null when so little could be read that there was nothing to count. */
  readonly coverage: Coverage | null
}

/**
 * How a command ends that found these flaws. What is not there, or may not be read, is no flaw of the content: the
 * command could not run.
 */
export function exitCodeFor(flaws: readonly Flaw[]): ExitCode {
  if (flaws.some(({ code, at }) => code === 'NO_FOLDER' || (code === 'CANNOT_READ' && at === '')))
    return exitCodes.couldNotRun
  return flaws.every(isWarning) ? exitCodes.done : exitCodes.flaws
}

/** Tells a person what was found. When the command could not run, nothing goes to standard output. */
export function reportChecked({ flaws, coverage }: Checked, path: string, terminal: Terminal): ExitCode {
  const code = exitCodeFor(flaws)
  tellFlaws(flaws, code, path, terminal)
  if (code === exitCodes.couldNotRun) return code
  terminal.out([countFlaws(flaws), ...(coverage === null ? [] : [coverageText(coverage)])].join('; ') + '.')
  return code
}

/** Tells a program what was found, as one line of JSON. */
export function reportCheckedAsJson({ flaws, coverage }: Checked, _: string, terminal: Terminal): ExitCode {
  const code = exitCodeFor(flaws)
  terminal.out(JSON.stringify({ ok: code === exitCodes.done, flaws: flaws.map(flawRecord), coverage }))
  return code
}

/** One line for each flaw: on standard output, or on standard error when the command could not run. */
export function tellFlaws(flaws: readonly Flaw[], code: ExitCode, path: string, terminal: Terminal): void {
  const isAnswer = code !== exitCodes.couldNotRun
  for (const flaw of flaws) {
    // A flaw of the whole names no file of it, and a person may have named several.
    const line = flawLine(flaw.at === '' ? { ...flaw, at: path } : flaw)
    if (isAnswer) terminal.out(line)
    else terminal.err(line)
  }
}

/** `2 errors, 1 warning` */
export function countFlaws(flaws: readonly Flaw[]): string {
  const warnings = flaws.filter(isWarning).length
  return [counted(flaws.length - warnings, 'error'), counted(warnings, 'warning')].join(', ')
}

/** `3 statements, 3 with a finding and 2 with a passage; …` */
export const coverageText = (coverage: Coverage): string =>
  [
    `${counted(coverage.statements, 'statement')}, ${coverage.withFinding} with a finding and ` +
      `${coverage.withPassage} with a passage`,
    `${counted(coverage.findings, 'finding')}, ${coverage.noEvidenceFound} of no evidence found`,
    counted(coverage.passages, 'passage'),
  ].join('; ')

/** `1 file`, `2 files` */
export const counted = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`
