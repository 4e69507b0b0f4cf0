import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Where the program lies inside an unpacked Electron.
 * @param {NodeJS.Platform} platform
 */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * The program in a folder that should hold an unpacked Electron, or null when there is none that can be run.
 * @param {string} folder
 * @param {NodeJS.Platform} platform
 */
export function executableIn(folder, platform = process.platform) {
  const file = path.join(folder, executableName(platform))
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

/**
 * The version that an unpacked Electron says it is, or null. Each official one carries a file `version`.
 * @param {string} folder
 */
export function versionIn(folder) {
  try {
    return readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return null
  }
}
