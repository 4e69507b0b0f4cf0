import { Command, CommanderError } from 'commander'
import { addCheckCommand } from './check-command'
import { addDateOptions, datesOf, type DateOptions } from './check-dates'
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes'
import { addKeygenCommand } from './keygen-command'
import { addInitCommand } from './init-command'
import { pack } from './pack'
import { reportPacked, reportPackedAsJson } from './pack-report'
import { addPreviewCommand } from './preview-command'
import { addSchemaCommand } from './schema-command'
import { addSearchCommand } from './search-command'
import { addStatsCommand } from './stats-command'
import { addSignCommand, passwordHelp } from './sign-command'
import { openSecretKey } from './sign-key'
import { processSource } from './sign-password'
import type { Terminal } from './terminal'
import { addVerifyCommand } from './verify-command'

interface PackOptions extends DateOptions {
  readonly out: string
  readonly key?: string
  readonly json?: true
}

/** Runs `lectern` with the arguments after its name and says how it ended. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ended: ExitCode = exitCodes.done
  const program = new Command('lectern')
    .description('Makes bundles for Lectern, the offline reading desk.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .showHelpAfterError('Run it with --help to see how it is used.')
    .addHelpText('after', exitCodesHelp)

  const packing = program
    .command('pack')
    .copyInheritedSettings(program)
    .description(
      'Check an authoring folder and pack it into a bundle. Nothing is written when it has errors.',
    )
    .argument('<dir>', 'the authoring folder, which holds bundle.yaml')
    .requiredOption('--out <file>', 'the bundle to write, such as ldn.lectern')
    .option('--key <file>', 'sign the bundle with this secret key')
    .option('--json', 'print one line of JSON for programs: { ok, flaws, coverage, … }')
  addDateOptions(packing)
    .addHelpText('after', passwordHelp)
    .addHelpText('after', exitCodesHelp)
    .action(async (dir: string, { out, key, json, ...dates }: PackOptions) => {
      const report = json === true ? reportPackedAsJson : reportPacked
      const openKey = key === undefined ? null : () => openSecretKey(key, processSource())
      const progress = json === true ? undefined : terminal.progress
      ended = report(await pack(dir, out, openKey, datesOf(dates), progress), out, terminal)
    })

  const end = (code: ExitCode): void => {
    ended = code
  }
  addInitCommand(program, terminal, end)
  addCheckCommand(program, terminal, end)
  addVerifyCommand(program, terminal, end)
  addSearchCommand(program, terminal, end)
  addStatsCommand(program, terminal, end)
  addPreviewCommand(program, terminal, end)
  addSignCommand(program, terminal, end)
  addKeygenCommand(program, terminal, end)
  addSchemaCommand(program, terminal, end)

  try {
    await program.parseAsync(args, { from: 'user' })
    return ended
  } catch (error) {
    // Commander has told what was wrong with the arguments, or has printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.couldNotRun
    throw error
  }
}
