import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFor, violationsOf } from './axe'
import type { Running } from './app'
import { expect, handOver, test } from './shared-app'
import { SourceView } from './screens/source-screen'
import { pooled, sourceBundle } from './source-bundle'

/** Answers the save dialog with a file, as a reader would. */
const saveTo = ({ app }: Running, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)

const copied = ({ app }: Running): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())

const choose = ({ page }: Running, name: string) => page.getByRole('menuitem', { name, exact: true }).click()

test('the reference of a source, in each style', async ({ at }) => {
  const running = await at('/sources/albers2017')
  const source = new SourceView(running.page)
  for (const [style, expected] of [
    [
      'Vancouver',
      /^Albers LN, Arbiser JL, Feldman RJ\. .* JAMA Dermatology\. 2017;153\(10\):1018-20\. doi: 10\.1001/,
    ],
    [
      'AMA',
      /^Albers LN, Arbiser JL, Feldman RJ\. .*2017;153\(10\):1018-1020\. doi:10\.1001\/jamadermatol\.2017\.2446$/,
    ],
    [
      'APA',
      /^Albers, L\. N\., Arbiser, J\. L\., & Feldman, R\. J\. \(2017\)\. .*153\(10\), 1018–1020\. https:\/\/doi\.org\//,
    ],
  ] as const) {
    await source.button('Cite').click()
    await choose(running, style)
    await expect(running.page.getByRole('contentinfo')).toContainText(`Reference copied (${style})`)
    expect(await copied(running)).toMatch(expected)
  }
})

test('a passage with its citation: from a digest it says so, in a PDF it names the page', async ({
  start,
  makeFolder,
}) => {
  const running = await start({ open: await sourceBundle(await makeFolder()) })
  const source = new SourceView(running.page)
  await running.desk.goTo('/sources/digest')
  await source.button('Cite').click()
  await expect(running.page.getByRole('menuitem', { name: 'Copy passage with citation' })).toHaveCount(0)
  await running.page.keyboard.press('Escape')
  await running.desk.goTo('/sources/digest?passage=digest-one')
  await source.button('Cite').click()
  await choose(running, 'Copy passage with citation')
  await expect(running.page.getByRole('contentinfo')).toContainText('Passage copied with its citation')
  expect((await copied(running)).split('\n')).toEqual([
    '“Pain fell by 1.2 points.”',
    'Adams A. A digest. Journal of Tests. 2021. doi: 10.1000/digest. PMID: 12345.',
    'From a digest in “Test bundle”, not the words of the original.',
    'lectern://test/sources/digest?passage=digest-one',
  ])
  await running.desk.goTo('/sources/trial?passage=trial-pooled')
  await source.button('Cite').click()
  await choose(running, 'Copy passage with citation')
  await expect.poll(() => copied(running)).toContain(pooled)
  expect((await copied(running)).split('\n').slice(2)).toEqual([
    'Page 116.',
    'lectern://test/sources/trial?passage=trial-pooled',
  ])
})

test('the references of a page go to a reference manager', async ({ at, makeFolder }) => {
  const running = await at()
  const folder = await makeFolder()
  await running.desk.open('Fibromyalgia')
  const button = running.desk.condition.getByRole('button', { name: 'References' })
  for (const [format, file, holds] of [
    ['RIS…', 'page.ris', /^TY {2}- JOUR\r\n[\s\S]*ER {2}- \r\n/],
    ['BibTeX…', 'page.bib', /^@article\{bruun2024,$/m],
    ['CSL-JSON…', 'page.json', /"id": "bruun2024"/],
  ] as const) {
    await saveTo(running, join(folder, file))
    await button.click()
    await choose(running, format)
    await expect(running.page.getByRole('contentinfo')).toContainText(`Saved as ${file}`)
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toMatch(holds)
    expect(text).not.toContain('undefined')
  }
  await button.click()
  await choose(running, 'APA')
  const records = JSON.parse(await readFile(join(folder, 'page.json'), 'utf8')) as unknown[]
  await expect.poll(async () => (await copied(running)).split('\n')).toHaveLength(records.length)
})

test('all references of the bundle, from the page about it', async ({ at, makeFolder }) => {
  const running = await at('/about')
  const file = join(await makeFolder(), 'all.ris')
  await saveTo(running, file)
  await running.page.getByRole('button', { name: 'All references' }).click()
  await choose(running, 'RIS…')
  await expect(running.page.getByRole('contentinfo')).toContainText('Saved as all.ris')
  const count = (await readFile(file, 'utf8')).match(/^TY {2}- /gm)?.length ?? 0
  expect(count).toBeGreaterThan(100)
})

test('references that cannot be saved are said, with what to do; a cancelled dialog says nothing', async ({
  at,
}) => {
  const running = await at('/about')
  await running.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  const button = running.page.getByRole('button', { name: 'All references' })
  await button.click()
  await choose(running, 'RIS…')
  await saveTo(running, '/proc/nowhere/all.ris')
  await button.click()
  await choose(running, 'RIS…')
  await expect(running.page.getByRole('alert')).toHaveCount(1)
  await expect(running.page.getByRole('alert')).toContainText('could not be saved')
})

test('Ctrl Shift C copies the link to the statement, the finding or the passage; the link leads there', async ({
  at,
}) => {
  const running = await at('/conditions/fibromyalgia')
  const { page, desk } = running
  const link = async (expected: RegExp): Promise<string> => {
    await page.keyboard.press('Control+Shift+C')
    await expect.poll(() => copied(running)).toMatch(expected)
    return copied(running)
  }
  await link(/^lectern:\/\/ldn\/conditions\/fibromyalgia$/)
  const [first = ''] = await desk.statementIds()
  await desk.goTo(`/conditions/fibromyalgia?statement=${first}`)
  await link(new RegExp(`^lectern://ldn/conditions/fibromyalgia\\?statement=${first}$`))
  await expect(page.getByText('Link to this statement copied').first()).toBeVisible()
  const finding = await desk.selected('finding')
  await desk.goTo(`/conditions/fibromyalgia?finding=${finding ?? ''}`)
  const address = await link(/^lectern:.*[?&]finding=/)
  await expect(page.getByText('Link to this finding copied').first()).toBeVisible()
  await desk.goTo('/')
  await handOver(running, address)
  await expect.poll(() => desk.selected('finding')).toBe(finding)
})

test('the menu is reached and left with the keyboard', async ({ at }) => {
  const running = await at('/sources/albers2017')
  const { page } = running
  const button = new SourceView(page).button('Cite')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  expect(await violationsOf(axeFor(page).include('[role="menu"]'))).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => copied(running)).toMatch(/^Albers LN/)
  await expect(button).toBeFocused()
})
