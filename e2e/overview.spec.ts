import { expect, test } from './shared-app'

test('a title in the contents says how sure its main answer is, not its strongest finding', async ({
  at,
}) => {
  const { desk } = await at()
  const name = (title: string) => desk.contents.getByRole('link', { name: title })
  await expect(name('Multiple sclerosis')).toHaveAccessibleName(/\(Main symptom: very low certainty\)/)
  await expect(name('Lyme disease')).toHaveAccessibleName(/\(Main symptom: no evidence found\)/)
})

test.describe('on the overview', () => {
  test('a cell says what, which way and how sure, in one name', async ({ at }) => {
    const { page } = await at()
    const row = page.getByRole('row', { name: /^Fibromyalgia/ })
    await expect(row.getByRole('link', { name: /more vivid dreams.*low certainty/ })).toBeVisible()
    await expect(row.getByRole('rowheader', { name: 'Fibromyalgia' })).toBeVisible()
  })

  test('arrow keys walk the table, and Enter opens the chain', async ({ at }) => {
    const { page, desk } = await at()
    const table = page.getByRole('table')
    await table.getByRole('link', { name: 'Fibromyalgia', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await expect(table.locator('a:focus')).toHaveAccessibleName(/more vivid dreams/)
    await page.keyboard.press('Enter')
    await desk.ready()
    expect(await desk.selected('finding')).toBe('fm-vivid-dreams')
    await expect(desk.passage((await desk.selected('passage')) ?? '')).toBeVisible()
  })

  test('the heads of the columns stay in sight, and never over what has the focus', async ({ at }) => {
    const { page } = await at()
    const table = page.getByRole('table')
    const heads = table.getByRole('columnheader', { name: 'Harms' })
    await table.getByRole('link', { name: 'Infertility', exact: true }).focus()
    await expect(heads).toBeInViewport({ ratio: 1 })
    for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowUp')
    await expect(heads).toBeInViewport({ ratio: 1 })
    const under = (await heads.boundingBox()) ?? { y: Number.NaN, height: 0 }
    const focused = await table.locator('a:focus').boundingBox()
    expect(focused?.y).toBeGreaterThanOrEqual(under.y + under.height - 1)
  })

  test('who opens a cell and comes back finds the filters, and the focus where it was', async ({ at }) => {
    const { page, desk } = await at('/?certainty=low&direction=better&sort=name')
    const address = page.url()
    const cell = page.getByRole('row', { name: /^Crohn/ }).getByRole('link', { name: /more respond/ })
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect(desk.finding('crohns-response-12w')).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(cell).toBeFocused()
    expect(page.url()).toBe(address)
  })

  test('where no condition has all that is asked for, it says so and leads out', async ({ at }) => {
    const { page } = await at('/?certainty=high&direction=worse')
    await expect(page.getByText('No condition has such a finding.')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: '0 of 27 conditions' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('rowheader')).toHaveCount(27)
  })

  test('it can be filtered and sorted, and the address keeps both', async ({ at }) => {
    const { page } = await at()
    await page.getByLabel('Direction', { exact: true }).selectOption('worse')
    await page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Name' }).click()
    await expect(page.getByRole('rowheader', { name: 'Fibromyalgia' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: "Crohn's disease" })).toHaveCount(0)
    expect(new URL(page.url()).search).toBe('?sort=name&direction=worse')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('rowheader', { name: "Crohn's disease" })).toBeVisible()
  })

  test('it can be filtered by kind of study, alone and together with how sure a finding is', async ({
    at,
  }) => {
    const { page } = await at()
    const design = page.getByLabel('Study design', { exact: true })
    await expect(page.getByRole('rowheader', { name: 'Hailey-Hailey disease' })).toBeVisible()
    await design.selectOption('randomised trial')
    await expect(page.getByRole('rowheader', { name: 'Fibromyalgia' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Multiple sclerosis' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Hailey-Hailey disease' })).toHaveCount(0)
    await page.getByLabel('Certainty', { exact: true }).selectOption('low')
    await expect(page.getByRole('rowheader', { name: 'Multiple sclerosis' })).toHaveCount(0)
    expect(new URL(page.url()).searchParams.get('design')).toBe('randomised trial')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('rowheader', { name: 'Multiple sclerosis' })).toBeVisible()
  })

  test('it says what is new in this version, and leads there', async ({ at }) => {
    const { page, desk } = await at()
    await expect(page.getByRole('heading', { name: 'New in 1.0.0' })).toBeVisible()
    await page.getByRole('link', { name: 'Fibromyalgia: Mean pain, largest trial' }).click()
    await desk.ready()
    expect(await desk.selected('finding')).toBe('fm-pain-12w')
  })

  test('topics are no rows, and stand in the contents', async ({ at }) => {
    const { page, desk } = await at()
    await expect(page.getByRole('rowheader', { name: /safely/i })).toHaveCount(0)
    await expect(desk.contents.getByRole('link', { name: 'Safety' })).toBeVisible()
    await expect(desk.contents.getByRole('heading', { name: 'For all conditions' })).toBeVisible()
  })

  test('it offers to go on where the reader was', async ({ at }) => {
    const { page, desk } = await at()
    await desk.open('Fibromyalgia')
    await desk.contents.getByRole('link', { name: 'Overview' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Fibromyalgia', exact: true }).last().click()
    await expect(desk.condition.getByRole('heading', { level: 1 })).toHaveText('Fibromyalgia')
  })
})
