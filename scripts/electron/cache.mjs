import os from 'node:os'
import path from 'node:path'
import { callerFolder } from '../project.mjs'

/**
 * Where runtimes and notes about them are kept: outside the working tree, so a fresh clone finds them again.
 * @param {NodeJS.ProcessEnv} env
 */
export function electronCache(env = process.env) {
  const base =
    env['LECTERN_CACHE'] || path.join(env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'lectern')
  return path.resolve(callerFolder(env), base, 'electron')
}
