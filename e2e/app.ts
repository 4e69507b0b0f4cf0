import { _electron, errors, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DeskScreen } from './screens/desk-screen'

const root = resolve(import.meta.dirname, '..')
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** How a test starts the app. */
export interface Start {
  /** A bundle file or a `lectern://` address. */
  readonly open?: string
  readonly width?: number
  readonly height?: number
  /** The status file of a folder that is previewed. */
  readonly preview?: string
  /** The profile; an empty one of its own when not given. */
  readonly userData?: string
  /** Switches of Chromium. */
  readonly switches?: readonly string[]
}

/** The running app and its window. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  readonly desk: DeskScreen
  readonly userData: string
}

/** A folder that is removed when the test ends. */
export type MakeFolder = () => Promise<string>

interface Fixtures {
  makeFolder: MakeFolder
  start: (how?: Start) => Promise<Running>
}

/** Every test gets its own app with its own empty profile, started by `start()`; whatever is left is closed. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from this pattern
  makeFolder: async ({}, use) => {
    const folders: string[] = []
    await use(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
      folders.push(folder)
      return folder
    })
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  start: async ({ makeFolder }, use) => {
    const running: ElectronApplication[] = []
    await use(async (how = {}) => {
      const userData = how.userData ?? (await makeFolder())
      const app = await launch(argumentsFor(how), userData)
      running.push(app)
      const page = await app.firstWindow()
      await page.waitForSelector('html[data-ready="true"]')
      return { app, page, desk: new DeskScreen(page, app), userData }
    })
    for (const app of running) await app.close().catch(() => undefined) // a test may have closed it already
  },
})

export { expect } from '@playwright/test'

/** The arguments of a start: only as root, where Chromium's sandbox cannot run, is it switched off. */
export function argumentsFor({ open, preview, switches = [], width = 1440, height = 900 }: Start): string[] {
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    ...switches,
    root,
    ...(open === undefined ? [] : [open]),
    ...(preview === undefined ? [] : [`--preview=${preview}`]),
    `--size=${width}x${height}`,
  ]
}

/** The Electron that the setup found. */
export function electronPath(): string {
  const path = process.env['LECTERN_ELECTRON']
  if (path === undefined) throw new Error('LECTERN_ELECTRON is not set: run "npm run e2e"')
  return path
}

/** The environment of the app: ours, with a profile of its own. */
export const environmentFor = (userData: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  LECTERN_USER_DATA: userData,
})

/** How long a start may take before it is tried again, in milliseconds, and how often it is tried. */
const patience = 15_000
const tries = 3

/**
 * Starts the app under Playwright. About one in twenty of its launches never connects on a busy machine, where none of
 * forty plain starts hung; such a launch is tried again. What the app does once it runs is not.
 */
export async function launch(args: string[], userData: string): Promise<ElectronApplication> {
  for (let left = tries - 1; ; left--) {
    try {
      return await _electron.launch({
        executablePath: electronPath(),
        args,
        env: environmentFor(userData),
        // Playwright would switch Chromium's sandbox off for everybody; only root has to do without.
        chromiumSandbox: !isRoot,
        colorScheme: null, // the reader's own choice counts, not Playwright's
        timeout: patience,
      })
    } catch (error) {
      if (left === 0 || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}
