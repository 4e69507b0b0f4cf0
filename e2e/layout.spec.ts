import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultSettings, type Settings } from '../src/shared/settings'
import { expect, test } from './shared-app'

/** The settings that main has written for the next start, which it does a moment after the last change. */
const keptIn = async (userData: string): Promise<Settings> => {
  const text = await readFile(join(userData, 'state.json'), 'utf8').catch(() => '{}')
  return { ...defaultSettings, ...(JSON.parse(text) as { readonly settings?: Settings }).settings }
}

test.describe('three widths', () => {
  test('from 1400 px: contents and three panes', async ({ at }) => {
    const { desk } = await at('/', { width: 1440 })
    await desk.open('Fibromyalgia')
    for (const pane of [desk.contents, desk.condition, desk.evidence, desk.source])
      await expect(pane).toBeVisible()
  })

  test('from 1000 px: contents, page and a second pane that switches', async ({ at }) => {
    const { page, desk } = await at('/', { width: 1100 })
    await desk.open('Fibromyalgia')
    await expect(desk.condition).toBeVisible()
    await expect(desk.evidence).toBeVisible()
    await expect(desk.source).toBeHidden()
    await page.getByRole('group', { name: 'Pane' }).getByRole('button', { name: 'Source' }).click()
    await expect(desk.source).toBeVisible()
    await expect(desk.evidence).toBeHidden()
  })

  test('from 1000 px the keys go down the whole chain, through the pane that was behind', async ({ at }) => {
    const { page, desk } = await at('/', { width: 1200 })
    await desk.open('Fibromyalgia')
    await page.keyboard.press('j')
    await desk.ready()
    await page.keyboard.press('Enter')
    await expect(desk.evidence.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(desk.source.locator('[data-passage]:focus')).toHaveCount(1)
    await page.keyboard.press('Backspace')
    await expect(desk.evidence.locator(':focus')).toHaveCount(1)
  })

  test('below: one pane with tabs; a statement leads to its finding, back returns', async ({ at }) => {
    const { page, desk } = await at('/', { width: 700, height: 800 })
    await page.getByRole('button', { name: 'Open contents' }).click()
    await desk.open('Fibromyalgia')
    await expect(desk.evidence).toBeHidden()
    const [first = ''] = await desk.statementIds()
    await desk.statement(first).click()
    await expect(desk.evidence.locator('[data-finding][aria-current="true"]')).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(desk.condition).toBeVisible()
  })

  for (const width of [1440, 1100, 700, 400]) {
    test(`nothing overflows sideways at ${width} px`, async ({ at }) => {
      const { page } = await at('/conditions/crohns-disease', { width })
      const overflowing = await page.evaluate(() =>
        [...document.querySelectorAll('html, .app, main, header, footer, [data-pane-body]')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.tagName + '.' + one.className),
      )
      expect(overflowing).toEqual([])
    })
  }
})

test('panes can be resized by keyboard, and the next start keeps the widths', async ({
  start,
  makeFolder,
}) => {
  const userData = await makeFolder()
  const { app, page, desk } = await start({ userData })
  await desk.open('Fibromyalgia')
  const before = await desk.condition.boundingBox()
  await page.getByRole('separator').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(async () => (await desk.condition.boundingBox())?.width)
    .toBeGreaterThan((before?.width ?? 0) + 20)
  const after = await desk.condition.boundingBox()
  await expect.poll(async () => (await keptIn(userData)).widths).not.toEqual(defaultSettings.widths)
  await app.close()
  const again = await start({ userData })
  await expect
    .poll(async () =>
      Math.abs(((await again.desk.condition.boundingBox())?.width ?? 0) - (after?.width ?? 0)),
    )
    .toBeLessThan(4)
})

test('a pane can be closed and brought back', async ({ at }) => {
  const { page, desk } = await at()
  await desk.open('Fibromyalgia')
  await page.getByRole('button', { name: 'Close the Evidence pane' }).click()
  await expect(desk.evidence).toBeHidden()
  await expect(page.getByRole('button', { name: 'Show the Evidence pane' })).toBeFocused()
  await page.getByRole('button', { name: 'Show the Evidence pane' }).click()
  await expect(desk.evidence).toBeVisible()
})

test('light and dark follow the reader, and stay', async ({ start, makeFolder }) => {
  const userData = await makeFolder()
  const { app, page } = await start({ userData })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Dark', exact: true }).click()
  await expect.poll(paper).toBe('rgb(21, 23, 26)')
  await page.getByRole('button', { name: 'Light', exact: true }).click()
  await expect.poll(paper).toBe('rgb(251, 250, 247)')
  await page.getByRole('button', { name: 'Dark', exact: true }).click()
  await expect.poll(async () => (await keptIn(userData)).theme).toBe('dark')
  await app.close()
  const again = await start({ userData })
  expect(await again.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(21, 23, 26)',
  )
})

test('text grows and shrinks by keys, between 80 and 200 %', async ({ at }) => {
  const { page, desk } = await at()
  await desk.open('Fibromyalgia')
  const size = () =>
    desk.condition
      .locator('p.text, .text p')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize))
  const normal = await size()
  for (let step = 0; step < 12; step++) await page.keyboard.press('Control+=')
  await expect.poll(size).toBeCloseTo(normal * 2, 0)
  for (let step = 0; step < 20; step++) await page.keyboard.press('Control+-')
  await expect.poll(size).toBeCloseTo(normal * 0.8, 0)
  await page.keyboard.press('Control+0')
  await expect.poll(size).toBeCloseTo(normal, 1)
})

test('? shows all keys; F6 walks the panes; Ctrl F finds in the pane', async ({ at }) => {
  const { page, desk } = await at()
  await desk.open('Fibromyalgia')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  const [first = ''] = await desk.statementIds()
  await desk.statement(first).click()
  await page.keyboard.press('F6')
  await expect(desk.evidence.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('F6')
  await expect(desk.source.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('F6')
  await expect(desk.condition.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('fibromyalgia')
  await expect(desk.condition.getByRole('status').filter({ hasText: /^1 of \d+$/ })).toBeVisible()
})

test.describe('large text', () => {
  for (const [width, height] of [
    [1440, 900],
    [700, 900],
    [1100, 700],
  ] as const)
    test(`at 200 % in ${width} px fewer panes stand, and nothing in the head of the window is lost`, async ({
      at,
    }) => {
      const { page, desk } = await at('/conditions/fibromyalgia', { width, height })
      for (let step = 0; step < 5; step++) await page.keyboard.press('Control+=')
      await expect(page.getByRole('group', { name: 'Pane' })).toBeVisible()
      await expect(desk.condition).toBeVisible()
      await expect(desk.evidence).toBeHidden()
      const banner = page.getByRole('banner')
      const places = await banner
        .locator(':is(button, a, input):visible')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
      expect(places.length).toBeGreaterThan(5)
      for (const { left, right } of places) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(width)
      }
      const sorted = places.toSorted((a, b) => a.left - b.left)
      for (const [index, { right }] of sorted.entries())
        expect(sorted[index + 1]?.left ?? Infinity).toBeGreaterThanOrEqual(right - 8)
    })

  test('panes that were dragged narrow get the width that a line needs, and theirs back with smaller text', async ({
    at,
  }) => {
    const { page, desk } = await at('/conditions/fibromyalgia')
    const widthOf = async (pane: typeof desk.source): Promise<number> =>
      (await pane.boundingBox())?.width ?? 0
    const handle = page.getByRole('separator', { name: 'Width of the panes' }).last()
    await handle.focus()
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight')
    const narrow = await widthOf(desk.source)
    expect(narrow).toBeGreaterThanOrEqual(219)
    await page.keyboard.press('Control+=')
    await page.keyboard.press('Control+=')
    await expect(desk.source).toBeHidden()
    await page.keyboard.press('Control+-')
    await expect(desk.source).toBeVisible()
    await page.keyboard.press('Control+-')
    // Widths are kept in tenths of a percent of all panes, and shared out anew: a percent is theirs, the usual third is not.
    await expect.poll(async () => Math.abs((await widthOf(desk.source)) - narrow)).toBeLessThan(12)
  })
})
