import { expect, test } from './app'
import { coloursAt } from './colours'
import { isFullyVisible } from './screens/desk-screen'
import { SourceView } from './screens/source-screen'
import { pooled, report, sourceBundle, withDocuments } from './source-bundle'
import { tinyPdf } from './tiny-pdf'

// A start costs more than most of what is looked at here, so a test goes a reader's way through several promises.

test('a PDF opens at the passage; zooms, fits and turns with the marks on the words; its words can be copied', async ({
  start,
  makeFolder,
}) => {
  const { app, page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  const source = new SourceView(page)
  const mark = source.passage('trial-pooled')
  await desk.goTo('/sources/trial')
  await expect(source.pageField).toHaveValue('i')

  await test.step('the passage is marked, fully on screen and told to a screen reader', async () => {
    await source.button('Record').click()
    await source.region.getByText('2 passages').click()
    await source.record.getByRole('link', { name: pooled }).click()
    await desk.ready()
    expect(await isFullyVisible(mark)).toBe(true)
    await source.button('Record').click() // more room below, and the passage stays in it
    await desk.ready()
    await expect(mark).toHaveAttribute('aria-current', 'true')
    await expect(mark).toHaveAttribute('aria-label', pooled)
    expect(await isFullyVisible(mark)).toBe(true)
    await expect(page.getByText(`Passage shown: ${pooled}`)).toHaveCount(1)
    await expect(source.pageField).toHaveValue('116')
    await expect(source.region).toContainText('(120 of 200)')
    await expect(source.region).not.toContainText('Approximate')
  })

  await test.step('words that are selected go to the clipboard', async () => {
    const box = await source.pdfPage(120).getByText('Pain fell by 1.2 points').boundingBox()
    if (box === null) throw new Error('the line is not on screen')
    await page.mouse.move(box.x + 1, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.press('Control+c')
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toContain('fell by 1.2 points')
  })

  const words = source.pdfPage(120).getByText(pooled)
  const overlap = async (): Promise<number> => {
    const [one, other] = [await mark.boundingBox(), await words.boundingBox()]
    if (one === null || other === null) return 0
    const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
    const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
    return (Math.max(0, across) * Math.max(0, down)) / (other.width * other.height)
  }
  await expect(source.button('Fit width')).toHaveAttribute('aria-pressed', 'true')
  for (const tool of ['Larger', 'Smaller', 'Smaller', 'Fit page', 'Turn right', 'Fit width']) {
    await source.button(tool).click()
    await desk.ready()
    await expect.poll(overlap, tool).toBeGreaterThan(0.7)
    await expect(source.region).toContainText('(120 of 200)') // wherever the other pages went
  }

  await test.step('a pinch is about the pointer', async () => {
    const zoom = source.region.getByLabel('Zoom', { exact: true })
    const before = await zoom.textContent()
    const box = await mark.boundingBox()
    if (box === null) throw new Error('the passage is not on screen')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.keyboard.down('Control')
    for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, -40)
    await page.keyboard.up('Control')
    await expect(zoom).not.toHaveText(before ?? '')
    const after = async (): Promise<boolean> => {
      const now = await mark.boundingBox()
      return now !== null && x > now.x && x < now.x + now.width && y > now.y && y < now.y + now.height
    }
    await expect.poll(after).toBe(true)
  })
})

test('a PDF goes by label, number, words, keys, outline, links and small pages; links out are not followed', async ({
  start,
  makeFolder,
}) => {
  const { app, page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  await desk.goTo('/sources/trial')
  const source = new SourceView(page)
  await source.pdfPage(1).locator('.annotationLayer a').click()
  await expect(source.region).toContainText('(6 of 200)')

  await test.step('back leads to where a link was followed, forward to where it led', async () => {
    const address = page.url()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(source.region).toContainText('(1 of 200)')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(source.region).toContainText('(6 of 200)')
    expect(page.url()).toBe(address)
  })

  await test.step('a label or a number can be typed; what is none is refused', async () => {
    for (const [typed, number] of [
      ['iii', 3],
      ['100', 104],
      ['#100', 100],
    ] as const) {
      await source.pageField.fill(typed)
      await source.pageField.press('Enter')
      await expect(source.region).toContainText(`(${number} of 200)`)
    }
    await source.pageField.fill('xyz')
    await source.pageField.press('Enter')
    await expect(source.pageField).toHaveAttribute('aria-invalid', 'true')
    await expect(source.region).toContainText('(100 of 200)')
  })

  await test.step('keys scroll', async () => {
    await source.body.focus()
    await page.keyboard.press('End')
    await expect(source.region).toContainText('(200 of 200)')
    await page.keyboard.press('Home')
    await expect(source.region).toContainText('(1 of 200)')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    await expect.poll(() => source.body.evaluate((body) => body.scrollTop)).toBeGreaterThan(300)
  })

  await test.step('words are found on all pages, with their count', async () => {
    await source.body.focus()
    await page.keyboard.press('Home')
    await source.find('naltrexone', '1 of 201')
    await source.findField.press('Enter')
    await expect(source.findCount).toHaveText('2 of 201')
    await source.findField.press('Shift+Enter')
    await expect(source.findCount).toHaveText('1 of 201')
    await source.find('POOLED difference', '1 of 1')
    await expect(source.region).toContainText('(120 of 200)')
    await expect(source.pdfPage(120).locator('.highlight.selected')).toHaveText(/pooled difference/)
    await source.find('quetzalcoatl', 'not found')
    await source.findField.press('Escape')
    await expect(source.pdfPages.locator('.highlight')).toHaveCount(0)
    await expect(source.body).toBeFocused()
  })

  await test.step('the outline and the small pages lead to pages', async () => {
    await source.button('Outline and pages').click()
    await source.button('Results').click()
    await expect(source.region).toContainText('(120 of 200)')
    await source.button('Pages').click()
    const small = source.region.getByRole('button', { name: 'Page 116, number 120' })
    await expect(small).toHaveAttribute('aria-current', 'page')
    await expect(small.locator('canvas')).toBeVisible()
    await small.press('ArrowDown')
    await expect(source.region).toContainText('(121 of 200)')
  })

  await test.step('back from an outline leads to the passage that was in view', async () => {
    await desk.goTo('/sources/trial?passage=trial-pooled')
    await source.button('Outline').click()
    await source.button('Methods').click()
    await expect(source.region).toContainText('(4 of 200)')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(source.region).toContainText('(120 of 200)')
    await expect.poll(() => isFullyVisible(source.passage('trial-pooled'))).toBe(true)
    await desk.goTo('/sources/trial')
  })

  await source.pageField.fill('ii')
  await source.pageField.press('Enter')
  const address = page.url()
  await source.pdfPage(2).locator('.annotationLayer a').click()
  await expect(page.getByText('Links out of a document are not followed.').first()).toBeAttached()
  expect(page.url()).toBe(address)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a PDF of 1,000 pages holds few pages wherever it is read, and is let go of when it is left', async ({
  start,
  makeFolder,
}) => {
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  await desk.goTo('/sources/long')
  const source = new SourceView(page)
  await expect(source.pdfPages).toHaveCount(1000)
  for (const number of [250, 500, 1000, 3]) {
    await source.pageField.fill(String(number))
    await source.pageField.press('Enter')
    await expect(source.pdfPage(number).locator('canvas')).toBeVisible()
    await expect(source.pdfPage(number)).toContainText(`Page number ${number} of the report`)
    expect(await source.drawnPages()).toBeLessThan(14)
  }
  await source.find('report', /^\d+ of 1000$/)
  await source.findField.press('Escape')

  const tools = await page.context().newCDPSession(page)
  /** Elements that are still held after a long PDF was opened and left. */
  const held = async (): Promise<number> => {
    await desk.goTo('/sources/long')
    await expect(source.pdfPage(1).locator('canvas')).toBeVisible()
    await desk.goTo('/sources/digest')
    await expect(source.pdfPages).toHaveCount(0)
    await tools.send('HeapProfiler.collectGarbage')
    return (await tools.send('Memory.getDOMCounters')).nodes
  }
  const before = await held()
  for (let more = 0; more < 3; more++) await held()
  expect(await held()).toBeLessThan(before + 1000) // a page is an element at least, and it has 1,000
})

test('dark pages of a PDF turn the paper and leave figures as they were printed, near, far and in small', async ({
  start,
  makeFolder,
}) => {
  const bar = '0.84 0.15 0.16 rg 100 300 60 90 re f 0.3 g 180 300 60 60 re f'
  const pages = report(12).map((one) => ({ ...one, drawing: bar }))
  const bundle = await withDocuments(await makeFolder(), { 'trial.pdf': tinyPdf({ pages }) })
  const { page, desk } = await start({ open: bundle })
  await page.emulateMedia({ colorScheme: 'light' })
  await desk.goTo('/sources/trial?page=3')
  const source = new SourceView(page)
  const sheet = source.pdfPage(3)
  await expect(sheet.locator('canvas')).toBeVisible()
  await source.button('Fit page').click() // all of it on screen
  // In points of the page from the top left: the image, the red bar, the grey bar, the paper.
  const points = [
    [120, 340],
    [130, 440],
    [210, 470],
    [400, 600],
  ] as const
  const seen = () => coloursAt(sheet, 612, points)
  const [image, bars, grey] = [
    [200, 30, 30],
    [214, 38, 41],
    [76, 76, 76],
  ]
  await expect.poll(seen).toEqual([image, bars, grey, [255, 255, 255]])
  await source.button('Dark pages; figures stay as printed').click()
  await expect.poll(seen).toEqual([image, bars, grey, [31, 31, 31]])
  await source.button('Smaller').click()
  await expect.poll(seen).toEqual([image, bars, grey, [31, 31, 31]])
  await source.button('Outline and pages').click()
  const small = source.region.getByRole('button', { name: 'Page 3', exact: true }).locator('canvas')
  await expect.poll(() => coloursAt(small, 612, points)).toEqual([image, bars, grey, [31, 31, 31]])
  await source.button('Dark pages; figures stay as printed').click()
  await expect.poll(seen).toEqual([image, bars, grey, [255, 255, 255]])
  await expect.poll(() => coloursAt(small, 612, points)).toEqual([image, bars, grey, [255, 255, 255]])
})

test('a note that somebody put on a page is read by the pointer and by the keyboard', async ({
  start,
  makeFolder,
}) => {
  const [first, ...more] = report(3)
  const pages = [{ ...first, note: 'Who paid for this?' }, ...more]
  const bundle = await withDocuments(await makeFolder(), { 'trial.pdf': tinyPdf({ pages }) })
  const { page, desk } = await start({ open: bundle })
  await desk.goTo('/sources/trial')
  const source = new SourceView(page)
  const sheet = source.pdfPage(1)
  const icon = sheet.locator('.textAnnotation img')
  await expect.poll(() => icon.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await expect(icon).toHaveAttribute('alt', 'Note')
  const note = sheet.getByText('Who paid for this?')
  await expect(note).toBeHidden()
  await icon.click()
  await expect(note).toBeVisible()
  await sheet.locator('.textAnnotation').press('Escape')
  await page.mouse.move(0, 0)
  await expect(note).toBeHidden()
  await sheet.locator('.textAnnotation').press('Enter')
  await expect(note).toBeVisible()
})

test('a page that is larger than the first is drawn within bounds, at once', async ({
  start,
  makeFolder,
}) => {
  const pages = report(4).map((one, index) =>
    index === 2 ? { ...one, size: [14_400, 14_400] as const } : one,
  )
  const bundle = await withDocuments(await makeFolder(), { 'trial.pdf': tinyPdf({ pages }) })
  const { page, desk } = await start({ open: bundle })
  await desk.goTo('/sources/trial?page=3')
  const pictures = new SourceView(page).pdfPage(3).locator('canvas')
  await expect(pictures.first()).toBeAttached()
  const pixels = await pictures.evaluateAll((all) =>
    all.map((one) => (one as HTMLCanvasElement).width * (one as HTMLCanvasElement).height),
  )
  for (const count of pixels) expect(count).toBeLessThanOrEqual(2 ** 24)
})
