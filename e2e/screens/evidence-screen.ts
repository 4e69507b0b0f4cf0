import type { Locator, Page } from '@playwright/test'

/** The evidence pane as a reader asks it: one finding, one layer, one answer. */
export class EvidenceScreen {
  readonly pane: Locator

  constructor(readonly page: Page) {
    this.pane = page.getByRole('region', { name: 'Evidence', exact: true })
  }

  /** Reads findings as words, numbers or picture. */
  async readAs(how: 'Words' | 'Numbers' | 'Picture'): Promise<void> {
    await this.pane
      .getByRole('group', { name: 'Read findings as' })
      .getByRole('button', { name: how })
      .click()
  }

  finding(id: string): Locator {
    return this.pane.locator(`[data-finding="${id}"]`)
  }

  /** The one cell that answers a row of the table of numbers. */
  number(finding: string, row: string): Locator {
    const table = this.finding(finding).getByRole('table', { name: /^Numbers/ })
    return table.getByRole('row', { name: row }).getByRole('cell')
  }

  /** The pictures of a finding, by their text alternatives. */
  picture(finding: string, name: string | RegExp): Locator {
    return this.finding(finding).getByRole('img', { name })
  }

  baseline(finding: string): Locator {
    return this.finding(finding).getByRole('spinbutton')
  }
}
