import { Failure } from './failure.mjs'
import { say } from './say.mjs'

/**
 * Runs a whole script. The number it returns is the exit code; a failure is told and makes it 1.
 * @param {() => Promise<number | void>} work
 */
export async function script(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    say(error instanceof Failure ? error.message : String((error instanceof Error && error.stack) || error))
    process.exitCode = 1
  }
}
