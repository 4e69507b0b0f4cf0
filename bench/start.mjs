import { spawn } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { median } from './measure.mjs'

const root = resolve(import.meta.dirname, '..')

/**
 * Measures the start of the desk and of an empty Electron window, one after the other so that both meet the same machine:
 * from the process being spawned to everything painted (`median`), and to the text painted that the window starts on
 * (`text`). Milliseconds; memory in MiB is the resident size of all processes of the app, half a second after painting.
 *
 * @param {string} electron path of the runtime
 * @param {number} rounds how often each is started
 */
export async function measureStart(electron, rounds) {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const profile = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  const kinds = {
    empty: [...sandbox, join(root, 'bench/empty'), `--user-data-dir=${join(profile, 'empty')}`],
    overview: [...sandbox, root, 'lectern://ldn/', '--say-painted', '--size=1440x900'],
    condition: [
      ...sandbox,
      root,
      'lectern://ldn/conditions/fibromyalgia',
      '--say-painted',
      '--size=1440x900',
    ],
  }
  /** @type {Record<string, { milliseconds: number[], text: number[], memory: number[] }>} */
  const seen = Object.fromEntries(
    Object.keys(kinds).map((kind) => [kind, { milliseconds: [], text: [], memory: [] }]),
  )
  // The first start of each fills the system's caches and is not counted.
  for (let round = -1; round < rounds; round++) {
    for (const [kind, args] of Object.entries(kinds)) {
      const { milliseconds, text, memory } = await startOnce(electron, args, join(profile, 'desk'))
      if (round < 0) continue
      seen[kind]?.milliseconds.push(milliseconds)
      seen[kind]?.text.push(text)
      seen[kind]?.memory.push(memory)
    }
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  return Object.fromEntries(
    Object.entries(seen).map(([kind, { milliseconds, text, memory }]) => [
      kind,
      {
        median: median(milliseconds),
        text: median(text),
        memory: median(memory),
        all: milliseconds.map(Math.round),
      },
    ]),
  )
}

/**
 * @param {string} electron
 * @param {string[]} args
 * @param {string} userData
 * @returns {Promise<{ milliseconds: number, text: number, memory: number }>}
 */
async function startOnce(electron, args, userData) {
  const started = performance.now()
  const child = spawn(electron, args, {
    env: { ...process.env, LECTERN_USER_DATA: userData },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let before = NaN
  const milliseconds = await new Promise((/** @type {(time: number) => void} */ done, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      before = Number(/^text painted (\d+) ms before$/.exec(line)?.[1] ?? before)
      if (line === 'painted') done(performance.now() - started)
    })
    child.on('exit', (code) => fail(new Error(`it ended with ${code} before anything was painted`)))
    child.on('error', fail)
  })
  child.removeAllListeners('exit')
  await new Promise((resolve) => setTimeout(resolve, 500))
  const memory = await residentSize(child.pid ?? 0)
  await new Promise((resolve) => {
    child.on('exit', resolve)
    child.kill()
  })
  return { milliseconds, text: milliseconds - before, memory }
}

/**
 * Proportional resident memory of a process and all below it, in MiB; NaN where there is no /proc.
 * @param {number} pid
 */
export async function residentSize(pid) {
  try {
    const pids = await familyOf(pid)
    const sizes = await Promise.all(
      pids.map(async (one) => {
        const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '')
        return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
      }),
    )
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  } catch {
    return NaN // not Linux
  }
}

/**
 * A process and all below it.
 * @param {number} pid
 */
async function familyOf(pid) {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(
    all.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      return [Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]
    }),
  )
  const family = [pid]
  for (let at = 0; at < family.length; at++) {
    for (const [child, parent] of parents)
      if (parent === family[at] && child !== undefined) family.push(child)
  }
  return family
}
