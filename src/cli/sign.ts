import { FlawError, type Flaw } from '../bundle'
import { signBundle, type Signed } from '../library'
import { exitCodes, type ExitCode } from './exit-codes'
import { flawLine, flawRecord } from './flaw-lines'
import { openSecretKey } from './sign-key'
import type { PasswordSource } from './sign-password'
import type { Terminal } from './terminal'

/** What signing a bundle gave. */
export type SignResult =
  | { readonly is: 'signed'; readonly signed: Signed }
  /** The bundle has a flaw that stops it. */
  | { readonly is: 'flawed'; readonly flaw: Flaw }
  /** The key cannot be used, or there is no such bundle, or it cannot be written. */
  | { readonly is: 'not run'; readonly flaw: Flaw | null; readonly why: string }

/** Signs a bundle that was packed before. When it fails the bundle is as it was. */
export async function sign(bundle: string, keyFile: string, source: PasswordSource): Promise<SignResult> {
  try {
    return { is: 'signed', signed: await signBundle(bundle, await openSecretKey(keyFile, source)) }
  } catch (error) {
    if (error instanceof FlawError) {
      const { flaw } = error
      const isBundle = flaw.code !== 'BAD_KEY' && flaw.code !== 'CANNOT_READ'
      return isBundle ? { is: 'flawed', flaw } : { is: 'not run', flaw, why: '' }
    }
    if (error instanceof Error && 'syscall' in error) return { is: 'not run', flaw: null, why: error.message }
    throw error
  }
}

/** Tells a person how signing went. */
export function reportSigned(result: SignResult, bundle: string, terminal: Terminal): ExitCode {
  if (result.is === 'signed') {
    const { keyId, trustedComment, replaced } = result.signed
    const instead = replaced === null ? '' : `; the signature of key ${replaced} was taken out`
    terminal.out(`${bundle}: signed with key ${keyId}, trusted comment "${trustedComment}"${instead}.`)
    return exitCodes.done
  }
  if (result.is === 'flawed') {
    terminal.out(flawLine(result.flaw))
    terminal.out(`${bundle} was not signed.`)
    return exitCodes.flaws
  }
  if (result.flaw !== null) terminal.err(flawLine(result.flaw))
  terminal.err(`${bundle} was not signed${result.why === '' ? '' : `: ${result.why}`}.`)
  return exitCodes.couldNotRun
}

/** Tells a program how signing went, as one line of JSON. */
export function reportSignedAsJson(result: SignResult, bundle: string, terminal: Terminal): ExitCode {
  const flaw = result.is === 'signed' ? null : result.flaw
  const record = {
    ok: result.is === 'signed',
    bundle,
    flaws: flaw === null ? [] : [flawRecord(flaw)],
    ...(result.is === 'signed' ? result.signed : {}),
    ...(result.is === 'not run' && result.why !== '' ? { why: result.why } : {}),
  }
  terminal.out(JSON.stringify(record))
  if (result.is === 'signed') return exitCodes.done
  return result.is === 'flawed' ? exitCodes.flaws : exitCodes.couldNotRun
}
