import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every rule of WCAG 2.2 AA that axe knows, and those of them whose answer is another in other colours. */
const rules = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  ofColour: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const

/** Expects that axe finds nothing in the light, nor in the dark, where only colours are others. */
export async function accessible(page: Page): Promise<void> {
  for (const [colorScheme, runOnly] of [
    ['light', rules.all],
    ['dark', rules.ofColour],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    // Of what is in order nothing is told: to name each such element takes longer than to look at it.
    const found = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ runOnly: { type: runOnly.type, values: [...runOnly.values] }, resultTypes: ['violations'] })
      .analyze()
    const violations = found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
    expect(violations, colorScheme).toEqual([])
  }
}
