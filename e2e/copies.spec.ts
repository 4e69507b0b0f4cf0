import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFor, violationsOf } from './axe'
import { expect, test, type Running } from './app'
import { attach, kept, type Upload } from './copies'
import { SourceView } from './screens/source-screen'
import { sourceBundle } from './source-bundle'
import { tinyPdf } from './tiny-pdf'

/** A paper of one page. */
const paper = (...lines: string[]) => ({
  mimeType: 'application/pdf',
  buffer: tinyPdf({ pages: [{ lines: [...lines, 'Words of the whole paper.'] }] }),
})
const digestPaper = { name: 'adams.pdf', ...paper('A digest', 'doi: 10.1000/digest.') }
const longPaper = { name: 'long.pdf', ...paper('https://doi.org/10.1000/long') }
const stranger = { name: 'stranger.pdf', ...paper('Something else altogether') }

/** Drops files on the source, as the system hands them over. */
async function drop({ page }: Running, ...files: Upload[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (all) => {
      const data = new DataTransfer()
      for (const { name, bytes } of all) data.items.add(new File([Uint8Array.from(bytes)], name))
      return data
    },
    files.map(({ name, buffer }) => ({ name, bytes: [...buffer] })),
  )
  const body = new SourceView(page).body
  await body.dispatchEvent('dragover', { dataTransfer })
  await expect(page.getByText('Drop a PDF to attach it')).toBeVisible()
  await body.dispatchEvent('drop', { dataTransfer })
}

test('a PDF with the DOI of the source is attached, shown beside the digest, kept, and removed', async ({
  start,
  makeFolder,
}) => {
  const bundle = await sourceBundle(await makeFolder())
  const running = await start({ open: bundle })
  const { userData } = running
  await running.desk.goTo('/sources/digest')
  await attach(running, digestPaper)
  await expect(running.page.getByRole('contentinfo')).toContainText('Attached as your copy of Adams 2021')
  await expect(running.page.getByRole('dialog')).toHaveCount(0)
  const source = new SourceView(running.page)
  await expect(source.region).toContainText('Pain fell by 1.2 points.')
  await source.button('Your copy').click()
  await expect(source.pdfPage(1)).toContainText('Words of the whole paper.')
  await expect(source.region).toContainText('adams.pdf, attached')
  expect(await kept(userData)).toHaveLength(1)
  await source.button('Digest').click()
  await expect(source.region).toContainText('Pain fell by 1.2 points.')
  await running.app.close()

  const again = await start({ open: bundle, userData })
  await again.desk.goTo('/sources/digest')
  const later = new SourceView(again.page)
  await later.button('Your copy').click()
  await expect(later.pdfPage(1)).toContainText('Words of the whole paper.')
  await later.find('whole', '1 of 1')
  await again.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
  await later.button('Remove…').click()
  await expect(again.page.getByRole('contentinfo')).toContainText('Your copy of Adams 2021 is removed')
  await expect(later.button('Your copy')).toHaveCount(0)
  await expect(later.region).toContainText('Pain fell by 1.2 points.')
  expect(await kept(userData)).toEqual([])
})

test('a file that is not recognised or is of another source asks first; several go where they belong', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { page, desk, userData } = running
  const sheet = page.getByRole('dialog')
  await desk.goTo('/sources/digest')
  await attach(running, stranger)
  await expect(sheet).toContainText('Neither the DOI nor the title of any source')
  await expect(sheet.getByRole('combobox')).toHaveValue('digest')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  expect(await kept(userData)).toEqual([])

  await drop(running, longPaper)
  await expect(sheet).toContainText('It holds the DOI of “Adams 2021, A very long report”.')
  await expect(sheet.getByRole('combobox')).toHaveValue('long')
  await sheet.getByRole('combobox').selectOption('digest')
  await sheet.getByRole('button', { name: 'Attach' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('1 file attached')
  await expect(new SourceView(page).button('Your copy')).toBeVisible()

  await attach(running, digestPaper)
  await expect(sheet).toContainText('Takes the place of your copy long.pdf')
  await sheet.getByRole('button', { name: 'Attach' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('1 file attached')
  expect(await kept(userData)).toHaveLength(1)

  // Several at once go to the sources that they are of.
  await drop(running, digestPaper, stranger, longPaper)
  const boxes = sheet.getByRole('combobox')
  for (const [index, value] of ['digest', '', 'long'].entries())
    await expect(boxes.nth(index)).toHaveValue(value)
  expect(await violationsOf(axeFor(page).include('[role="dialog"]'))).toEqual([])
  await boxes.nth(1).selectOption('long')
  await expect(sheet).toContainText('A source has one copy.')
  await expect(sheet.getByRole('button', { name: /^Attach/ })).toBeDisabled()
  await boxes.nth(1).selectOption('')
  await sheet.getByRole('button', { name: 'Attach 2 files' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('2 files attached')
  expect(await kept(userData)).toHaveLength(2)
  await desk.goTo('/sources/long')
  const source = new SourceView(page)
  await source.button('Your copy').click()
  await expect(source.pdfPage(1)).toContainText('10.1000/long')
})

test('what is no PDF, a disk that takes nothing, a locked and a damaged file are said; nothing is attached', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { page, desk, userData } = running
  await desk.goTo('/sources/digest')
  await attach(running, {
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('Dear reader'),
  })
  await expect(page.getByRole('alert')).toContainText('This file is not a PDF.')
  await expect(page.getByRole('alert')).toContainText('letter.pdf')
  await writeFile(join(userData, 'copies'), 'in the way')
  await attach(running, digestPaper)
  await expect(page.getByRole('alert')).toContainText('Your copy could not be kept.')
  await expect(new SourceView(page).button('Your copy')).toHaveCount(0)

  const sheet = page.getByRole('dialog')
  const locked = tinyPdf({ pages: [{ lines: ['10.1000/digest'] }], password: 'secret' })
  await attach(running, { name: 'locked.pdf', mimeType: 'application/pdf', buffer: locked })
  await expect(sheet).toContainText('locked with a password')
  await page.keyboard.press('Escape')
  await attach(running, {
    name: 'broken.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 and no more'),
  })
  await expect(sheet).toContainText('damaged or unusual')
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await expect(sheet).toHaveCount(0)
})

test('a copy whose file has vanished says so, and can be attached again', async ({ start, makeFolder }) => {
  const bundle = await sourceBundle(await makeFolder())
  const running = await start({ open: bundle })
  const { page, desk, userData } = running
  await desk.goTo('/sources/digest')
  await attach(running, digestPaper)
  const source = new SourceView(page)
  await source.button('Your copy').click()
  await expect(source.pdfPage(1)).toBeVisible()
  await expect.poll(async () => readFile(join(userData, 'state.json'), 'utf8')).toContain('adams.pdf')
  await rm(join(userData, 'copies'), { recursive: true })
  await desk.goTo('/sources/long')
  await desk.goTo('/sources/digest')
  await source.button('Your copy').click()
  await expect(source.region.getByRole('alert')).toContainText('no longer where Lectern keeps it')
  await attach(running, digestPaper)
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
  await expect(source.pdfPage(1)).toContainText('Words of the whole paper.')
})

test('a file dropped on an HTML document is taken, though the frame keeps such things to itself', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { page, desk, app } = running
  await desk.goTo('/sources/guide')
  const source = new SourceView(page)
  await expect(source.frame.getByText('A guide', { exact: true })).toBeVisible()
  const folder = await makeFolder()
  const path = join(folder, 'guide.pdf')
  await writeFile(path, tinyPdf({ pages: [{ lines: ['https://doi.org/10.1000/guide'] }] }))
  const box = await source.region.locator('iframe').boundingBox()
  const [x, y] = [(box?.x ?? 0) + 100, (box?.y ?? 0) + 100]
  // As the system does: by the place in the window, to whatever is there.
  await app.evaluate(
    async ({ BrowserWindow }, at) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.debugger.attach()
      for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop']) {
        const data = { items: [], files: [at.path], dragOperationsMask: 1 }
        await contents?.debugger.sendCommand('Input.dispatchDragEvent', { type, x: at.x, y: at.y, data })
        await new Promise((done) => setTimeout(done, 100))
      }
      contents?.debugger.detach()
    },
    { x, y, path },
  )
  await expect(page.getByRole('contentinfo')).toContainText('Attached as your copy of Adams 2021')
  await expect(source.frame.getByText('A guide', { exact: true })).toBeVisible()
  await expect(source.region.locator('.catch')).toHaveCount(0)
})
