import { expect, test } from './shared-app'
import { isFullyVisible } from './screens/desk-screen'
import { SearchScreen } from './screens/search-screen'

test('Ctrl K opens the field; results come in groups, with marks', async ({ at }) => {
  const { page, desk } = await at()
  await page.keyboard.press('Control+k')
  await expect(desk.search).toBeFocused()
  await page.keyboard.type('vivid dreams')
  const search = new SearchScreen(page)
  await expect(search.options('Statements').first()).toBeVisible()
  await expect(search.options('Findings').first()).toBeVisible()
  await expect(search.list.locator('mark').first()).toBeVisible()
})

test('the field is a combobox whose active option follows the arrow keys', async ({ at }) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await desk.search.fill('fibromyalgia')
  await expect(desk.search).toHaveAttribute('aria-expanded', 'true')
  await expect(search.active).toHaveCount(1)
  const first = await search.active.getAttribute('id')
  await expect(desk.search).toHaveAttribute('aria-activedescendant', first ?? '')
  await expect(desk.search).toHaveAttribute('aria-controls', (await search.list.getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(search.active).not.toHaveAttribute('id', first ?? '')
  await page.keyboard.press('Escape')
  await expect(desk.search).toHaveAttribute('aria-expanded', 'false')
})

test('a pointer that the list moves away from leaves the keys where they are', async ({ at }) => {
  const { page } = await at()
  const search = new SearchScreen(page)
  await search.ask('pain')
  await search.goDownTo(search.options('Statements').first())
  const active = await search.active.getAttribute('data-key')
  const box = await search.options('Statements').nth(1).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 10)
  await page.mouse.move(2, 2)
  await expect(search.active).toHaveAttribute('data-key', active ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(search.options('Statements').nth(1)).toHaveAttribute('data-highlighted')
})

test('Enter lands on the hit: the statement is selected, whole on screen, its words are marked, and keys go on', async ({
  at,
}) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await search.ask('vivid dreams')
  await search.goDownTo(search.options('Statements').first())
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

test('Escape gives the focus back to where it was, from the list and from the filters', async ({ at }) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await desk.open('Fibromyalgia')
  await page.keyboard.press('j')
  const [first] = await desk.selection()
  for (const chip of [null, /^Findings \d+$/]) {
    await search.ask('pain')
    await expect(search.options('Findings').first()).toBeVisible()
    if (chip !== null) await search.button(chip).focus()
    await page.keyboard.press('Escape')
    await expect(search.list).toBeHidden()
    await expect(desk.statement(first ?? '')).toBeFocused()
  }
})

test('the words of a claim are marked in the claim that was chosen', async ({ at }) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await desk.search.fill('exceptionally safe')
  await search.options('Claims').first().click()
  await expect.poll(() => search.marked()).toEqual(expect.arrayContaining(['exceptionally', 'safe']))
})

test('each kind can be chosen by keyboard and lands on the thing itself', async ({ at }) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  const landed = {
    Findings: ['fibromyalgia', '[data-finding][aria-current]'],
    Sources: ['fibromyalgia', '[data-source]'],
    Handouts: ['fibromyalgia', '[data-handout]'],
    'Reported regimens': ['fibromyalgia', '[data-regimen][aria-current]'],
    Glossary: ['certainty in:glossary', '[data-term][aria-current]'],
    Resources: ['LDN in:resources', '[data-resource][aria-current]'],
  }
  for (const [group, [query = '', selector = '']] of Object.entries(landed)) {
    await search.ask(query)
    await search.goDownTo(search.options(group).first())
    await page.keyboard.press('Enter')
    await expect(desk.search).toHaveAttribute('aria-expanded', 'false')
    await desk.ready()
    await expect(page.locator(selector).first()).toBeVisible()
  }
})

test('a hit in a pane that is closed or behind another brings the pane on screen', async ({ at }) => {
  for (const width of [1440, 700]) {
    const { page, desk } = await at('/conditions/fibromyalgia', { width })
    const search = new SearchScreen(page)
    if (width === 1440) await desk.evidence.getByRole('button', { name: 'Close the Evidence pane' }).click()
    await expect(desk.evidence).toBeHidden()
    await search.ask('pain in:findings')
    await search.options('Findings').first().click()
    await expect(desk.evidence.locator('[data-finding][aria-current="true"]')).toBeVisible()
  }
})

test('Enter that comes before the list opens the best of the list that answers, and nothing that was listed before', async ({
  at,
}) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await search.ask('fibromyalgia')
  await expect(search.options('Conditions').first()).toContainText('Fibromyalgia')
  await search.field.evaluate((field: HTMLInputElement) => {
    field.value = 'crohn'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  await expect(desk.condition.getByRole('heading', { level: 1 })).toHaveText("Crohn's disease")
})

test('markup in a query is text', async ({ at }) => {
  const { page, desk } = await at()
  await desk.search.fill('<img src=x onerror=alert(1)>')
  await expect(page.getByText(/^(?:Nothing found|\d+ results?\b)/).first()).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})
