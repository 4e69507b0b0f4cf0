import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Where a password comes from when the environment does not hold it: the terminal, or streams in a test. */
export interface PasswordSource {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  /** Where the question is put. Not the standard output, which may go into a file or another program. */
  readonly output: { write(text: string): unknown }
}

/** The variable that holds the password where nobody sits at the terminal. */
export const passwordVariable = 'LECTERN_KEY_PASSWORD'

/** The terminal that `lectern` was started in. */
export const processSource = (): PasswordSource => ({
  env: process.env,
  input: process.stdin,
  output: process.stderr,
})

/**
 * The password from the environment, else typed in answer to the question. Null when there is neither a variable nor a
 * terminal, or when the typing was broken off.
 */
export async function passwordFrom(source: PasswordSource, question: string): Promise<string | null> {
  return source.env[passwordVariable] ?? typed(source, question)
}

/** What asking for a new password gave. */
export type NewPassword =
  | { readonly is: 'given'; readonly password: string }
  | { readonly is: 'none' }
  /** It was typed in two ways. */
  | { readonly is: 'unequal' }

/** A new password: from the environment, else typed twice, because a mistake in it would lose the key. */
export async function newPasswordFrom(source: PasswordSource): Promise<NewPassword> {
  const first = await passwordFrom(source, 'New password for the key: ')
  if (first === null || first === '') return { is: 'none' }
  if (source.env[passwordVariable] !== undefined) return { is: 'given', password: first }
  const second = await typed(source, 'The same once more: ')
  return second === first ? { is: 'given', password: first } : { is: 'unequal' }
}

/** Asks and shows nothing of what is typed. */
function typed({ input, output }: PasswordSource, question: string): Promise<string | null> {
  if (input.isTTY !== true) return Promise.resolve(null)
  // In its terminal mode readline turns the terminal's own echo off and writes every sign itself: into nothing, here.
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nothing, terminal: true, historySize: 0 })
  output.write(question)
  return new Promise((resolve) => {
    const end = (password: string | null): void => {
      resolve(password)
      lines.close()
    }
    lines.once('line', end)
    lines.once('SIGINT', () => end(null))
    lines.once('close', () => {
      output.write('\n')
      resolve(null)
    })
  })
}
