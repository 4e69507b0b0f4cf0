import { expect, type Locator, type Page } from '@playwright/test'

/** Search as a reader knows it: the field with its list, the bar of hits, and the page of all results. */
export class SearchScreen {
  readonly field: Locator
  readonly list: Locator
  readonly bar: Locator

  constructor(readonly page: Page) {
    this.field = page.getByRole('combobox', { name: 'Search', exact: true })
    this.list = page.getByRole('listbox', { name: 'Results' })
    this.bar = page.getByRole('region', { name: 'Results of the search' })
  }

  /** Opens the field and asks, as fast as a test types; what is listed then answers it. */
  async ask(query: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.field.fill(query)
    await expect(this.page.locator('[data-search] [aria-busy="true"]')).toHaveCount(0)
  }

  group(name: string): Locator {
    return this.list.getByRole('group', { name, exact: true })
  }

  options(group: string): Locator {
    return this.group(group).getByRole('option')
  }

  /** The option that the keys are at. */
  get active(): Locator {
    return this.page.locator('[role="option"][data-highlighted]')
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  choice(name: string): Locator {
    return this.page.locator('[data-search]').getByRole('combobox', { name, exact: true })
  }

  /** What a screen reader is told of the answer. */
  says(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text })
  }

  /** Presses the down arrow until an option is the active one. */
  async goDownTo(option: Locator): Promise<void> {
    await expect(option).toBeVisible()
    for (
      let presses = 0;
      presses < 60 && (await option.getAttribute('data-highlighted')) === null;
      presses++
    ) {
      await this.page.keyboard.press('ArrowDown')
    }
    await expect(option).toHaveAttribute('data-highlighted')
  }

  /** The words that are marked in the window, small, in order. */
  marked(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...(CSS.highlights.get('search') ?? [])].map((range) => String(range).toLowerCase()),
    )
  }

  /** How many results a chip or a choice promises: its last number. */
  async promised(one: Locator): Promise<number> {
    const [count] = /\d+(?=\D*$)/.exec((await one.textContent()) ?? '') ?? []
    return Number(count)
  }
}
