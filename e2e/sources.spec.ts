import { axeFor, violationsOf, wcag } from './axe'
import { expect, test } from './app'
import { altered } from './bundles'
import { coloursAt } from './colours'
import { isFullyVisible } from './screens/desk-screen'
import { SourceView } from './screens/source-screen'
import { pooled, report, sourceBundle, sparePages, withDocuments } from './source-bundle'
import { tinyPdf } from './tiny-pdf'

// A start costs more than most of what is looked at here, so a test goes a reader's way through several promises.

test.describe('a PDF', () => {
  test('opens at the passage; zooms, fits and turns with the marks on the words; its words can be copied', async ({
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

  test('goes by label, number, words, keys, outline, links and small pages; links out are not followed', async ({
    start,
    makeFolder,
  }) => {
    const { app, page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
    await source.pdfPage(1).locator('.annotationLayer a').click()
    await expect(source.region).toContainText('(6 of 200)')

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

    await source.pageField.fill('ii')
    await source.pageField.press('Enter')
    const address = page.url()
    await source.pdfPage(2).locator('.annotationLayer a').click()
    await expect(page.getByText('Links out of a document are not followed.').first()).toBeAttached()
    expect(page.url()).toBe(address)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('of 1,000 pages holds few pages wherever it is read, and is let go of when it is left', async ({
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

  test('dark pages turn the paper and leave figures as they were printed, near, far and in small', async ({
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
})

test('a PDF that cannot be read as usual says so, and is never blank', async ({ start, makeFolder }) => {
  const folder = await makeFolder()
  const whole = tinyPdf({ pages: report(3) })
  const odd = await withDocuments(folder, {
    'trial.pdf': tinyPdf({ pages: report(3), password: 'secret' }),
    'spare-one.pdf': 'This is no PDF at all.'.repeat(50),
    'spare-two.pdf': whole.subarray(0, 300),
    'spare-three.pdf': tinyPdf({ pages: [] }),
    'spare-four.pdf': tinyPdf({ pages: [{ isScan: true, image: [120, 130, 140] }] }),
    'spare-five.pdf': tinyPdf({ pages: report(3), missing: 1 }),
  })
  // Changed after packing: its hash does not match.
  const bundle = await altered(
    odd,
    `${folder}/changed.lectern`,
    { 'data/files/spare-six.pdf': () => whole },
    true,
  )
  const { page, desk } = await start({ open: bundle })
  const source = new SourceView(page)
  const alert = source.region.getByRole('alert')

  await test.step('locked: a password opens it, a wrong one does not', async () => {
    await desk.goTo('/sources/trial')
    await expect(alert).toHaveText('This PDF is locked with a password.')
    await source.region.getByLabel('Password').fill('wrong')
    await source.button('Unlock').click()
    await expect(alert).toHaveText('That was not the password.')
    await source.region.getByLabel('Password').fill('secret')
    await source.button('Unlock').click()
    await expect(source.pdfPage(1)).toContainText('Page number 1')
  })

  for (const [what, id, says] of [
    ['bytes that are no PDF', 'spare-one', 'BROKEN_DOCUMENT'],
    ['cut off', 'spare-two', 'BROKEN_DOCUMENT'],
    ['without pages', 'spare-three', 'It has no pages.'],
    ['changed after packing', 'spare-six', 'WRONG_HASH'],
  ] as const)
    await test.step(what, async () => {
      await desk.goTo(`/sources/${id}`)
      await expect(alert).toContainText(says)
      await expect(source.button('Record')).toBeVisible()
    })

  await test.step('a scan: pages without words', async () => {
    await desk.goTo('/sources/spare-four')
    await expect(source.pdfPage(1).locator('canvas')).toBeVisible()
    await expect(source.region).toContainText('pictures of pages and no words')
  })

  await test.step('a page that the file does not hold', async () => {
    await desk.goTo('/sources/spare-five')
    await expect(source.pdfPage(1)).toContainText('Page number 1')
    await expect(source.region).toContainText('Could not be drawn: page 2.')
  })
})

test('a passage is never marked where it is not without a word', async ({ start, makeFolder }) => {
  const bundle = await withDocuments(await makeFolder(), {
    'spare-one.pdf': tinyPdf({ pages: sparePages({ 2: { lines: ['Gone.'] }, 3: { lines: [pooled] } }) }),
    'spare-two.pdf': tinyPdf({
      pages: sparePages({ 2: { lines: ['The pooled difference was 0.35 points in favor of naltrexone.'] } }),
    }),
    'spare-three.pdf': tinyPdf({ pages: sparePages({ 2: { lines: ['Gone.'] } }) }),
  })
  const { page, desk } = await start({ open: bundle })
  const source = new SourceView(page)
  for (const [what, id, says] of [
    ['on another page: marked there, without a warning, as the words are the same', 'spare-one', null],
    ['in nearly the same words: marked, and called approximate', 'spare-two', 'Approximate place.'],
    ['nowhere: nothing is marked', 'spare-three', 'Passage not found.'],
  ] as const)
    await test.step(what, async () => {
      await desk.goTo(`/sources/${id}?passage=${id}-pooled`)
      await expect(source.pdfPage(1)).toBeAttached()
      await desk.ready()
      if (says === null) await expect(source.region).not.toContainText('Approximate')
      else await expect(source.region).toContainText(says)
      const mark = source.passage(`${id}-pooled`)
      if (says === 'Passage not found.') await expect(mark).toHaveCount(0)
      else expect(await isFullyVisible(mark)).toBe(true)
    })
})

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
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
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
