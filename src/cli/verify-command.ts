import type { Command } from 'commander'
import { exitCodesHelp, type ExitCode } from './exit-codes'
import type { Terminal } from './terminal'
import { verify } from './verify'
import { reportVerified, reportVerifiedAsJson } from './verify-report'

/** Adds `lectern verify`. */
export function addVerifyCommand(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  program
    .command('verify')
    .copyInheritedSettings(program)
    .description(
      'Read every byte of a bundle: the container, each hash, each file by its schema, the signature.',
    )
    .argument('<bundle>', 'a .lectern file, or the same unzipped into a folder')
    .option('--key <file>', "the publisher's public key; the bundle must be signed with it")
    .option('--json', 'print one line of JSON for programs: { ok, bundle, files, octets, signature, flaws }')
    .addHelpText('after', exitCodesHelp)
    .action(async (path: string, { key, json }: { key?: string; json?: true }) => {
      const report = json === true ? reportVerifiedAsJson : reportVerified
      end(report(await verify(path, key ?? null), path, terminal))
    })
}
