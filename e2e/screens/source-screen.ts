import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** A source as a reader knows it, in the pane of the desk or by itself, or the second one beside it. */
export class SourceView {
  readonly region: Locator

  constructor(
    readonly page: Page,
    name: 'Source' | 'Second source' = 'Source',
  ) {
    this.region = page.getByRole('region', { name, exact: true })
  }

  /** A second source stands within the same pane, after what belongs to the first. */
  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true }).first()
  }

  /** All that the bundle knows of the source, once it is opened. */
  get record(): Locator {
    return this.region.getByRole('region', { name: 'Record' })
  }

  /** The pages of a PDF that are on stage, drawn or not. */
  get pdfPages(): Locator {
    return this.region.locator('[data-page-number]')
  }

  /** One page of a PDF, counted from 1. */
  pdfPage(number: number): Locator {
    return this.region.locator(`[data-page-number="${number}"]`)
  }

  get pageField(): Locator {
    return this.region.getByRole('textbox', { name: 'Go to page' })
  }

  /** The document of an HTML source. */
  get frame(): FrameLocator {
    return this.region.frameLocator('iframe')
  }

  /** The box that scrolls. */
  get body(): Locator {
    return this.region.locator('[data-pane-body]').first()
  }

  passage(id: string): Locator {
    return this.region.locator(`[data-passage="${id}"]`)
  }

  get findField(): Locator {
    return this.region.getByRole('search').getByRole('textbox')
  }

  get findCount(): Locator {
    return this.region.getByRole('search').getByRole('status')
  }

  /** Looks for words and waits for the count. */
  async find(text: string, count: string | RegExp): Promise<void> {
    if (!(await this.findField.isVisible())) await this.button('Find').click()
    await this.findField.fill(text)
    await expect(this.findCount).toHaveText(count)
  }

  /** How many pages hold a picture now: what memory follows. */
  drawnPages(): Promise<number> {
    return this.pdfPages.locator('canvas').count()
  }

  /** The words that the frame's document highlights under a name. */
  highlighted(name: string): Promise<string[]> {
    return this.region.locator('iframe').evaluate((frame, asked) => {
      const view = (frame as HTMLIFrameElement).contentWindow as (Window & typeof globalThis) | null
      return [...(view?.CSS.highlights.get(asked) ?? [])].map(String)
    }, name)
  }
}
