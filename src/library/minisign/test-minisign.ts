import { execFile, execFileSync, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { showKeyId } from './public-key'
import type { SecretKey } from './secret-key'

/* For tests of signatures: the real programs where they are installed, and random keys. */

/** Whether a program can be run here. */
export function has(program: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a program; what it printed. Rejects when it ends with another code than 0. */
export const runProgram = async (program: string, args: readonly string[], cwd: string): Promise<string> =>
  (await promisify(execFile)(program, args, { cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' } })).stdout

/** Runs a program that asks for things and answers it; whether it ended well. */
export const answerProgram = (
  program: string,
  args: readonly string[],
  { cwd, answers }: { readonly cwd: string; readonly answers: string },
): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['pipe', 'ignore', 'ignore'] })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
    child.stdin.end(answers)
  })

/** Any key that could be made. */
export const anyKey: fc.Arbitrary<SecretKey> = fc
  .record({
    id: fc.uint8Array({ minLength: 8, maxLength: 8 }),
    seed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  })
  .map(({ id, seed }) => ({ keyId: showKeyId(id), seed: new Uint8Array(seed) }))

/** The refusal that an action ends in, or `none`. */
export async function refusalOf(action: () => unknown): Promise<string> {
  try {
    await action()
    return 'none'
  } catch (error) {
    if (error instanceof Error && 'refusal' in error) return String(error.refusal)
    throw error
  }
}
