import type { Command } from 'commander'
import { check } from './check'
import { addDateOptions, datesOf, type DateOptions } from './check-dates'
import { reportChecked, reportCheckedAsJson } from './check-report'
import { exitCodesHelp, type ExitCode } from './exit-codes'
import type { Terminal } from './terminal'

/** Adds `lectern check`. */
export function addCheckCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .copyInheritedSettings(program)
    .description(
      'Find every flaw of an authoring folder or a bundle: where it is, what it means and what to do about it.',
    )
    .argument('<path>', 'an authoring folder, a .lectern file, or the same unzipped into a folder')
    .option('--json', 'print one line of JSON for programs: { ok, flaws, coverage }')
  addDateOptions(command)
    .addHelpText('after', exitCodesHelp)
    .action(async (path: string, { json, ...dates }: DateOptions & { json?: true }) => {
      const report = json === true ? reportCheckedAsJson : reportChecked
      end(report(await check(path, datesOf(dates)), path, terminal))
    })
}
