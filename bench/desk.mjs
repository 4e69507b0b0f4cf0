import { _electron } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { summary } from './measure.mjs'

const root = resolve(import.meta.dirname, '..')
const queries = [
  'fibromyalgia',
  'vivid dreams',
  'crohn endoscopic response',
  'thyroid antibodies',
  '4.5 mg opioid',
]

/**
 * Measures in the running desk, in milliseconds: from a click on a statement to the frame that shows its passage
 * whole and marked; from each keystroke of a query to the frame that shows its results; and the longest time that the
 * window was busy meanwhile, 0 when never for 50 ms (a "long task").
 *
 * @param {string} electron path of the runtime
 * @param {number} rounds how often the page's statements are walked
 */
export async function measureDesk(electron, rounds) {
  const userData = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, root, 'lectern://ldn/conditions/fibromyalgia', '--size=1440x900'],
    env: { ...process.env, LECTERN_USER_DATA: userData },
  })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector('html[data-ready="true"]')
    const clicks = await page.evaluate(walkStatements, rounds)
    await page.keyboard.press('Control+k')
    const { times, longestTask } = await page.evaluate(typeQueries, queries)
    return { clickToPassage: summary(clicks), keyToResults: summary(times), longestTask }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Runs in the page.
 * @param {number} rounds
 */
async function walkStatements(rounds) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const isShown = () => {
    const mark = document.querySelector('[data-passage][aria-current="true"]')
    const box = mark?.closest('[data-pane-body]')?.getBoundingClientRect()
    const own = mark?.getBoundingClientRect()
    return box && own && own.height > 0 && own.top >= box.top - 1 && own.bottom <= box.bottom + 1
  }
  const times = []
  for (let round = 0; round < rounds; round++) {
    for (const statement of document.querySelectorAll('[data-statement]')) {
      if (statement.getAttribute('aria-current')) continue
      const start = performance.now()
      if (statement instanceof HTMLElement) statement.click()
      do await frame()
      while (statement.getAttribute('aria-current') !== 'true' && performance.now() - start < 5000)
      while (!isShown() && performance.now() - start < 600) await frame()
      // A statement that rests on "no evidence found" has no passage to show, and is not counted.
      if (isShown()) times.push(performance.now() - start)
    }
  }
  return times
}

/**
 * Runs in the page.
 * @param {readonly string[]} texts
 */
async function typeQueries(texts) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const field = document.querySelector('input[role="combobox"]')
  if (!(field instanceof HTMLInputElement)) throw new Error('there is no search field')
  const type = (/** @type {string} */ text) => {
    field.value = text
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const list = () => document.querySelector('[role="listbox"]')?.textContent ?? ''
  type('pain')
  while (!document.querySelector('[role="option"]')) await frame()
  let longestTask = 0
  const take = (/** @type {PerformanceEntryList} */ tasks) => {
    for (const { duration } of tasks) longestTask = Math.max(longestTask, duration)
  }
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ type: 'longtask' })
  const times = []
  for (const text of texts) {
    for (let length = 2; length <= text.length; length++) {
      const before = list()
      const start = performance.now()
      type(text.slice(0, length))
      while (list() === before && performance.now() - start < 400) await frame()
      if (list() !== before) times.push(performance.now() - start)
    }
  }
  await frame()
  take(observer.takeRecords())
  observer.disconnect()
  return { times, longestTask }
}
