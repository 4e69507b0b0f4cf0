import { _electron } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { percentile } from '../measure.mjs'
import { residentSize } from '../start.mjs'

const root = resolve(import.meta.dirname, '../..')

/**
 * Opens a bundle in the app and measures its real search worker, in milliseconds and MiB: from the focus in the search
 * field to the whole index being ready; each query, on the worker's own clock and from question to answer as the window
 * sees it; and how much larger the whole app is with the index than before.
 *
 * @param {string} electron path of the runtime
 * @param {string} bundle
 * @param {readonly string[]} queries
 */
export async function measureInApp(electron, bundle, queries) {
  const userData = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, root, bundle, '--size=1440x900'],
    env: { ...process.env, LECTERN_USER_DATA: userData },
    timeout: 120_000,
  })
  try {
    const page = await app.firstWindow()
    await app.context().addInitScript(watchWorkers)
    await page.reload()
    await page.waitForSelector('html[data-ready="true"]', { timeout: 120_000 })
    const before = await residentSize(app.process().pid ?? 0)
    await page.keyboard.press('Control+k')
    const load = await page.evaluate(() => /** @type {any} */ (window).benchmark.ready)
    const memory = (await residentSize(app.process().pid ?? 0)) - before
    const times = await page.evaluate(askAll, queries)
    const spread = (/** @type {readonly number[]} */ each) => ({
      p50: percentile(each, 0.5),
      p95: percentile(each, 0.95),
    })
    return { load, memory, worker: spread(times.worker), window: spread(times.window) }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Runs in the page before its own scripts: the worker that they start is kept hold of, with when its index is ready, and
 * nothing starts it but the focus in the field.
 */
function watchWorkers() {
  window.requestIdleCallback = () => 0
  const Real = window.Worker
  const ready = new Promise((done) => {
    window.Worker = class extends Real {
      /** @param {[string | URL, WorkerOptions?]} given */
      constructor(...given) {
        super(...given)
        if (!String(given[0]).includes('search')) return
        const start = performance.now()
        Object.assign(window, { benchmark: { worker: this, ready } })
        // Answered with each shard that comes, and at last by all of the index.
        const question = { is: 'find', turn: 999_999, text: 'in:resources', narrowing: {} }
        this.addEventListener('message', ({ data }) => {
          if (data.turn === question.turn && !data.isPartial) done(performance.now() - start)
        })
        setTimeout(() => this.postMessage(question))
      }
    }
  })
  Object.assign(window, { benchmark: { ready } })
}

/**
 * Runs in the page.
 * @param {readonly string[]} queries
 */
async function askAll(queries) {
  const { worker } = /** @type {{ worker: Worker }} */ (/** @type {any} */ (window).benchmark)
  const times = { worker: /** @type {number[]} */ ([]), window: /** @type {number[]} */ ([]) }
  for (const [number, text] of queries.entries()) {
    const turn = 1_000_000 + number
    const start = performance.now()
    const answer = new Promise((/** @type {(milliseconds: number) => void} */ done) => {
      const hear = (/** @type {MessageEvent} */ { data }) => {
        if (data.is !== 'found' || data.turn !== turn) return
        worker.removeEventListener('message', hear)
        done(data.milliseconds)
      }
      worker.addEventListener('message', hear)
    })
    worker.postMessage({ is: 'find', turn, text, narrowing: { excerpts: 'listed' } })
    times.worker.push(await answer)
    times.window.push(performance.now() - start)
  }
  return times
}
