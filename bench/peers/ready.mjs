import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

/**
 * Makes sure of SQLite, which only this benchmark needs: installs it into this folder when it is not there. Returns why
 * it cannot be had, or null. Without it the benchmark runs on.
 *
 * @returns {string | null}
 */
export function readySqlite() {
  if (opens()) return null
  console.log(
    'Installing better-sqlite3 into bench/peers, once; it may have to be compiled, which takes minutes …',
  )
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 15 * 60_000,
  })
  if (status === 0 && opens()) return null
  const why =
    (stderr ?? '').split('\n').find((line) => /ERR|error/i.test(line)) ?? 'npm install did not end well'
  return `better-sqlite3 cannot be installed here (${why.trim()}); run "npm install" in bench/peers to see more`
}

function opens() {
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}
