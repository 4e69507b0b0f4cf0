import { existsSync } from 'node:fs'
import { runQuietly } from '../process/children.mjs'
import { mustRun } from '../process/tools.mjs'

/** Whether this is Debian, Ubuntu or one of their kind. */
export const hasApt = () => existsSync('/usr/bin/apt-get')

const plain = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
const waitForOthers = ['-o', 'DPkg::Lock::Timeout=120']

/**
 * Which of these packages apt could install here.
 * @param {readonly string[]} names
 */
export async function installable(names) {
  const { text } = await runQuietly('apt-cache', ['policy', ...names], { env: plain })
  return withCandidate(text)
}

/**
 * The names with something to install, in the words of `apt-cache policy`. A name that only newer packages provide
 * has none.
 * @param {string} policy
 */
export const withCandidate = (policy) =>
  new Set(
    [...policy.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (?!\(none\))/gm)].map(([, name]) =>
      String(name),
    ),
  )

/**
 * Installs packages as root. They are named after the lists are fresh: a bare image has none before.
 * @param {() => Promise<string[]>} choosePackages
 */
export async function installWithApt(choosePackages) {
  await mustRun('apt-get update', ['apt-get', ...waitForOthers, 'update'], { env: plain })
  const install = ['apt-get', ...waitForOthers, 'install', '--yes', '--no-install-recommends']
  const names = await choosePackages()
  await mustRun('apt-get install', [.../** @type {[string]} */ (install), ...names], { env: plain })
}
