import { expect, test } from './app'
import type { Locator, Page } from '@playwright/test'
import { isFullyVisible } from './screens/desk-screen'

test('Ctrl K opens the field; results come in groups, with marks', async ({ start }) => {
  const { page, desk } = await start()
  await page.keyboard.press('Control+k')
  await expect(desk.search).toBeFocused()
  await page.keyboard.type('vivid dreams')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('group', { name: 'Statements' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Findings' })).toBeVisible()
  await expect(page.getByRole('listbox').locator('mark').first()).toBeVisible()
})

test('the field is a combobox whose active option follows the arrow keys', async ({ start }) => {
  const { page, desk } = await start()
  await desk.search.fill('fibromyalgia')
  await expect(desk.search).toHaveAttribute('aria-expanded', 'true')
  const active = page.locator('[role="option"][data-highlighted]')
  await expect(active).toHaveCount(1)
  const first = await active.getAttribute('id')
  await expect(desk.search).toHaveAttribute('aria-activedescendant', first ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(active).not.toHaveAttribute('id', first ?? '')
  await page.keyboard.press('Escape')
  await expect(desk.search).toHaveAttribute('aria-expanded', 'false')
})

test('Enter lands on the hit: the statement is selected, whole on screen, its words are marked, and keys go on', async ({
  start,
}) => {
  const { page, desk } = await start()
  await desk.search.fill('vivid dreams')
  const wanted = page.getByRole('group', { name: 'Statements' }).getByRole('option').first()
  await expect(wanted).toBeVisible()
  await pressDownTo(page, wanted)
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.selected('statement')).not.toBeNull()
  const [selected] = await desk.selection()
  const statement = desk.statement(selected ?? '')
  expect(await isFullyVisible(statement)).toBe(true)
  await expect(statement).toBeFocused()
  await expect
    .poll(() =>
      statement.evaluate((one) =>
        [...(CSS.highlights.get('search') ?? [])]
          .filter((range) => range instanceof Range && one.contains(range.startContainer))
          .map((range) => String(range).toLowerCase()),
      ),
    )
    .toEqual(expect.arrayContaining([expect.stringContaining('dream')]))
  await page.keyboard.press('j')
  await expect.poll(() => desk.selected('statement')).not.toBe(selected)
})

test('Escape gives the focus back to where it was', async ({ start }) => {
  const { page, desk } = await start()
  await desk.open('Fibromyalgia')
  await page.keyboard.press('j')
  const [first] = await desk.selection()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('pain')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.statement(first ?? '')).toBeFocused()
})

test('the words of a claim are marked in the claim that was chosen', async ({ start }) => {
  const { page, desk } = await start()
  await desk.search.fill('exceptionally safe')
  await page.getByRole('group', { name: 'Claims' }).getByRole('option').first().click()
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('search') ?? [])].map((range) => String(range).toLowerCase()),
      ),
    )
    .toEqual(expect.arrayContaining(['exceptionally', 'safe']))
})

test('a finding, a source and a handout can each be chosen by keyboard', async ({ start }) => {
  const { page, desk } = await start()
  for (const group of ['Findings', 'Sources', 'Handouts']) {
    await page.keyboard.press('Control+k')
    await desk.search.fill('fibromyalgia')
    const wanted = page.getByRole('group', { name: group }).getByRole('option').first()
    await expect(wanted).toBeVisible()
    for (
      let presses = 0;
      presses < 40 && (await wanted.getAttribute('data-highlighted')) === null;
      presses++
    ) {
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await expect(desk.search).toHaveAttribute('aria-expanded', 'false')
    await desk.ready()
    const landed = {
      Findings: '[data-finding][aria-current]',
      Sources: '[data-source]',
      Handouts: '[data-handout]',
    }
    await expect(page.locator(landed[group as keyof typeof landed]).first()).toBeVisible()
  }
})

test('nothing found says what was searched', async ({ start }) => {
  const { page, desk } = await start()
  await desk.search.fill('qqqqzzzz')
  await expect(page.getByText('Nothing found for “qqqqzzzz”.').first()).toBeVisible()
  await expect(page.getByText('Searched pages, findings')).toBeVisible()
})

test('markup in a query is text', async ({ start }) => {
  const { page, desk } = await start()
  await desk.search.fill('<img src=x onerror=alert(1)>')
  await expect(page.getByText(/Nothing found|results?/).first()).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})

/** Presses the down arrow until an option is the active one. */
async function pressDownTo(page: Page, option: Locator): Promise<void> {
  for (let presses = 0; presses < 40 && (await option.getAttribute('data-highlighted')) === null; presses++) {
    await page.keyboard.press('ArrowDown')
  }
}
