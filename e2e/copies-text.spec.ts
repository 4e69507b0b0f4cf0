import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Running } from './app'
import { attach, kept, paperOf, pdfFile } from './copies'
import { SearchScreen } from './screens/search-screen'
import { SourceView } from './screens/source-screen'
import { pooled, report, sourceBundle } from './source-bundle'

const paper = paperOf(
  'adams.pdf',
  ['A digest', 'doi: 10.1000/digest.'],
  ['The zyxotropic headaches of the second page.'],
  ['A third page with a zyxotropic headache.'],
)
/** Long enough to be stopped while it is read. */
const book = pdfFile('book.pdf', {
  pages: [{ lines: ['doi: 10.1000/digest.', 'Quokkas in clinical trials'] }, ...report(1500)],
})

/** Shows the copy of the source that is open. */
const showCopy = async ({ page }: Running): Promise<SourceView> => {
  const source = new SourceView(page)
  await source.button('Your copy').click()
  return source
}

test('words that only the copy has are found, marked on their page, after a restart too, and gone when it is removed', async ({
  start,
  makeFolder,
}) => {
  const bundle = await sourceBundle(await makeFolder())
  const running = await start({ open: bundle })
  const { userData, page, desk } = running
  await desk.goTo('/sources/digest')
  const search = new SearchScreen(page)
  await search.ask('zyxotropic')
  await expect(search.says('Nothing found for “zyxotropic”.')).toBeAttached()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await attach(running, paper)
  await expect(await showCopy(running).then(({ region }) => region)).toContainText('Searchable')
  expect(await kept(userData, 'shard')).toHaveLength(1)
  await desk.goTo('/conditions/fibromyalgia')
  await search.ask('zyxotropic headache')
  const first = search.options('Your copies').first()
  await expect(first).toContainText('Adams 2021')
  await expect(first).toContainText('of your copy, adams.pdf')
  await first.click()
  const source = new SourceView(page)
  const pages: string[] = []
  for (const at of ['1 of 2', '2 of 2']) {
    await expect(search.bar.getByText(at)).toBeVisible()
    await desk.ready()
    const number = Number(new URL(page.url()).searchParams.get('copy'))
    await expect(source.pdfPage(number)).toBeInViewport()
    await expect(source.pdfPage(number).locator('.word-marks > div')).toHaveCount(2)
    pages.push(String(number))
    await page.keyboard.press('F4')
  }
  expect(pages.sort()).toEqual(['2', '3'])
  await running.app.close()

  const again = await start({ open: bundle, userData })
  const later = new SearchScreen(again.page)
  await expect(again.page).toHaveURL(/\/sources\/digest\?copy=[23]&q=/)
  await expect(later.bar.getByText(/^[12] of 2$/)).toBeVisible()
  await later.ask('zyxotropic in:copies')
  await expect(later.options('Your copies')).toHaveCount(2)
  await again.page.keyboard.press('Escape')
  await again.page.keyboard.press('Escape')
  await again.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
  await new SourceView(again.page).button('Remove…').click()
  await expect(again.page.getByRole('contentinfo')).toContainText('Your copy of Adams 2021 is removed')
  await expect(again.page).not.toHaveURL(/copy=/)
  await later.ask('zyxotropic')
  await expect(later.says('Nothing found for “zyxotropic”.')).toBeAttached()
  expect(await kept(userData, '')).toEqual([])
})

test('reading a long file shows how far it is, can be cancelled, and begun again', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { page, desk, userData } = running
  await desk.goTo('/sources/digest')
  await attach(running, book)
  const bar = page.getByRole('contentinfo')
  await expect(bar).toContainText(/Reading page \d+ of 1501 of book\.pdf/)
  await bar.getByRole('button', { name: 'Stop reading book.pdf' }).click()
  await expect(bar).toContainText('Reading stopped; the file stays attached')
  const source = await showCopy(running)
  await expect(source.region).toContainText('Not searchable')
  expect(await kept(userData, 'shard')).toEqual([])
  await source.button('Make searchable').click()
  await expect(source.region).toContainText(/Reading page \d+ of 1501/)
})

test('reading that the end of the app cut off goes on at the next start; what was stopped stays so', async ({
  start,
  makeFolder,
}) => {
  const bundle = await sourceBundle(await makeFolder())
  const running = await start({ open: bundle })
  const { page, desk, userData } = running
  await desk.goTo('/sources/digest')
  await attach(running, book)
  await expect(page.getByRole('contentinfo')).toContainText(/Reading page \d+ of 1501/)
  await running.app.close()
  expect(await kept(userData, '')).toEqual(await kept(userData, 'pdf'))

  const again = await start({ open: bundle, userData })
  const bar = again.page.getByRole('contentinfo')
  await expect(bar).toContainText(/Reading page \d+ of 1501/)
  await bar.getByRole('button', { name: 'Stop reading book.pdf' }).click()
  await expect(bar).not.toContainText('Reading page')
  await again.app.close()

  const third = await start({ open: bundle, userData })
  const source = await showCopy(third)
  await expect(source.region).toContainText('Not searchable')
  await expect(source.button('Make searchable')).toBeVisible()
})

test('a copy that is replaced or removed while it is read is read no further', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { app, page, desk, userData } = running
  await desk.goTo('/sources/digest')
  await attach(running, book)
  const bar = page.getByRole('contentinfo')
  await expect(bar).toContainText(/Reading page \d+ of 1501/)
  await attach(running, paper)
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
  const source = await showCopy(running)
  await expect(source.region.getByText('Searchable', { exact: true })).toBeVisible()
  await expect(bar).not.toContainText('book.pdf')
  expect(await kept(userData, '')).toHaveLength(2)

  await attach(running, book)
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
  await expect(bar).toContainText(/Reading page \d+ of 1501/)
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
  await source.button('Remove…').click()
  await expect(bar).toContainText('Your copy of Adams 2021 is removed')
  await expect(bar).not.toContainText('Reading page')
  expect(await kept(userData, '')).toEqual([])
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('pages that could not be read are said beside the copy, after a restart too', async ({
  start,
  makeFolder,
}) => {
  const bundle = await sourceBundle(await makeFolder())
  const running = await start({ open: bundle })
  const { desk, userData } = running
  await desk.goTo('/sources/digest')
  const pages = [{ lines: ['A digest', 'doi: 10.1000/digest.'] }, ...report(2)]
  await attach(running, pdfFile('torn.pdf', { pages, missing: 1 }))
  const says = 'Searchable, but for page 2, which could not be read'
  await expect(await showCopy(running).then(({ region }) => region)).toContainText(says)
  await running.app.close()

  const again = await start({ open: bundle, userData })
  await expect(new SourceView(again.page).region).toContainText(says)
})

test('pictures of pages and a locked file each say why they cannot be searched', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { page, desk } = running
  await desk.goTo('/sources/digest')
  const says = async (text: string): Promise<void> => {
    await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
    await expect(page.getByRole('contentinfo')).toContainText('1 file attached')
    await expect(new SourceView(page).region).toContainText(text)
    await expect(new SourceView(page).button('Make searchable')).toHaveCount(0)
  }
  await attach(running, pdfFile('scan.pdf', { pages: [{ image: [9, 9, 9], isScan: true }] }))
  await expect(page.getByRole('dialog')).toBeVisible()
  await desk.ready()
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
  await showCopy(running)
  await expect(new SourceView(page).region).toContainText('Not searchable: pictures of pages, no words')
  await attach(running, pdfFile('locked.pdf', { pages: [{ lines: ['secret'] }], password: 'x' }))
  await says('Not searchable: locked with a password')
})

test('a full disk is said, leaves nothing half-written, and the copy can be made searchable later', async ({
  start,
  makeFolder,
}) => {
  const userData = await makeFolder()
  const hash = createHash('sha256').update(paper.buffer).digest('hex')
  await mkdir(join(userData, 'copies', `${hash}.shard`), { recursive: true }) // no file can be written there
  const running = await start({ open: await sourceBundle(await makeFolder()), userData })
  const { page, desk } = running
  await desk.goTo('/sources/digest')
  await attach(running, paper)
  await expect(page.getByRole('alert')).toContainText('The text of your copy could not be kept')
  await expect(page.getByRole('alert')).toContainText('Your copy is kept and can be read.')
  const source = await showCopy(running)
  await expect(source.region).toContainText('Not searchable')
  await expect(source.pdfPage(1)).toBeVisible()
  expect(await kept(userData, '')).toEqual([`${hash}.pdf`, `${hash}.shard`])

  await rm(join(userData, 'copies', `${hash}.shard`), { recursive: true })
  await source.button('Make searchable').click()
  await expect(source.region.getByText('Searchable', { exact: true })).toBeVisible()
  const search = new SearchScreen(page)
  await search.ask('zyxotropic')
  await expect(search.options('Your copies')).toHaveCount(2)
})

test('an index that is damaged is made again', async ({ start, makeFolder }) => {
  const bundle = await sourceBundle(await makeFolder())
  const running = await start({ open: bundle })
  const { desk, userData } = running
  await desk.goTo('/sources/digest')
  await attach(running, paper)
  await expect(await showCopy(running).then(({ region }) => region)).toContainText('Searchable')
  await running.app.close()
  const [index = ''] = await kept(userData, 'shard')
  await writeFile(join(userData, 'copies', index), 'LECTSHRD but nothing of the kind')
  const again = await start({ open: bundle, userData })
  const search = new SearchScreen(again.page)
  await search.ask('zyxotropic ')
  await expect(search.options('Your copies')).toHaveCount(2)
})

test('back and forward lead to the copy; one file of two sources is found once, as long as one has it', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { app, page, desk } = running
  await desk.goTo('/sources/digest')
  await attach(running, paper)
  await test.step('back leads away from the copy, forward to it', async () => {
    const source = await showCopy(running)
    await expect(source.pdfPage(1)).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(source.region).toContainText('Pain fell by 1.2 points.')
    await expect(source.pdfPage(1)).toHaveCount(0)
    await page.keyboard.press('Alt+ArrowRight')
    await expect(source.pdfPage(1)).toBeVisible()
    await desk.goTo('/sources/long?copy=2')
    await expect(source.region).toContainText('You have no copy of this source here.')
  })
  await desk.goTo('/sources/long')
  await attach(running, paper)
  await page.getByRole('dialog').getByRole('combobox').selectOption('long')
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('1 file attached')
  const search = new SearchScreen(page)
  await search.ask('zyxotropic ')
  await expect(search.options('Your copies')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await desk.goTo('/sources/digest?copy=1')
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
  await new SourceView(page).button('Remove…').click()
  await search.ask('zyxotropic ')
  await search.options('Your copies').first().click()
  await expect(page).toHaveURL(/\/sources\/long\?copy=/)
})

test('a passage that is chosen while the copy is shown is marked where its words are, and nowhere else', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const { page, desk } = running
  const copyOf = (...lines: string[]) =>
    paperOf('trial.pdf', ['https://doi.org/10.1000/trial'], ['Something else.'], lines)
  /** Puts another file in the place of the copy. */
  const replaceWith = async (...lines: string[]): Promise<void> => {
    await attach(running, copyOf(...lines))
    await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await desk.goTo('/sources/trial?passage=trial-pooled')
  await attach(running, copyOf('Before it.', pooled, 'After it.'))
  const source = await showCopy(running)
  const mark = source.pdfPage(3).locator('[data-passage="trial-pooled"]')

  await test.step('its exact words: on screen, without a doubt', async () => {
    await expect(mark).toBeInViewport()
    await expect(mark).toHaveAttribute('aria-current', 'true')
    await expect(source.region).not.toContainText('Approximate place.')
    await expect(source.region).not.toContainText('not in your copy')
  })

  await test.step('nearly its words: marked as approximate', async () => {
    await replaceWith('The pooled diference was 0.34 points in favor of naltrexone.')
    await expect(source.region).toContainText('Approximate place.')
    await expect(mark).toBeInViewport()
  })

  await test.step('another number: not at all, and the document is a step away', async () => {
    await replaceWith('The pooled difference was 0.43 points in favour of naltrexone.')
    await expect(source.region).toContainText('This passage’s words are not in your copy.')
    await expect(source.region.locator('.passage-mark')).toHaveCount(0)
    await source.region.getByRole('button', { name: 'Show it in the document' }).click()
    await expect(source.pdfPage(120)).toBeInViewport()
  })

  await test.step('of a digest in other words: not at all, and the digest is a step away', async () => {
    await desk.goTo('/sources/digest?passage=digest-one')
    await attach(running, paperOf('a.pdf', ['doi: 10.1000/digest.', 'Pain fell by about 1.2 points.']))
    await showCopy(running)
    await expect(source.region).toContainText('This passage’s words are not in your copy.')
    await expect(source.region).toContainText('in our own words')
    await source.region.getByRole('button', { name: 'Show it in the digest' }).click()
    await expect(source.passage('digest-one')).toBeInViewport()
  })
})
