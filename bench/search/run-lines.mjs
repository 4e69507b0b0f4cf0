import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/**
 * What a program under test printed for some queries. `opened` is what it took to be ready to answer: milliseconds, and
 * bytes of memory that stay in use.
 *
 * @typedef {{ id: string, hits: string[], milliseconds: number }} Timed
 * @typedef {{ opened: { milliseconds: number, memory: number, bytes: number }, answers: Timed[] }} Answered
 */

/**
 * Runs Node on a program that prints lines of JSON. `peak` is the largest resident size that was seen, in bytes; NaN
 * where there is no /proc.
 *
 * @param {readonly string[]} args
 * @param {readonly number[]} good exit codes that are no failure
 * @returns {Promise<{ lines: any[], peak: number }>}
 */
export async function runLines(args, good = [0]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [peak, told] = [NaN, '']
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? NaN)
    if (!Number.isNaN(kilobytes)) peak = kilobytes * 1024
  }, 100)
  child.stderr.on('data', (text) => (told = (told + text).slice(-2_000)))
  const ended = new Promise((/** @type {(code: number | null) => void} */ done) => child.on('close', done))
  const lines = []
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{')) lines.push(JSON.parse(line))
  const code = await ended
  clearInterval(watch)
  if (!good.includes(code ?? -1)) throw new Error(`${args.join(' ')} ended with ${code}: ${told}`)
  return { lines, peak }
}
