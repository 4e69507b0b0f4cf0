import type { Command } from 'commander'
import { exitCodesHelp, type ExitCode } from './exit-codes'
import { reportSigned, reportSignedAsJson, sign } from './sign'
import { processSource } from './sign-password'
import type { Terminal } from './terminal'

/** What `--help` says about passwords, for every command that takes a secret key. */
export const passwordHelp = `
The password of the key is taken from the variable LECTERN_KEY_PASSWORD, or asked for.`

/** Adds `lectern sign`. */
export function addSignCommand(program: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  program
    .command('sign')
    .copyInheritedSettings(program)
    .description(
      'Sign a bundle that was packed before, for readers who know your public key. Every file of it is checked ' +
        'first; all but the signature stays as it is. A signature that was there is replaced.',
    )
    .argument('<bundle>', 'the bundle, a file or the same unzipped into a folder')
    .requiredOption('--key <file>', 'your secret key, as "lectern keygen" or "minisign -G" wrote it')
    .option('--json', 'print one line of JSON for programs: { ok, bundle, keyId, trustedComment, … }')
    .addHelpText('after', passwordHelp)
    .addHelpText('after', exitCodesHelp)
    .action(async (bundle: string, { key, json }: { key: string; json?: true }) => {
      const report = json === true ? reportSignedAsJson : reportSigned
      ended(report(await sign(bundle, key, processSource()), bundle, terminal))
    })
}
