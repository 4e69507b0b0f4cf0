import type { Command } from 'commander'
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes'
import { init } from './init'
import type { Terminal } from './terminal'

/** Adds `lectern init`. */
export function addInitCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('init')
    .copyInheritedSettings(program)
    .description('Write a small authoring folder that packs without a flaw, with comments that teach.')
    .argument('<dir>', 'a folder that is empty or does not exist yet')
    .option('--json', 'print one line of JSON for programs: { ok, files } or { ok, why }')
    .addHelpText('after', exitCodesHelp)
    .action(async (dir: string, { json }: { json?: true }) => {
      const made = await init(dir, new Date().toISOString().slice(0, 10))
      const isMade = made.is === 'made'
      if (json === true)
        terminal.out(JSON.stringify(isMade ? { ok: true, files: made.files } : { ok: false, why: made.why }))
      else if (!isMade) terminal.err(`${dir} was not made: ${made.why}`)
      else {
        for (const file of made.files) terminal.out(`${dir}/${file}`)
        terminal.out(`Next: lectern check ${dir}`)
      }
      end(isMade ? exitCodes.done : exitCodes.couldNotRun)
    })
}
