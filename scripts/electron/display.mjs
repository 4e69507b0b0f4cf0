import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atExit } from '../process/children.mjs'
import { Failure } from '../process/failure.mjs'
import { say } from '../process/say.mjs'
import { randomAuthority } from './x-authority.mjs'

const screen = '1600x1000x24'
const startsWithin = 20_000

/**
 * Whether a window has somewhere to appear. Only on Linux can there be nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/**
 * The variables that lead a window to a display: those given, or those of an X server without a screen that is
 * started now and stopped when this process ends.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function ensureDisplay(env = process.env) {
  if (hasDisplay(env)) return env
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-display-'))
  const [authority, log] = [path.join(folder, 'authority'), path.join(folder, 'log')]
  writeFileSync(authority, randomAuthority(), { mode: 0o600 })
  const options = [
    '-screen',
    '0',
    screen,
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
    '-displayfd',
    '3',
  ]
  // A file, not a pipe: the server may still have something to say when nobody listens any more.
  const words = openSync(log, 'w')
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', words, 'pipe'], detached: true })
  closeSync(words)
  atExit(() => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const number = await displayNumber(server)
  if (number === null)
    throw new Failure(`The virtual display (Xvfb) did not start. ${readFileSync(log, 'utf8').trim()}`)
  server.unref()
  say(`No display here: using a virtual one (Xvfb :${number}, ${screen})`)
  return { ...env, DISPLAY: `:${number}`, XAUTHORITY: authority }
}

/**
 * The number of the free display that the server chose, or null when it ends or takes too long. It writes the number
 * and the line's end one after the other, and dies if we close the pipe in between: so we read until it closes it.
 * @param {import('node:child_process').ChildProcess} server
 */
async function displayNumber(server) {
  const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3])
  let text = ''
  answer.setEncoding('utf8').on('data', (part) => (text += part))
  const stop = new AbortController()
  try {
    await Promise.race([
      once(answer, 'end', stop),
      once(server, 'exit', stop),
      pause(startsWithin, null, stop),
    ])
  } finally {
    stop.abort()
    answer.destroy()
  }
  return /^(\d+)\n$/.exec(text)?.[1] ?? null
}
