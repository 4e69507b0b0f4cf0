import { performance } from 'node:perf_hooks'

/** Whether the line on the screen is still waiting for its seconds. */
let lineIsOpen = false

/**
 * Tells the person one thing, on stderr: stdout belongs to the app and to `electron-path`.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(lineIsOpen ? `\n${line}\n` : `${line}\n`)
  lineIsOpen = false
}

/**
 * How long something took, for people.
 * @param {number} began a moment of `performance.now()`
 */
export const secondsSince = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`

/**
 * Does one step of the work, on one line of the screen: its name first, its seconds when it is done.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now()
  if (lineIsOpen) process.stderr.write('\n')
  process.stderr.write(`${name} …`)
  lineIsOpen = true
  try {
    const result = await work()
    process.stderr.write(lineIsOpen ? ` ${secondsSince(began)}\n` : `${name}: ${secondsSince(began)}\n`)
    return result
  } catch (error) {
    if (lineIsOpen) process.stderr.write(' failed\n')
    throw error
  } finally {
    lineIsOpen = false
  }
}
