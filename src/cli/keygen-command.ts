import type { Command } from 'commander'
import { MinisignError } from '../library'
import { exitCodes, exitCodesHelp, type ExitCode } from './exit-codes'
import { standingKey, writeKeyPair, type KeyPair } from './keygen'
import { newPasswordFrom, passwordVariable, processSource, type PasswordSource } from './sign-password'
import type { Terminal } from './terminal'

/** The options of `lectern keygen`, as typed. */
export interface KeygenOptions {
  /** False with `--no-password`. */
  readonly password: boolean
  readonly force?: true
  readonly json?: true
}

/** Adds `lectern keygen`. */
export function addKeygenCommand(
  program: Command,
  terminal: Terminal,
  ended: (code: ExitCode) => void,
): void {
  program
    .command('keygen')
    .copyInheritedSettings(program)
    .description(
      'Make a pair of keys to sign bundles with: <name>.key, which you keep to yourself, and <name>.pub, which you ' +
        'give to your readers. minisign reads and writes the same files.',
    )
    .argument('<name>', 'path and name of the two files, without an ending')
    .option('--no-password', 'do not protect the key: whoever has the file can sign as you')
    .option('--force', 'replace keys of this name, which are then lost')
    .option('--json', 'print one line of JSON for programs: { ok, keyId, fingerprint, key, pub }')
    .addHelpText(
      'after',
      `\nThe password is taken from the variable ${passwordVariable}, or asked for twice.`,
    )
    .addHelpText('after', exitCodesHelp)
    .action(async (name: string, options: KeygenOptions) => {
      ended(await keygen(name, options, { source: processSource(), terminal }))
    })
}

/** Makes a pair of keys and tells of it. */
export async function keygen(
  name: string,
  { password, force, json }: KeygenOptions,
  { source, terminal }: { readonly source: PasswordSource; readonly terminal: Terminal },
): Promise<ExitCode> {
  const made = await make(name, { isProtected: password, force: force === true }, source)
  if (typeof made === 'string') {
    if (json === true) terminal.out(JSON.stringify({ ok: false, why: made }))
    else terminal.err(`No keys were made: ${made}.`)
    return exitCodes.couldNotRun
  }
  if (json === true) terminal.out(JSON.stringify({ ok: true, ...made }))
  else {
    terminal.out(
      `${made.key}: the secret key. Whoever has it${password ? ' and its password' : ''} can sign as you.`,
    )
    terminal.out(`${made.pub}: the public key ${made.keyId}. Give it to your readers.`)
    terminal.out(`Fingerprint ${made.fingerprint}`)
    terminal.out(
      'Publish the fingerprint where readers trust it: they compare it with the one that Lectern shows.',
    )
  }
  return exitCodes.done
}

/** The pair, or why there is none. */
async function make(
  name: string,
  { isProtected, force }: { readonly isProtected: boolean; readonly force: boolean },
  source: PasswordSource,
): Promise<KeyPair | string> {
  const standing = force ? null : await standingKey(name)
  if (standing !== null) return `${standing} is there already; use --force to replace it`
  const answer = isProtected ? await newPasswordFrom(source) : null
  if (answer?.is === 'none') return `no password; set ${passwordVariable}, or use --no-password`
  if (answer?.is === 'unequal') return 'the two passwords differ'
  try {
    return await writeKeyPair({ name, password: answer?.password ?? null, force })
  } catch (error) {
    if (error instanceof MinisignError || (error instanceof Error && 'syscall' in error)) return error.message
    throw error
  }
}
