import type { Command } from 'commander'
import { exitCodesHelp, type ExitCode } from './exit-codes'
import { statsOf } from './stats'
import { reportStats, reportStatsAsJson } from './stats-report'
import type { Terminal } from './terminal'

/** Adds `lectern stats`. */
export function addStatsCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('stats')
    .copyInheritedSettings(program)
    .description('Tell what a bundle holds: sizes, counts, coverage, the largest files.')
    .argument('<bundle>', 'a .lectern file, or the same unzipped into a folder')
    .option(
      '--json',
      'print one line of JSON for programs: { ok, bundle, sizes, counts, coverage, largest, … }',
    )
    .addHelpText('after', exitCodesHelp)
    .action(async (path: string, { json }: { json?: true }) => {
      const report = json === true ? reportStatsAsJson : reportStats
      end(report(await statsOf(path), path, terminal))
    })
}
