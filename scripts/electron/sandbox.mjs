import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Settings by which a kernel keeps users from making the namespaces that Chromium's sandbox is built of. */
const bars = [
  { file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', value: '1' },
  { file: '/proc/sys/kernel/unprivileged_userns_clone', value: '0' },
  { file: '/proc/sys/user/max_user_namespaces', value: '0' },
]

/**
 * What to tell beforehand where Chromium's sandbox may not start, or null. On some systems (Ubuntu since 23.10) it
 * needs a helper that root has marked; Chromium says so at length while it stops. Only a word, because a system may
 * allow us in a way we cannot see; and the sandbox stays on, since the app opens files that strangers wrote.
 * @param {string} folder of the runtime
 * @param {{ platform?: NodeJS.Platform, uid?: number | undefined, read?: (file: string) => string }} system
 */
export function sandboxAdvice(
  folder,
  { platform = process.platform, uid = process.getuid?.(), read = text } = {},
) {
  if (platform !== 'linux' || uid === 0) return null
  const helper = path.join(folder, 'chrome-sandbox')
  if (!bars.some(({ file, value }) => read(file).trim() === value) || isMarked(helper)) return null
  return `This system may keep Chromium's sandbox from starting. If the app stops at once, run:
  sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`
}

/**
 * A setting's text; empty where this kernel does not have it.
 * @param {string} file
 */
function text(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} helper */
function isMarked(helper) {
  const stats = statSync(helper, { throwIfNoEntry: false })
  return stats !== undefined && stats.uid === 0 && (stats.mode & 0o4000) !== 0
}
