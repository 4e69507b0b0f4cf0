import { expect, test } from './app'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Every screen, as an address. */
const screens: Readonly<Record<string, string>> = {
  overview: 'lectern://ldn/',
  desk: 'lectern://ldn/conditions/fibromyalgia',
  'desk with a selection': 'lectern://ldn/conditions/hashimoto-hypothyroidism',
  claims: 'lectern://ldn/claims',
  handouts: 'lectern://ldn/handouts',
  handout: 'lectern://ldn/handouts/fibromyalgia-easy',
  source: 'lectern://ldn/sources/bruun2024',
  about: 'lectern://ldn/about',
  settings: 'lectern://ldn/settings',
  nowhere: 'lectern://ldn/conditions/nothing',
}

for (const [name, open] of Object.entries(screens)) {
  test(`${name}, light and dark: no violation of WCAG 2.2 AA that axe can find`, async ({ start }) => {
    const { page, desk } = await start({ open })
    if (name.includes('selection')) {
      await page.keyboard.press('j')
      await desk.ready()
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), colorScheme).toEqual([])
    }
  })
}

for (const [name, text, sign] of [
  ['an empty search', '', 'Type a condition'],
  ['search results', 'pain', 'Statements'],
  ['nothing found', 'qqqqzzzz', 'Nothing found'],
] as const) {
  test(`${name}: no violation that axe can find`, async ({ start }) => {
    const { page, desk } = await start()
    await page.keyboard.press('Control+k')
    await desk.search.fill(text)
    await expect(page.getByText(sign).first()).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

/** What axe finds against WCAG 2.2 AA, one line a rule. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
