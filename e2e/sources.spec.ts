import { axeFor, violationsOf, wcag } from './axe'
import { expect, test } from './app'
import { SourceView } from './screens/source-screen'
import { sourceBundle } from './source-bundle'

// A start costs more than most of what is looked at here, so a test goes a reader's way through several promises.

test('two at once: two places of one PDF, and a long PDF beside a short document', async ({
  start,
  makeFolder,
}) => {
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  const first = new SourceView(page)
  const second = new SourceView(page, 'Second source')

  await test.step('each place has its own passage, in the route', async () => {
    await desk.goTo('/sources/trial?passage=trial-pooled')
    await first.button('Compare').click()
    await expect(second.pdfPage(1)).toContainText('Page number 1')
    await second.button('Record').click()
    await second.region.getByText('2 passages').click()
    await second.record.getByRole('link', { name: 'Page number 1 of the report' }).click()
    await desk.ready()
    expect(page.url()).toMatch(/passage=trial-pooled.*also=trial.*alsoPassage=trial-first/)
    await expect(second.passage('trial-first').and(page.locator('[aria-current="true"]'))).toHaveCount(1)
    await expect(
      first.passage('trial-pooled').and(page.locator('[aria-current="true"]')).first(),
    ).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(page).toHaveURL(/also=trial$/)
  })

  await test.step('another source can be chosen, and closed', async () => {
    await desk.goTo('/sources/long?page=900&also=long')
    await second.region.getByLabel('Which source').selectOption({ label: 'A long trial' })
    await expect(second.region).toContainText('of 200')
    await second.region.getByLabel('Which source').selectOption({ label: 'A guide in HTML' })
    await expect(second.frame.getByText('A guide', { exact: true })).toBeVisible()
    await first.pageField.fill('700')
    await first.pageField.press('Enter')
    await expect(first.pdfPage(700)).toContainText('Page number 700')
    await second.button('Close the second source').click()
    await desk.ready()
    await expect(second.region).toHaveCount(0)
    await expect(first.region).toContainText('of 1000')
  })
})

test('back and forward keep the place that was read, in a digest and in a PDF', async ({
  start,
  makeFolder,
}) => {
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  const source = new SourceView(page)
  for (const path of ['/sources/digest', '/sources/trial']) {
    await desk.goTo(path)
    await source.body.evaluate((body) => body.scrollTo({ top: 1500 }))
    await expect.poll(() => source.body.evaluate((body) => Math.round(body.scrollTop))).toBe(1500)
    await page.waitForTimeout(200) // pdf.js tells where it is once scrolling rests
    await page.getByRole('link', { name: 'About this bundle' }).click()
    await expect(page.getByRole('heading', { name: 'Identity' })).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(source.body).toBeVisible()
    await desk.ready()
    const top = await source.body.evaluate((body) => body.scrollTop)
    expect(Math.abs(top - 1500), path).toBeLessThan(12)
  }
})

test('the record says all that the bundle knows; the words of a digest can be selected, a click still chooses', async ({
  start,
  makeFolder,
}) => {
  const { app, page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  const source = new SourceView(page)
  await desk.goTo('/sources/trial')
  await expect(source.region).toContainText('Adams 2021')
  await expect(source.region).toContainText('not known to be retracted (checked 20 Nov 2026)')
  await source.button('Record').click()
  for (const text of [
    'Adams Ada',
    'A long trial',
    'Journal of Tests',
    '2021',
    '10.1000/trial',
    '12345',
    'not known to be retracted (checked 20 Nov 2026)',
    'CC0-1.0',
    'A foundation',
    'low: Blinded.',
    'seen as full text. All of it.',
    'trial.pdf',
  ])
    await expect(source.record).toContainText(text)
  await source.button('Record').click()

  await desk.goTo('/sources/digest')
  const passage = source.passage('digest-one')
  const box = await passage.boundingBox()
  if (box === null) throw new Error('the passage is not on screen')
  await page.mouse.move(box.x + 4, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 6 })
  await page.mouse.up()
  expect(await page.evaluate(() => window.getSelection()?.toString())).toContain('fell by 1.2')
  await expect(passage).not.toHaveAttribute('aria-current', 'true')
  await page.mouse.click(10, 400)
  await passage.click()
  await expect(passage).toHaveAttribute('aria-current', 'true')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/^Adams 2021\n[^]*The last words of the digest\.\s*$/)
})

test('every kind with its record, its find bar and its side open: no violation that axe can find', async ({
  start,
  makeFolder,
}) => {
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  const source = new SourceView(page)
  await desk.goTo('/sources/trial?passage=trial-pooled')
  await source.button('Record').click()
  await source.button('Find').click()
  await source.button('Outline and pages').click()
  for (const path of [
    '/sources/trial?passage=trial-pooled',
    '/sources/guide?passage=guide-dose',
    '/sources/digest?also=trial',
  ]) {
    await desk.goTo(path)
    await expect(source.record).toBeVisible()
    await expect(source.findField).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await desk.ready()
      const axe = axeFor(page)
        .withTags(wcag)
        .exclude('.textLayer') // its words are seen on the picture below it
        .exclude('iframe') // a stranger's document
      expect(await violationsOf(axe), `${path}, ${colorScheme}`).toEqual([])
    }
  }
})
