import { _electron } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { summary } from './measure.mjs'
import { kinds, packSources, perKind, walked } from './source-bundle.mjs'
import { residentSize } from './start.mjs'

const root = resolve(import.meta.dirname, '..')

/** So long what a source leaves behind may take to go, in milliseconds. */
const settling = 1500

/**
 * Measures, in milliseconds, from a click on a statement to the frame that shows its passage marked in a digest, an HTML
 * document and a PDF of 200 pages: `within` one source from passage to passage, and `between` sources, where each click
 * opens another one. And the memory of the whole app in MiB: on the page `before`, `warm` after one source of each kind,
 * `after` 50 sources that were opened and left one by one, and what is then `held` when garbage was collected.
 *
 * @param {string} electron path of the runtime
 */
export async function measureSources(electron) {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  const bundle = await packSources(join(folder, 'bundle'))
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, root, bundle, '--size=1440x900'],
    env: { ...process.env, LECTERN_USER_DATA: join(folder, 'profile') },
  })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector('html[data-ready="true"]')
    await page.click('a[href$="/conditions/walk"]')
    await page.waitForSelector('[data-statement]')
    const sizeNow = async () => {
      await new Promise((resolve) => setTimeout(resolve, settling))
      return residentSize(app.process().pid ?? 0)
    }
    const before = await sizeNow()
    const first = walked.slice(0, kinds.length).map(({ id }) => id)
    const others = walked.slice(kinds.length).map(({ id }) => id)
    await page.evaluate(walkSources, first)
    const warm = await sizeNow()
    await page.evaluate(walkSources, others)
    const after = await sizeNow()
    // Chromium collects when it must, not when it could: what is left after that is really held.
    const tools = await page.context().newCDPSession(page)
    await tools.send('HeapProfiler.collectGarbage')
    const held = await sizeNow()

    const numbers = Array.from({ length: perKind }, (_number, index) => index + 1)
    const steps = (/** @type {string} */ kind) => numbers.map((number) => ({ kind, number }))
    const between = await page.evaluate(
      walkPassages,
      numbers.flatMap((number) => kinds.map((kind) => ({ kind, number }))),
    )
    /** @type {Record<string, Record<'within' | 'between', ReturnType<typeof summary>>>} */
    const times = {}
    for (const kind of kinds) {
      // The first opens the source; what follows is within it.
      const within = (await page.evaluate(walkPassages, [...steps(kind), ...steps(kind)])).slice(1)
      times[kind] = {
        within: summary(within.map(({ time }) => time)),
        between: summary(between.filter((one) => one.kind === kind).map(({ time }) => time)),
      }
    }
    return { times, memory: { before, warm, after, held } }
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Runs in the page: opens sources from where the page cites them, and comes back.
 * @param {readonly string[]} ids
 */
async function walkSources(ids) {
  const until = async (/** @type {() => unknown} */ holds, /** @type {string} */ what) => {
    const end = performance.now() + 20_000
    while (!holds()) {
      if (performance.now() > end) throw new Error(`nothing came of it: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const isReady = () => document.documentElement.dataset['ready'] === 'true'
  for (const id of ids) {
    const link = () => document.querySelector(`.page a[href$="/sources/${id}"]`)
    await until(link, `a link to ${id}`)
    const cite = link()
    if (cite instanceof HTMLElement) cite.click()
    await until(() => location.pathname.endsWith(`/sources/${id}`), `the way to ${id}`)
    await new Promise((resolve) => setTimeout(resolve, 50)) // it has begun to read
    await until(isReady, `${id} painted`)
    history.back()
    await until(() => link() !== null && isReady(), `the way back from ${id}`)
  }
}

/**
 * Runs in the page. A passage that never shows is an error: a bench that leaves out what failed would look fast.
 * @param {readonly { readonly kind: string, readonly number: number }[]} steps
 */
async function walkPassages(steps) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** @param {{ top: number, bottom: number, height: number } | undefined} own @param {number} top @param {number} bottom */
  const isWithin = (own, top, bottom) =>
    own !== undefined && own.height > 0 && own.top >= top - 1 && own.bottom <= bottom + 1
  const isInFrame = (/** @type {string} */ words) => {
    const view = /** @type {any} */ (document.querySelector('iframe'))?.contentWindow
    const range = [...(view?.CSS.highlights.get('passage-chosen') ?? [])].find((one) => String(one) === words)
    return isWithin(range?.getBoundingClientRect(), 0, view?.innerHeight ?? 0)
  }
  const isMarked = (/** @type {string} */ id) => {
    const mark = document.querySelector(`[data-passage="${id}"][aria-current="true"]`)
    const box = mark?.closest('[data-pane-body]')?.getBoundingClientRect()
    return box !== undefined && isWithin(mark?.getBoundingClientRect(), box.top, box.bottom) ? mark : null
  }
  const isShown = (/** @type {string} */ kind, /** @type {number} */ number) => {
    if (kind === 'html') return isInFrame(`In the html pain number ${number} fell by ${number} points.`)
    const mark = isMarked(`${kind}-${number}`)
    if (kind === 'digest') return mark !== null
    // The mark of a PDF lies on a page that may still be blank.
    const sheet = mark?.closest('[data-page-number]')
    return sheet instanceof Element && sheet.querySelector('canvas:not([hidden])') !== null
  }
  const times = []
  for (const { kind, number } of steps) {
    const statement = document.querySelector(`[data-statement="says-${kind}-${number}"]`)
    const start = performance.now()
    if (statement instanceof HTMLElement) statement.click()
    do {
      await frame()
      if (performance.now() - start > 20_000) throw new Error(`${kind} ${number} never showed`)
    } while (!isShown(kind, number))
    times.push({ kind, time: performance.now() - start })
  }
  return times
}
