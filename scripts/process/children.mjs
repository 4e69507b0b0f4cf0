import { spawn } from 'node:child_process'
import os from 'node:os'

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} Where where a command runs, and with which variables */

/** @type {Set<import('node:child_process').ChildProcess>} */
const waitedFor = new Set()
let listening = false

/**
 * The exit code a shell would report.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const exitCodeOf = (code, signal) => code ?? 128 + (signal ? os.constants.signals[signal] : 0)

/**
 * From now on a signal to us goes to the commands we wait for, and we end after them, not before. Without it a
 * stopped `npm start` would leave a window, or an X server, behind.
 */
function listenForSignals() {
  if (listening) return
  listening = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (waitedFor.size === 0) process.exit(exitCodeOf(null, signal))
      for (const child of waitedFor) child.kill(signal)
    })
  }
}

/**
 * Makes sure that some work is done: when the returned function is called, or else when this process ends by any way
 * in which it can still do something. Never twice; a failure of it is not worth more than the end itself.
 * @param {() => void} work must be synchronous
 */
export function atExit(work) {
  listenForSignals()
  const once = () => {
    process.off('exit', once)
    try {
      work()
    } catch {
      // What was to be tidied is gone already.
    }
  }
  process.on('exit', once)
  return once
}

/**
 * Waits for a started command. Its exit code is that of a shell; it rejects only when the command cannot start.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function ended(child) {
  listenForSignals()
  waitedFor.add(child)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      waitedFor.delete(child)
      reject(error)
    })
    child.once('close', (code, signal) => {
      waitedFor.delete(child)
      resolve(exitCodeOf(code, signal))
    })
  })
}

/**
 * Runs a command on our own terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Where} where
 */
export const run = (command, args, where = {}) => ended(spawn(command, args, { ...where, stdio: 'inherit' }))

/**
 * Runs a command and keeps what it prints. `text` is both streams in the order they came, `stdout` the one alone.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Where} where
 * @returns {Promise<{ code: number, stdout: string, text: string }>}
 */
export async function runQuietly(command, args, where = {}) {
  const child = spawn(command, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk
    text += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  return { code: await ended(child), stdout, text }
}
