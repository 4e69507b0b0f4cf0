import { exitCodes } from './exit-codes'
import { progressOn } from './progress'
import { run } from './run'

/*
 * `lectern`, the command line. The exit code is set, not forced, so that everything printed reaches a pipe.
 */

// Whoever closes the pipe, as `| head` does, has read enough. A command that had all its answers ready still ends with
// the exit code they stand for: it is set before the next turn.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  setImmediate(() => process.exit())
})

try {
  process.exitCode = await run(process.argv.slice(2), {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    progress: progressOn(process.stderr),
  })
} catch (error) {
  console.error(error)
  process.exitCode = exitCodes.couldNotRun
}
