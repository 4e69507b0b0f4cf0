import { existsSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from '../process/children.mjs'
import { Failure } from '../process/failure.mjs'
import { say, step } from '../process/say.mjs'
import { hasDisplay } from './display.mjs'
import { hasApt, installable, installWithApt } from './apt.mjs'

/**
 * What Electron needs of a Linux system: the file, and the Debian packages that may hold it, the newer name first.
 * All else comes with these. A file is looked for, not a package: names differ from one system to the next.
 */
export const needs = [
  { file: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { file: 'libnss3.so', packages: ['libnss3'] },
  { file: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { file: 'libgbm.so.1', packages: ['libgbm1'] },
  { file: 'libatspi.so.0', packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { file: 'libdrm.so.2', packages: ['libdrm2'] },
  { file: 'libxkbcommon.so.0', packages: ['libxkbcommon0'] },
  { file: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { file: 'Xvfb', packages: ['xvfb'] },
]

/**
 * Makes sure that Electron finds what it needs on a Linux system. As root on Debian or Ubuntu it installs what is
 * missing; otherwise it stops with the line to run.
 * @param {string} executable
 */
export async function ensureSystemLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = await missingFiles(executable)
  if (missing.length === 0) return
  const packages = needs.filter(({ file }) => missing.includes(file)).map((need) => need.packages)
  if (!hasApt() || packages.length === 0) {
    throw new Failure(`${inShort(missing)} Install what holds them, and try again.`)
  }
  if (process.getuid?.() !== 0) {
    throw new Failure(`${inShort(missing)} Run this, then try again:
  sudo apt-get install --no-install-recommends ${(await namesHere(packages)).join(' ')}`)
  }
  say(inShort(missing))
  await step('Installing them with apt-get', () => installWithApt(() => namesHere(packages)))
  const stillMissing = await missingFiles(executable)
  if (stillMissing.length > 0) throw new Failure(`${inShort(stillMissing)} It still does after the install.`)
}

/**
 * Of each package's names, the one that this system's apt knows.
 * @param {readonly (readonly string[])[]} packages
 */
async function namesHere(packages) {
  const known = await installable(packages.flat())
  return packages.map((names) => names.find((name) => known.has(name)) ?? String(names.at(-1)))
}

/** @param {readonly string[]} missing */
function inShort(missing) {
  const more = missing.length > 4 ? ` and ${missing.length - 3} more` : ''
  return `Electron needs files that this system lacks: ${missing.slice(0, more ? 3 : 4).join(', ')}${more}.`
}

/**
 * The needed files that this system lacks.
 * @param {string} executable
 */
async function missingFiles(executable) {
  const env = { ...process.env, LC_ALL: 'C' }
  const ldconfig = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig'
  const [linked, known] = await Promise.all([
    runQuietly('ldd', [executable], { env }).catch(() => ({ text: '' })),
    runQuietly(ldconfig, ['-p'], { env }).catch(() => ({ text: '' })),
  ])
  const programs = hasDisplay() ? [] : ['Xvfb'].filter((name) => !isOnPath(name))
  return [...missingLibraries(linked.text, known.text), ...programs]
}

/**
 * The libraries that are missing, from what `ldd` says of the executable and `ldconfig -p` of the system. The second
 * is asked too because a program may open a library by name without being linked to it; where it has no answer
 * (not every Linux has it) only the first counts.
 * @param {string} ldd
 * @param {string} ldconfig
 * @returns {string[]}
 */
export function missingLibraries(ldd, ldconfig) {
  const notFound = [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => String(name))
  const resolved = new Set([...ldd.matchAll(/^\s*(\S+) => \//gm)].map(([, name]) => name))
  const inSystem = new Set(
    [...ldconfig.matchAll(/^\s*(\S+) \(libc6,(?:x86-64|AArch64)/gm)].map(([, name]) => name),
  )
  const openedByName = needs.map(({ file }) => file).filter((file) => file.includes('.so'))
  const unseen =
    inSystem.size === 0 ? [] : openedByName.filter((file) => !inSystem.has(file) && !resolved.has(file))
  return [...new Set([...unseen, ...notFound])]
}

/** @param {string} name */
const isOnPath = (name) =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)))
