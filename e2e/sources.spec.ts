import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app'
import { altered } from './bundles'
import { coloursAt } from './colours'
import { isFullyVisible } from './screens/desk-screen'
import { SourceView } from './screens/source-screen'
import { pooled, report, sourceBundle, withDocument } from './source-bundle'
import { tinyPdf } from './tiny-pdf'

test.describe('a PDF', () => {
  test('opens at the passage, marked, fully on screen and told to a screen reader', async ({
    start,
    makeFolder,
  }) => {
    const bundle = await sourceBundle(await makeFolder())
    const { page, desk } = await start({ open: bundle })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
    await expect(source.pageField).toHaveValue('i')
    await source.button('Record').click()
    await source.region.getByText('2 passages').click()
    await source.record.getByRole('link', { name: pooled }).click()
    await desk.ready()
    const mark = source.passage('trial-pooled')
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

  test('its words can be selected and copied', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const line = new SourceView(page).pdfPage(1).getByText('Pain fell by 1.2 points')
    const box = await line.boundingBox()
    if (box === null) throw new Error('the line is not on screen')
    await page.mouse.move(box.x + 1, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    const copied = await page.evaluate(() => {
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
      window.getSelection()?.anchorNode?.parentElement?.dispatchEvent(event)
      return data.getData('text/plain')
    })
    expect(copied).toContain('fell by 1.2 points')
  })

  test('goes to a page by its label and by its number, and refuses what is none', async ({
    start,
    makeFolder,
  }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
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

  test('finds words on all pages, with their count', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
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

  test('zooms, fits, turns; the marks stay on the words', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial?passage=trial-pooled')
    const source = new SourceView(page)
    const mark = source.passage('trial-pooled')
    const words = source.pdfPage(120).getByText(pooled)
    const overlap = async (): Promise<number> => {
      const [one, other] = [await mark.boundingBox(), await words.boundingBox()]
      if (one === null || other === null) return 0
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
      return (Math.max(0, across) * Math.max(0, down)) / (other.width * other.height)
    }
    await expect.poll(overlap).toBeGreaterThan(0.7)
    await expect(source.button('Fit width')).toHaveAttribute('aria-pressed', 'true')
    for (const step of ['Larger', 'Smaller', 'Smaller', 'Fit page', 'Turn right', 'Fit width']) {
      await source.button(step).click()
      await desk.ready()
      await expect.poll(overlap, step).toBeGreaterThan(0.7)
    }
    const zoom = source.region.getByLabel('Zoom', { exact: true })
    const before = await zoom.textContent()
    await source.body.hover()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await expect(zoom).not.toHaveText(before ?? '')
  })

  test('follows its outline, its own links and its small pages; links out are not followed', async ({
    start,
    makeFolder,
  }) => {
    const { app, page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
    await source.pdfPage(1).locator('.annotationLayer a').click()
    await expect(source.region).toContainText('(6 of 200)')
    await source.button('Outline and pages').click()
    await source.button('Results').click()
    await expect(source.region).toContainText('(120 of 200)')
    await source.button('Pages').click()
    const small = source.region.getByRole('button', { name: 'Page 116, number 120' })
    await expect(small).toHaveAttribute('aria-current', 'page')
    await expect(small.locator('canvas')).toBeVisible()
    await small.press('ArrowDown')
    await expect(source.region).toContainText('(121 of 200)')
    await source.pageField.fill('ii')
    await source.pageField.press('Enter')
    const address = page.url()
    await source.pdfPage(2).locator('.annotationLayer a').click()
    await expect(page.getByText('Links out of a document are not followed.').first()).toBeAttached()
    expect(page.url()).toBe(address)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('scrolls by keys', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
    await source.body.focus()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    await expect.poll(() => source.body.evaluate((body) => body.scrollTop)).toBeGreaterThan(300)
    await page.keyboard.press('End')
    await expect(source.region).toContainText('(200 of 200)')
    await page.keyboard.press('Home')
    await expect(source.region).toContainText('(1 of 200)')
  })

  test('of 1,000 pages asks for little of the file and holds few pages, wherever it is read', async ({
    start,
    makeFolder,
  }) => {
    const { app, page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/long')
    const source = new SourceView(page)
    await expect(source.pdfPages).toHaveCount(1000)
    await expect(source.pdfPage(1).locator('canvas')).toBeVisible()
    expect(await app.evaluate(() => true)).toBe(true)
    for (const number of [250, 500, 750, 1000, 3]) {
      await source.pageField.fill(String(number))
      await source.pageField.press('Enter')
      await expect(source.pdfPage(number).locator('canvas')).toBeVisible()
      await expect(source.pdfPage(number)).toContainText(`Page number ${number} of the report`)
      expect(await source.drawnPages()).toBeLessThan(14)
    }
    await source.find('report', '1 of 1000').catch(() => undefined)
    await expect(source.findCount).toHaveText(/^\d+ of 1000$/)
  })

  test('is let go of when it is left, with all that was drawn of it', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    const tools = await page.context().newCDPSession(page)
    const source = new SourceView(page)
    /** Elements that are still held after a long PDF was opened and left. */
    const held = async (): Promise<number> => {
      await desk.goTo('/sources/long')
      await expect(source.pdfPage(1).locator('canvas')).toBeVisible()
      await desk.goTo('/sources/digest')
      await expect(source.pdfPages).toHaveCount(0)
      await tools.send('HeapProfiler.collectGarbage')
      return (await tools.send('Memory.getDOMCounters')).nodes
    }
    const once = await held()
    for (let more = 0; more < 3; more++) await held()
    expect(await held()).toBeLessThan(once + 1000) // a page is an element at least, and it has 1,000
  })

  test('dark pages turn the paper and leave figures as they were printed, near and far', async ({
    start,
    makeFolder,
  }) => {
    const bar = '0.84 0.15 0.16 rg 100 300 60 90 re f 0.3 g 180 300 60 60 re f'
    const pages = report(12).map((one) => ({ ...one, drawing: bar }))
    const bundle = await withDocument(await makeFolder(), 'trial.pdf', tinyPdf({ pages }))
    const { page, desk } = await start({ open: bundle })
    await page.emulateMedia({ colorScheme: 'light' })
    await desk.goTo('/sources/trial?page=3')
    const source = new SourceView(page)
    const sheet = source.pdfPage(3)
    await expect(sheet.locator('canvas')).toBeVisible()
    await source.button('Fit page').click() // all of it on screen
    // In points of the page from the top left: the image, the red bar, the grey bar, the paper.
    const seen = () =>
      coloursAt(sheet, 612, [
        [120, 340],
        [130, 440],
        [210, 470],
        [400, 600],
      ])
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
    await source.button('Dark pages; figures stay as printed').click()
    await expect.poll(seen).toEqual([image, bars, grey, [255, 255, 255]])
  })
})

test.describe('a PDF that cannot be read as usual says so', () => {
  test('locked: a password opens it, a wrong one does not', async ({ start, makeFolder }) => {
    const locked = tinyPdf({ pages: report(3), password: 'secret' })
    const { page, desk } = await start({ open: await withDocument(await makeFolder(), 'trial.pdf', locked) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
    await expect(source.region.getByRole('alert')).toHaveText('This PDF is locked with a password.')
    await source.region.getByLabel('Password').fill('wrong')
    await source.button('Unlock').click()
    await expect(source.region.getByRole('alert')).toHaveText('That was not the password.')
    await source.region.getByLabel('Password').fill('secret')
    await source.button('Unlock').click()
    await expect(source.pdfPage(1)).toContainText('Page number 1')
  })

  test('broken: bytes that are no PDF, and one that was cut off', async ({ start, makeFolder }) => {
    for (const bytes of [
      'This is no PDF at all.'.repeat(50),
      tinyPdf({ pages: report(3) }).subarray(0, 300),
    ]) {
      const { page, desk } = await start({ open: await withDocument(await makeFolder(), 'trial.pdf', bytes) })
      await desk.goTo('/sources/trial')
      const source = new SourceView(page)
      await expect(source.region.getByRole('alert')).toContainText('This document is damaged')
      await expect(source.region.getByRole('alert')).toContainText('BROKEN_DOCUMENT')
      await expect(source.button('Record')).toBeVisible()
    }
  })

  test('changed after packing: its hash does not match', async ({ start, makeFolder }) => {
    const folder = await makeFolder()
    const bundle = await altered(
      await sourceBundle(folder),
      `${folder}/changed.lectern`,
      { 'data/files/trial.pdf': () => tinyPdf({ pages: report(3) }) },
      true,
    )
    const { page, desk } = await start({ open: bundle })
    await desk.goTo('/sources/trial')
    await expect(new SourceView(page).region.getByRole('alert')).toContainText('WRONG_HASH')
  })

  test('a scan: pages without words', async ({ start, makeFolder }) => {
    const scan = tinyPdf({ pages: [{ isScan: true, image: [120, 130, 140] }] })
    const { page, desk } = await start({ open: await withDocument(await makeFolder(), 'trial.pdf', scan) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
    await expect(source.pdfPage(1).locator('canvas')).toBeVisible()
    await expect(source.region).toContainText('pictures of pages and no words')
  })
})

test.describe('a passage is never marked where it is not without a word', () => {
  const others = [
    [
      'on another page: marked there, without a warning, as the words are the same',
      report(130).map((one, index) =>
        index === 119 ? { lines: ['Gone.'] } : index === 9 ? { lines: [pooled] } : one,
      ),
      null,
    ],
    [
      'in nearly the same words: marked, and called approximate',
      report(130).map((one, index) =>
        index === 119 ? { lines: ['The pooled difference was 0.35 points in favor of naltrexone.'] } : one,
      ),
      'Approximate place.',
    ],
    [
      'nowhere: nothing is marked',
      report(130).map((one, index) => (index === 119 ? { lines: ['Gone.'] } : one)),
      'Passage not found.',
    ],
  ] as const

  for (const [what, pages, says] of others) {
    test(what, async ({ start, makeFolder }) => {
      const bundle = await withDocument(await makeFolder(), 'trial.pdf', tinyPdf({ pages }))
      const { page, desk } = await start({ open: bundle })
      await desk.goTo('/sources/trial?passage=trial-pooled')
      await desk.ready()
      const source = new SourceView(page)
      if (says === null) await expect(source.region).not.toContainText('Approximate')
      else await expect(source.region).toContainText(says)
      const mark = source.passage('trial-pooled')
      if (says === 'Passage not found.') await expect(mark).toHaveCount(0)
      else expect(await isFullyVisible(mark)).toBe(true)
    })
  }
})

test.describe('two at once', () => {
  test('two places of one PDF, each with its own passage, in the route', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial?passage=trial-pooled')
    const first = new SourceView(page)
    const second = new SourceView(page, 'Second source')
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

  test('a long PDF beside a short document, and back to one', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/long?page=900')
    const first = new SourceView(page)
    const second = new SourceView(page, 'Second source')
    await first.button('Compare').click()
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

test.describe('back and forward', () => {
  for (const [kind, path] of [
    ['a digest', '/sources/digest'],
    ['a PDF', '/sources/trial'],
  ] as const) {
    test(`keep the place that was read in ${kind}`, async ({ start, makeFolder }) => {
      const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
      await desk.goTo(path)
      const source = new SourceView(page)
      await source.body.evaluate((body) => body.scrollTo({ top: 1500 }))
      await expect.poll(() => source.body.evaluate((body) => Math.round(body.scrollTop))).toBe(1500)
      await page.waitForTimeout(200) // pdf.js tells where it is once scrolling rests
      await page.getByRole('link', { name: 'About this bundle' }).click()
      await expect(page.getByRole('heading', { name: 'Identity' })).toBeVisible()
      await page.keyboard.press('Alt+ArrowLeft')
      await desk.ready()
      const top = await source.body.evaluate((body) => body.scrollTop)
      expect(Math.abs(top - 1500)).toBeLessThan(12)
    })
  }
})

test.describe('the record and what rests on it', () => {
  test('the record says all that the bundle knows', async ({ start, makeFolder }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/trial')
    const source = new SourceView(page)
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
  })

  test('the words of a passage in a digest can be selected; a click still chooses it', async ({
    start,
    makeFolder,
  }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo('/sources/digest')
    const passage = new SourceView(page).passage('digest-one')
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
})

for (const [what, path] of [
  ['a PDF', '/sources/trial?passage=trial-pooled'],
  ['an HTML document', '/sources/guide?passage=guide-dose'],
  ['a digest beside a PDF', '/sources/digest?also=trial'],
] as const) {
  test(`${what} with its record, its find bar and its side open: no violation that axe can find`, async ({
    start,
    makeFolder,
  }) => {
    const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
    await desk.goTo(path)
    const source = new SourceView(page)
    await source.button('Record').click()
    await source.button('Find').click()
    if (what === 'a PDF') await source.button('Outline and pages').click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await desk.ready()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .exclude('.textLayer') // its words are seen on the picture below it
        .exclude('iframe') // a stranger's document
        .setLegacyMode(true)
        .analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      )
      expect(found, colorScheme).toEqual([])
    }
  })
}
