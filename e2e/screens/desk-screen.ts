import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'

/** The desk as a reader knows it: its landmarks, and the chain by the ids that its elements carry. */
export class DeskScreen {
  readonly condition: Locator
  readonly evidence: Locator
  readonly source: Locator
  readonly contents: Locator
  readonly search: Locator

  constructor(
    readonly page: Page,
    private readonly app: ElectronApplication,
  ) {
    this.condition = page.getByRole('region', { name: 'Condition', exact: true })
    this.evidence = page.getByRole('region', { name: 'Evidence', exact: true })
    this.source = page.getByRole('region', { name: 'Source', exact: true })
    this.contents = page.getByRole('navigation', { name: 'Contents' })
    this.search = page.getByRole('combobox', { name: 'Search' })
  }

  /** Opens a condition from the contents. */
  async open(title: string): Promise<void> {
    await this.contents.getByRole('link', { name: title }).click()
    await expect(this.condition.getByRole('heading', { level: 1 })).toHaveText(title)
    await this.ready()
  }

  /** Goes to a path in the open bundle, as the window goes where a `lectern://` address leads. */
  async goTo(path: string): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.send('lectern:location', to),
      path,
    )
    await this.page.waitForURL(({ pathname, search }) =>
      path === '/' ? /^\/[^/]+\/?$/.test(pathname + search) : `${pathname}${search}`.endsWith(path),
    )
    await this.ready()
  }

  /** Makes the window so large, its content included, and waits until the page has it. */
  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height] as const,
    )
    await expect.poll(() => this.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
  }

  /** Waits until everything under way is on screen. */
  async ready(): Promise<void> {
    await this.page.waitForSelector('html[data-ready="true"]')
  }

  /** The paths of all pages that the contents list, without the bundle's id. */
  async pagePaths(): Promise<string[]> {
    const links = this.contents.locator('a[href*="/conditions/"]')
    await expect(links).not.toHaveCount(0)
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    return addresses.map((address) => address.slice(address.indexOf('/conditions/')))
  }

  statement(id: string): Locator {
    return this.condition.locator(`[data-statement="${id}"]`)
  }

  finding(id: string): Locator {
    return this.evidence.locator(`[data-finding="${id}"]`)
  }

  passage(id: string): Locator {
    return this.source.locator(`[data-passage="${id}"]`)
  }

  /** The ids of all statements on the page, in order. */
  statementIds(): Promise<string[]> {
    return this.condition
      .locator('[data-statement]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-statement') ?? ''))
  }

  /** The id of what is selected at one level, or null. */
  async selected(level: 'statement' | 'finding' | 'passage'): Promise<string | null> {
    const one = this.page.locator(`[data-${level}][aria-current="true"]`)
    return (await one.count()) === 0 ? null : one.first().getAttribute(`data-${level}`)
  }

  /** The whole selection. */
  async selection(): Promise<readonly (string | null)[]> {
    await this.ready()
    return Promise.all([this.selected('statement'), this.selected('finding'), this.selected('passage')])
  }

  /** What a click on a statement came to, asked in one go: a walk over hundreds of statements asks hundreds of times. */
  chainOf(id: string): Promise<Chain> {
    return this.page.evaluate((statement) => {
      const current = (level: string): Element | null =>
        document.querySelector(`[data-${level}][aria-current="true"]`)
      const finding = current('finding')
      const passage = current('passage')
      const pane = passage?.closest('[data-pane-body]')?.getBoundingClientRect()
      const own = passage?.getBoundingClientRect()
      const isWhole =
        pane !== undefined &&
        own !== undefined &&
        own.height > 0 &&
        own.top >= pane.top - 1 &&
        own.bottom <= pane.bottom + 1
      const links = [...document.querySelectorAll<HTMLAnchorElement>('[aria-label="Source"] a[href]')]
      const isBack = links.some(({ href }) => new URL(href).searchParams.get('statement') === statement)
      return {
        statement: current('statement')?.getAttribute('data-statement') ?? null,
        hasFinding: finding !== null,
        ends:
          passage === null
            ? finding?.textContent?.includes('Looked for on') === true
              ? 'nothing found, and when'
              : 'nowhere'
            : isWhole && isBack
              ? 'a whole passage that leads back'
              : 'a passage',
      }
    }, id)
  }
}

/** Where the chain of a statement ends, and that its middle is there. */
interface Chain {
  readonly statement: string | null
  readonly hasFinding: boolean
  readonly ends: 'a whole passage that leads back' | 'nothing found, and when' | 'a passage' | 'nowhere'
}

/** True when the whole of an element can be seen in the box that scrolls it. */
export function isFullyVisible(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const box = one.closest('[data-pane-body]')?.getBoundingClientRect()
    const own = one.getBoundingClientRect()
    return box !== undefined && own.height > 0 && own.top >= box.top - 1 && own.bottom <= box.bottom + 1
  })
}
