import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noSearches } from '../src/shared/searches'
import { defaultSettings } from '../src/shared/settings'
import { argumentsFor, launch, test as base, type Running } from './app'
import { DeskScreen } from './screens/desk-screen'

/** How large the window is; as a start makes it when not given. */
interface Room {
  readonly width?: number
  readonly height?: number
}

interface Fixtures {
  /**
   * The bundle at a path, in the app that tests of one worker share: its window is loaded anew, with the settings and searches
   * of a new reader and as if that reader had left it there, so nothing of the test before is in it. A test that is about starts,
   * replaces what main does, or needs several bundles starts an app of its own.
   */
  at: (path?: string, room?: Room) => Promise<Running>
}

/** What is asked of main to make a window like new; see `src/shared/contract.ts`. */
type Asked = Readonly<
  Record<
    'saveSettings' | 'saveSearches' | 'openDefaultBundle' | 'rememberLocation',
    (request: unknown) => Promise<unknown>
  >
>

/**
 * Tests that ask an app that runs already: a start takes two seconds, a page a third of one. A file whose tests need another
 * bundle than the default one makes it in its own `bundle`, once per worker.
 */
export const test = base.extend<Fixtures, { bundle: string | null; shared: Running }>({
  bundle: [null, { scope: 'worker' }],

  shared: [
    async ({ bundle }, use) => {
      const userData = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
      const app = await launch(argumentsFor(bundle === null ? {} : { open: bundle }), userData)
      const page = await app.firstWindow()
      await page.waitForSelector('html[data-ready="true"]')
      await use({ app, page, desk: new DeskScreen(page, app), userData })
      await app.close()
      await rm(userData, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  at: async ({ shared, bundle: file }, use) => {
    await use(async (path = '/', { width = 1440, height = 900 } = {}) => {
      const { page, desk } = shared
      const [, shown = ''] = new URL(page.url()).pathname.split('/')
      const bundle = file === null ? 'ldn' : shown
      await page.mouse.move(0, 0)
      await page.emulateMedia({ colorScheme: null, media: null })
      await desk.resize(width, height)
      await page.evaluate(
        async ({ isDefault, settings, searches, ...place }) => {
          const { lectern } = window as unknown as { readonly lectern: Asked }
          if (isDefault) await lectern.openDefaultBundle(null)
          await lectern.saveSettings(settings)
          await lectern.saveSearches({ bundle: place.bundle, searches })
          await lectern.rememberLocation(place)
        },
        {
          isDefault: file === null,
          settings: defaultSettings,
          searches: noSearches,
          bundle,
          location: path,
        },
      )
      await page.goto(new URL('/', page.url()).href)
      await page.waitForURL((url) => url.href.endsWith(`/${bundle}${path === '/' ? '' : path}`))
      await desk.ready()
      return shared
    })
  },
})

/** Gives a running app a file or an address, as another start of it does, without the other start. */
export const handOver = ({ app }: Pick<Running, 'app'>, argument: string): Promise<void> =>
  app.evaluate(
    ({ app: running }, args) => void running.emit('second-instance', {}, [], '/', { args }),
    [argument],
  )

export { expect } from '@playwright/test'
