import { rm, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings, type Settings } from '../src/shared/settings'
import { noSearches, type Searches } from '../src/shared/searches'
import { argumentsFor, launch, test as base, type Running, type Start } from './app'
import { DeskScreen } from './screens/desk-screen'

/** Where a test begins: a path in the default bundle, and the size of the window. */
export interface Beginning extends Pick<Start, 'width' | 'height'> {
  readonly at?: string
}

/**
 * For tests that leave nothing behind but what a new reader's desk forgets: they share one app on the default bundle, and
 * `begin()` gives it to each as at a first start, its window loaded anew. A start takes several times as long. What is
 * about starts, other bundles, dialogs or what is kept goes by `start()`.
 */
export const test = base.extend<
  { begin: (at?: Beginning) => Promise<Running> },
  { shared: () => Promise<Running> }
>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const userData = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
      let running: Running | null = null
      await use(async () => {
        if (running !== null) return running
        const app = await launch(argumentsFor({}), userData)
        const page = await app.firstWindow()
        await page.waitForSelector('html[data-ready="true"]')
        running = { app, page, desk: new DeskScreen(page, app), userData }
        return running
      })
      await (running as Running | null)?.app.close()
      await rm(userData, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  begin: async ({ shared }, use) => {
    await use(async ({ at = '/', width = 1440, height = 900 } = {}) => {
      const { app, page, desk, ...more } = await shared()
      await app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      )
      await page.evaluate(
        async ([settings, searches]) => {
          const { lectern } = globalThis as unknown as { lectern: Kept }
          await lectern.saveSettings(settings)
          await lectern.saveSearches({ bundle: 'ldn', searches })
          await lectern.openDefaultBundle(null)
        },
        [defaultSettings, noSearches] as const,
      )
      await page.reload()
      await desk.ready()
      await desk.goTo(at)
      return { app, page, desk, ...more }
    })
  },
})

/** Gives a running app a file or an address, as another start of it does, without the other start. */
export const handOver = ({ app }: Pick<Running, 'app'>, argument: string): Promise<void> =>
  app.evaluate(
    ({ app: running }, args) => void running.emit('second-instance', {}, [], '/', { args }),
    [argument],
  )

/** What main keeps of a reader, as the window hands it over, and what it has open. */
interface Kept {
  openDefaultBundle(request: null): Promise<unknown>
  saveSettings(settings: Settings): Promise<unknown>
  saveSearches(request: { readonly bundle: string; readonly searches: Searches }): Promise<unknown>
}

export { expect } from './app'
