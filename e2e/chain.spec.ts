import { expect, test } from './shared-app'
import { selectLine } from './pointer'
import { isFullyVisible } from './screens/desk-screen'

test.describe('the chain', () => {
  test('a click on a statement selects its finding and shows its passage, whole', async ({ at }) => {
    const { desk } = await at()
    await desk.open('Fibromyalgia')
    const [first = ''] = await desk.statementIds()
    await desk.statement(first).click()

    const [statement, finding, passage] = await desk.selection()
    expect(statement).toBe(first)
    expect(finding).not.toBeNull()
    expect(passage).not.toBeNull()
    await expect(desk.finding(finding ?? '')).toBeVisible()
    await expect.poll(() => isFullyVisible(desk.passage(passage ?? ''))).toBe(true)
  })

  test('the words of a statement and of a passage can be selected; that chooses nothing', async ({ at }) => {
    const { page, desk } = await at('/conditions/fibromyalgia?statement=fm-says-pain')
    const [, , passage] = await desk.selection()
    const [, other = ''] = await desk.statementIds()
    const address = page.url()
    for (const mark of [desk.statement(other), desk.passage(passage ?? '')]) {
      const chosen = await selectLine(page, mark)
      expect(await mark.textContent()).toContain(chosen.trim())
      expect(page.url()).toBe(address)
      await page.keyboard.press('Escape')
    }
    await desk.statement(other).click()
    await desk.ready()
    expect((await desk.selection())[0]).toBe(other)
  })

  for (const half of [0, 1] as const)
    test(`every statement of the bundle leads to a finding and a passage or to "no evidence found", and back: half ${half + 1}`, async ({
      at,
    }) => {
      test.setTimeout(300_000)
      const { desk } = await at()
      let walked = 0
      const pages = (await desk.pagePaths()).filter((_, index) => index % 2 === half)
      for (const path of pages) {
        await desk.goTo(path)
        const statements = await desk.statementIds()
        expect(statements.length, path).toBeGreaterThan(0)
        for (const id of statements) {
          await desk.statement(id).click()
          await expect
            .poll(() => desk.chainOf(id), { message: `the chain of ${id}`, intervals: [10, 20, 50, 100] })
            .toEqual({
              statement: id,
              hasFinding: true,
              ends: expect.stringMatching(/^(a whole passage that leads back|nothing found, and when)$/),
            })
          walked += 1
        }
      }
      expect(walked).toBeGreaterThan(120)
    })

  test('Enter selects a statement and goes down the chain, Backspace goes up', async ({ at }) => {
    const { page, desk } = await at()
    await desk.open('Fibromyalgia')
    const [first = ''] = await desk.statementIds()
    await desk.statement(first).focus()
    await page.keyboard.press('Enter')
    expect((await desk.selection())[0]).toBe(first)
    await page.keyboard.press('Enter')
    await expect(desk.evidence.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(desk.source.locator('[data-passage]:focus')).toHaveCount(1)
    await page.keyboard.press('Backspace')
    await expect(desk.evidence.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Backspace')
    await expect(desk.statement(first)).toBeFocused()
  })

  test('what rests on a passage is a link back that takes the focus along, also into a pane that was closed', async ({
    at,
  }) => {
    const { page, desk } = await at('/conditions/fibromyalgia')
    await desk.evidence.getByRole('button', { name: 'Close the Evidence pane' }).click()
    const back = async (kind: RegExp): Promise<void> => {
      await desk.goTo('/sources/younger2013?passage=younger2013-pain')
      await desk.source.locator('summary').filter({ hasText: kind }).press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await back(/statement/)
    await expect(desk.condition.locator('[data-statement][aria-current="true"]')).toBeFocused()
    await back(/finding/)
    await expect(
      desk.evidence.locator('[data-finding][aria-current="true"]').getByRole('link').first(),
    ).toBeFocused()
    await back(/claim/)
    await expect(page.locator('[aria-current="true"] [data-claim] a').first()).toBeFocused()
    await back(/handout/)
    await expect(page).toHaveURL(/\/handouts\//)
    await expect(page.getByRole('main')).toBeFocused()
  })

  test('J and K walk the statements', async ({ at }) => {
    const { page, desk } = await at()
    await desk.open("Crohn's disease")
    const [first, second] = await desk.statementIds()
    await page.keyboard.press('j')
    expect((await desk.selection())[0]).toBe(first)
    await page.keyboard.press('j')
    expect((await desk.selection())[0]).toBe(second)
    await page.keyboard.press('k')
    expect((await desk.selection())[0]).toBe(first)
  })

  test('a click on a finding brings the statement and the passage along', async ({ at }) => {
    const { desk } = await at()
    await desk.open('Fibromyalgia')
    const id = await desk.evidence.locator('[data-finding]').nth(1).getAttribute('data-finding')
    await desk
      .finding(id ?? '')
      .getByRole('link')
      .first()
      .click()
    const [, finding, passage] = await desk.selection()
    expect(finding).toBe(id)
    expect(passage).not.toBeNull()
  })

  test('a click on a finding does not move what was clicked', async ({ at }) => {
    const { desk } = await at()
    await desk.open('Fibromyalgia')
    const first = desk.evidence.locator('[data-finding]').first()
    await first.getByRole('link').first().click()
    const link = desk.evidence.locator('[data-finding]').nth(2).getByRole('link').first()
    await link.scrollIntoViewIfNeeded()
    const before = await link.boundingBox()
    await link.click()
    await desk.ready()
    const after = await link.boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
  })

  test('the source lists what rests on the passage, and leads back up', async ({ at }) => {
    const { desk } = await at()
    await desk.open('Fibromyalgia')
    const [first = ''] = await desk.statementIds()
    await desk.statement(first).click()
    await desk.source.getByText(/^\d+ statements?$/).click()
    const back = desk.source.getByRole('listitem').getByRole('link').first()
    await back.click()
    const [statement, , passage] = await desk.selection()
    expect(statement).not.toBeNull()
    expect(passage).not.toBeNull()
  })
})

test('a passage that another page rests on opens in its source, marked', async ({ at }) => {
  const { page, desk } = await at('/conditions/fibromyalgia')
  await page.keyboard.press('j')
  await desk.ready()
  const here = await desk.evidence.locator('[data-finding]').evaluateAll((all) => all.length)
  expect(here).toBeGreaterThan(0)
  const ids = await desk.source
    .locator('[data-passage]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-passage') ?? ''))
  for (const id of ids) {
    await desk.passage(id).click()
    await desk.ready()
    await expect(desk.passage(id)).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('Alt+ArrowLeft')
    await desk.ready()
  }
})

test.describe('the route is the selection', () => {
  test('back and forward restore it', async ({ at }) => {
    const { page, desk } = await at()
    await desk.open('Fibromyalgia')
    const [first = '', second = ''] = await desk.statementIds()
    await desk.statement(first).click()
    const one = await desk.selection()
    await desk.statement(second).click()
    const two = await desk.selection()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => desk.selection()).toEqual(one)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => desk.selection()).toEqual(two)
  })

  test('a lectern:// address opens it', async ({ start }) => {
    const { desk } = await start({ open: 'lectern://ldn/conditions/crohns-disease' })
    const [first = ''] = await desk.statementIds()
    const again = await start({ open: `lectern://ldn/conditions/crohns-disease?statement=${first}` })
    expect((await again.desk.selection())[0]).toBe(first)
  })

  test('the next start restores it', async ({ start, makeFolder }) => {
    const userData = await makeFolder()
    const { app, desk } = await start({ userData })
    await desk.open('Fibromyalgia')
    const [, second = ''] = await desk.statementIds()
    await desk.statement(second).click()
    const before = await desk.selection()
    await app.close()
    const again = await start({ userData })
    expect(await again.desk.selection()).toEqual(before)
  })

  test('an address of a condition that does not exist says so, and the contents lead on', async ({
    start,
  }) => {
    const { page, desk } = await start({ open: 'lectern://ldn/conditions/no-such-thing?statement=x' })
    await expect(page.getByRole('alert')).toContainText('There is no such page')
    await desk.open('Fibromyalgia')
  })

  test('a statement that does not exist is named, and the page is shown', async ({ at }) => {
    const { desk } = await at('/conditions/fibromyalgia?statement=nothing-here')
    await expect(desk.condition).toContainText('nothing-here')
    await expect(desk.condition.getByRole('heading', { level: 1 })).toHaveText('Fibromyalgia')
  })

  test('an address of another bundle is refused in words', async ({ start }) => {
    const { page } = await start({ open: 'lectern://other/conditions/x' })
    await expect(page.getByRole('alert')).toContainText('That bundle is not open')
  })
})
