import { expect, type Locator, type Page } from '@playwright/test'
import type { Running } from '../app'
import type { DeskScreen } from './desk-screen'

/** What the pictures were taken with. There the same window gives the same pixels, but for a few at the edges of letters. */
const takenWith = { platform: 'linux', chrome: '130' }

/** A sheet of A4 at 96 pixels an inch. */
const sheet = { width: 794, height: 1123 }

/**
 * How far a picture may be from the one that was looked at. `threshold` is how much a pixel may change its colour before it
 * counts (0 to 1). On another system or with another Chromium letters are smoothed otherwise all over the page, so more pixels
 * may count; what is missing or moved is more still. Nowhere is the comparison left out.
 */
const tolerances = {
  same: { threshold: 0.1, maxDiffPixels: 12 },
  other: { threshold: 0.35, maxDiffPixelRatio: 0.02 },
} as const

/** The desk, held still so that pictures can be taken of it. */
export class VisualDesk {
  /** Letters are drawn alike whatever the machine's own settings for fonts say. */
  static readonly switches = [
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--force-color-profile=srgb',
    '--force-device-scale-factor=1',
    '--force-prefers-reduced-motion',
  ]

  readonly page: Page
  private readonly desk: DeskScreen
  private tolerance: (typeof tolerances)[keyof typeof tolerances] = tolerances.other

  constructor(private readonly running: Running) {
    this.page = running.page
    this.desk = running.desk
  }

  /** Sets the theme, the size of the window and the day, which "due for review" counts from. */
  async prepare(theme: 'light' | 'dark'): Promise<void> {
    const { app, page } = this.running
    const runs = await app.evaluate(() => ({
      platform: process.platform,
      chrome: process.versions['chrome'].split('.')[0] ?? '',
    }))
    if (runs.platform === takenWith.platform && runs.chrome === takenWith.chrome)
      this.tolerance = tolerances.same
    // The app starts in the light of a display that says nothing of its own.
    if (theme === 'dark') await page.getByRole('button', { name: 'Light or dark' }).click()
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark')
    await page.clock.setFixedTime('2026-12-01T12:00:00Z')
    await this.resize(1440)
  }

  resize = (width: number, height = 900): Promise<void> => this.desk.resize(width, height)

  goTo = async (path: string): Promise<void> => {
    await this.desk.goTo(path)
    await this.rest()
  }

  /** Scrolls what holds an element so that it stands at its top. */
  scrollTo = (element: Locator): Promise<void> =>
    element.evaluate((one) => one.scrollIntoView({ block: 'start' }))

  /** Lays a page out for paper in this window, one sheet large, as main does in one that is never shown. */
  layOut = async (path: string): Promise<void> => {
    const { page } = this.running
    await this.resize(sheet.width, sheet.height)
    await page.emulateMedia({ media: 'print' })
    await page.goto(new URL(`/ldn/paper/${path}`, page.url()).href)
    await this.desk.ready()
    await this.rest()
  }

  /** Compares the window, or one element of it, with its picture. */
  shows = async (name: string, element?: Locator): Promise<void> => {
    await this.rest()
    // Soft: one picture that is off does not hide the next.
    await expect
      .soft(element ?? this.running.page)
      .toHaveScreenshot(`${name}.png`, { ...this.tolerance, animations: 'disabled', caret: 'hide' })
  }

  private async rest(): Promise<void> {
    const { page } = this.running
    await page.mouse.move(2, 2)
    await this.desk.ready()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
  }
}
