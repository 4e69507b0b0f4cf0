import type { Locator } from '@playwright/test'
import { hoverFor } from './pointer'
import { EvidenceScreen } from './screens/evidence-screen'
import { expect, test } from './shared-app'

/*
 * What stands side by side in a wide window stands below one another in a narrow one: nothing lies off to the right, each value
 * has its name beside it for the eye, and a screen reader still has a table with heads.
 */

/** How far the cells of a table reach beyond the box that holds it, in pixels. */
const beyond = (table: Locator): Promise<number> =>
  table.evaluate((one) => {
    const edge = one.parentElement?.getBoundingClientRect().right ?? 0
    const ends = [...one.querySelectorAll('th, td')].map((cell) => cell.getBoundingClientRect().right)
    return Math.max(...ends) - edge
  })

/** Where cells begin, down and across. */
const corners = (cells: Locator): Promise<{ top: number; left: number }[]> =>
  cells.evaluateAll((all) =>
    all.map((one) => {
      const { top, left } = one.getBoundingClientRect()
      return { top, left }
    }),
  )

test('three studies that disagree are read whole in 390 px, each value under its study', async ({ at }) => {
  const { page } = await at('/conditions/fibromyalgia?finding=fm-pain-12w&pane=evidence', { width: 390 })
  const card = new EvidenceScreen(page).finding('fm-pain-12w')
  const table = card.getByRole('table', { name: /^Side by side/ })
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  expect(await beyond(table)).toBeLessThanOrEqual(1)
  const doses = table.getByRole('row', { name: /^Dose differs/ }).getByRole('cell')
  await expect(doses).toHaveCount(3)
  const [first, second, third] = await corners(doses)
  expect([second?.left, third?.left]).toEqual([first?.left, first?.left])
  expect(second?.top).toBeGreaterThan(first?.top ?? Infinity)
  expect(third?.top).toBeGreaterThan(second?.top ?? Infinity)
  const named = await doses.first().evaluate((cell) => getComputedStyle(cell, '::before').content)
  expect(named).toContain('Bruun and others 2024')
})

test('two studies stand side by side in the pane of a usual window', async ({ at }) => {
  const { page } = await at('/conditions/crohns-disease?finding=crohns-endoscopy-trial')
  const table = new EvidenceScreen(page)
    .finding('crohns-endoscopy-trial')
    .getByRole('table', { name: /^Side by side/ })
  await expect(table.getByRole('columnheader')).toHaveCount(2)
  expect(await beyond(table)).toBeLessThanOrEqual(1)
  const [first, second] = await corners(table.getByRole('row', { name: /^Design/ }).getByRole('cell'))
  expect(second?.top).toBe(first?.top)
})

for (const width of [390, 700])
  test(`four conditions are compared in ${width} px without anything off to the right`, async ({ at }) => {
    const path = '/compare?conditions=fibromyalgia,crohns-disease,multiple-sclerosis,long-covid'
    const { page } = await at(path, { width })
    const table = page.getByRole('table', { name: 'Conditions' })
    await expect(table.getByRole('columnheader')).toHaveCount(4)
    expect(await beyond(table)).toBeLessThanOrEqual(1)
    await expect(table.getByRole('row', { name: /^Main symptom/ }).getByRole('cell')).toHaveCount(4)
  })

test('the overview is read in 390 px, condition by condition, and the arrow keys still walk it', async ({
  at,
}) => {
  const { page, desk } = await at('/', { width: 390 })
  const table = page.getByRole('table')
  expect(await beyond(table)).toBeLessThanOrEqual(1)
  const row = table.getByRole('row', { name: /^Fibromyalgia/ })
  const cell = row.getByRole('link', { name: /more vivid dreams.*low certainty/ })
  const named = await cell.evaluate(
    (link) => getComputedStyle(link.closest('td') ?? link, '::before').content,
  )
  expect(named).toContain('Harms')
  await row.getByRole('link', { name: 'Fibromyalgia', exact: true }).focus()
  await page.keyboard.press('End')
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.finding('fm-vivid-dreams')).toHaveAttribute('aria-current', 'true')
  await expect(desk.finding('fm-vivid-dreams')).toBeInViewport()
})

test('the field for a search stays large enough to hit beside everything else in 390 px', async ({ at }) => {
  const { desk } = await at('/', { width: 390 })
  const box = await desk.search.boundingBox()
  expect(box?.width).toBeGreaterThanOrEqual(24)
})

test('words for the design of a study explain themselves', async ({ at }) => {
  const { page } = await at('/conditions/fibromyalgia?finding=fm-pain-12w')
  const design = new EvidenceScreen(page)
    .finding('fm-pain-12w')
    .getByRole('table', { name: /^Side by side/ })
    .getByRole('row', { name: /^Design/ })
  await hoverFor(page, design.getByRole('button', { name: 'parallel groups' }), 'only one of the treatments')
  await hoverFor(page, design.getByRole('button', { name: 'Randomised trial' }), 'chance decides')
})
