import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { atExit, exitCodeOf } from '../process/children.mjs'
import { say, secondsSince } from '../process/say.mjs'
import { executableIn, versionIn } from './executable.mjs'
import { attemptKey, forgetFailure, rememberedFailure, rememberFailure } from './failed-attempt.mjs'
import { watchGrowth } from './growth.mjs'

/** How long the installer may go without a new byte, and which failures are quick enough to simply repeat. */
export const patience = { withoutNews: 60_000, quick: 5_000 }

/**
 * @typedef {{ folder: string } | { reason: string }} Found the folder of an unpacked Electron, or why there is none
 *
 * @typedef Search
 * @property {string} packageFolder the installed npm package `electron`
 * @property {string} cache
 * @property {boolean} hasOtherWay whether a failure can be made good by another runtime
 * @property {NodeJS.ProcessEnv} env
 * @property {typeof patience} [limits]
 */

/**
 * The folder of the `electron` package's own Electron if it is there, whole and of the package's version; else null.
 * @param {string} packageFolder
 */
export function officialIfThere(packageFolder) {
  const folder = path.join(packageFolder, 'dist')
  const version = versionOf(packageFolder)
  // The installer writes path.txt when all else is in place.
  const isFinished = existsSync(path.join(packageFolder, 'path.txt'))
  return isFinished && executableIn(folder) && version && versionIn(folder) === version ? folder : null
}

/**
 * Downloads the `electron` package's own Electron, with its own installer. A download that failed after a long wait
 * is not tried again for a day, if there is another way.
 * @param {Search} search
 * @returns {Promise<Found>}
 */
export async function downloadOfficial({ packageFolder, cache, hasOtherWay, env, limits = patience }) {
  const version = versionOf(packageFolder)
  if (version === null) return { reason: 'the package electron is not installed (npm ci)' }

  const note = path.join(cache, 'official-download-failed.json')
  const key = attemptKey(version, env)
  const earlier = await rememberedFailure(note, key)
  if (earlier && hasOtherWay && !env['LECTERN_ELECTRON_RETRY']) {
    return { reason: `${earlier.reason} (${ago(earlier.at)}; LECTERN_ELECTRON_RETRY=1 tries again)` }
  }

  const began = performance.now()
  const trouble = await runInstaller(packageFolder, version, cache, env, limits)
  const folder = trouble === null ? officialIfThere(packageFolder) : null
  if (folder) {
    await forgetFailure(note)
    return { folder }
  }
  const reason = trouble ?? 'its installer ended well but left no Electron'
  if (performance.now() - began > limits.quick) await rememberFailure(note, { at: Date.now(), key, reason })
  return { reason }
}

/**
 * @param {string} packageFolder
 * @returns {string | null}
 */
function versionOf(packageFolder) {
  try {
    return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
  } catch {
    return null
  }
}

/**
 * Runs the installer of the `electron` package, and ends it when nothing has come for a while. A slow network may
 * take as long as it needs. Returns what went wrong, or null.
 * @param {string} packageFolder
 * @param {string} version
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {typeof patience} limits
 */
async function runInstaller(packageFolder, version, cache, env, limits) {
  await mkdir(cache, { recursive: true })
  const temporary = await mkdtemp(path.join(cache, 'download-'))
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
    env: { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (printed += text))
  /** @type {Promise<number>} */
  const end = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code, signal) => resolve(exitCodeOf(code, signal)))
  })
  const tidy = atExit(() => {
    child.kill('SIGKILL')
    rmSync(temporary, { recursive: true, force: true })
  })
  const growth = watchGrowth([temporary, path.join(packageFolder, 'dist')], {
    ...limits,
    tell: (bytes) => say(`Downloading Electron ${version}: ${Math.round(bytes / 1e6)} MB so far`),
  })
  try {
    const outcome = await Promise.race([end, growth.ended])
    if (outcome === 0) return null
    if (typeof outcome === 'number') return whyInstallerFailed(printed)
    return `nothing came for ${Math.round(limits.withoutNews / 1000)} s, ended after ${secondsSince(began)}`
  } finally {
    growth.stopWatching()
    child.kill('SIGKILL')
    await end
    tidy()
  }
}

/**
 * The line of an error's stack that says what happened.
 * @param {string} printed
 */
function whyInstallerFailed(printed) {
  const line =
    printed.split('\n').find((text) => /error|failed|response/i.test(text)) ?? 'its installer failed'
  return line.trim().replace(/^\w*Error: /, '')
}

/**
 * @param {number} moment
 */
const ago = (moment) => {
  const minutes = Math.round((Date.now() - moment) / 60_000)
  return minutes < 90 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`
}
