import type { Command } from 'commander'
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes'
import { schemaFolder, writeSchemas } from './schema'
import type { Terminal } from './terminal'

/** Adds `lectern schema`. */
export function addSchemaCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('schema')
    .copyInheritedSettings(program)
    .description('Write the JSON Schemas of the format, for editors and for other readers.')
    .requiredOption('--out <dir>', `the folder to write to, such as ${schemaFolder} of an authoring folder`)
    .option('--json', 'print one line of JSON for programs: { ok, files } or { ok, why }')
    .addHelpText('after', exitCodesHelp)
    .action(async ({ out, json }: { out: string; json?: true }) => {
      const written = await writeSchemas(out)
      const isWritten = written.is === 'written'
      if (json === true)
        terminal.out(
          JSON.stringify(isWritten ? { ok: true, files: written.files } : { ok: false, why: written.why }),
        )
      else if (!isWritten) terminal.err(`No schemas were written to ${out}: ${written.why}`)
      else for (const file of written.files) terminal.out(`${out}/${file}`)
      end(isWritten ? exitCodes.done : exitCodes.couldNotRun)
    })
}
