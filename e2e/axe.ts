import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe calls the rules of WCAG 2.2 AA. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The rules whose answer is another in other colours. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** An axe for a page of Electron, which opens no second one for its frames. */
export const axeFor = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true)

/** What it finds, one line a rule. */
export async function violationsOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/** Expects that axe finds nothing against WCAG 2.2 AA in the light, nor in the dark, where only colours are others. */
export async function accessible(page: Page): Promise<void> {
  for (const [colorScheme, runOnly] of [
    ['light', { type: 'tag', values: wcag }],
    ['dark', { type: 'rule', values: ofColour }],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    // Of what is in order nothing is told: to name each such element takes longer than to look at it.
    const axe = axeFor(page).options({ runOnly, resultTypes: ['violations'] })
    expect(await violationsOf(axe), colorScheme).toEqual([])
  }
}
