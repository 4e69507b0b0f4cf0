import { expect, test } from './shared-app'
import { SearchScreen } from './screens/search-screen'
import { SourceView } from './screens/source-screen'
import { sourceBundle } from './source-bundle'

test('the query stays: F4 and the bar lead from result to result, and round again', async ({ at }) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await search.ask('vivid dreams')
  await search.goDownTo(search.options('Statements').first())
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.selected('statement')).not.toBeNull()
  const [first] = await desk.selection()
  const position = search.bar.getByText(/^\d+ of \d+$/)
  const [nth = 0, total = 0] = ((await position.textContent()) ?? '').split(' of ').map(Number)
  expect(total).toBeGreaterThan(nth)
  await page.keyboard.press('F4')
  await expect(position).toHaveText(`${nth + 1} of ${total}`)
  await expect(search.says(`${nth + 1} of ${total}:`)).toHaveCount(1)
  await expect.poll(() => desk.selected('statement')).not.toBe(first)
  await search.bar.getByRole('button', { name: 'Previous result' }).click()
  await expect.poll(() => desk.selected('statement')).toBe(first)
  for (let presses = 0; presses < nth; presses++) {
    await page.keyboard.press('Shift+F4')
    const now = nth - presses - 1
    await expect(position).toHaveText(`${now === 0 ? total : now} of ${total}`)
  }
})

test('the bar stays while the reader looks around, and goes when the search is ended', async ({ at }) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await search.ask('vivid dreams')
  await search.options('Statements').first().click()
  await expect(search.bar).toBeVisible()
  await desk.open('Fibromyalgia')
  await expect(search.bar.getByText('vivid dreams')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(search.field).toHaveValue('vivid dreams')
  await expect(search.options('Statements').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await search.bar.getByRole('button', { name: 'End this search' }).click()
  await expect(search.bar).toBeHidden()
  await expect(search.field).toHaveValue('')
})

test('an address brings its query along: the words are marked and the next result can be gone to', async ({
  at,
}) => {
  const { page, desk } = await at('/conditions/fibromyalgia?q=vivid+dreams')
  const search = new SearchScreen(page)
  await expect.poll(() => search.marked()).toEqual(expect.arrayContaining(['vivid', 'dreams']))
  await expect(search.bar.getByText(/\d+ of \d+|\d+ results/)).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page).not.toHaveURL(/fibromyalgia\?q=vivid\+dreams$/)
  await desk.ready()
})

test('field words and the page of a query are not marked as words', async ({ at }) => {
  const { page } = await at()
  const search = new SearchScreen(page)
  await search.ask('dreams in:statements page:conditions/fibromyalgia ')
  await search.options('Statements').first().click()
  await expect.poll(() => search.marked()).toContainEqual('dreams')
  expect(new Set((await search.marked()).map((word) => word.slice(0, 5)))).toEqual(new Set(['dream']))
})

test('a hit in a PDF opens its page with the words marked, the next one is in another PDF; one in a digest brings its own paragraph on screen', async ({
  start,
  makeFolder,
}) => {
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  const search = new SearchScreen(page)
  const source = new SourceView(page)
  await search.ask('"page number 77"')
  await search.options('Sources').first().click()
  const documents: string[] = []
  for (const at of ['1 of 2', '2 of 2']) {
    await expect(search.bar.getByText(at)).toBeVisible()
    await desk.ready()
    await expect(page).toHaveURL(/\/sources\/(trial|long)\?page=77&/)
    await expect(source.pdfPage(77)).toBeInViewport()
    await expect(source.pdfPage(77).locator('.highlight').first()).toBeVisible()
    documents.push(new URL(page.url()).pathname)
    await page.keyboard.press('F4')
  }
  expect(new Set(documents).size).toBe(2)

  await search.ask('last words of the digest')
  await search.options('Sources').first().click()
  await expect(page).toHaveURL(/\/sources\/digest/)
  await desk.ready()
  await expect(source.body.getByText('The last words of the digest.')).toBeInViewport()
  await expect.poll(() => search.marked()).toEqual(expect.arrayContaining(['last', 'digest']))
})

test('the words that are selected in any pane can be searched, by key and by button', async ({ at }) => {
  const { page, desk } = await at('/conditions/fibromyalgia')
  const search = new SearchScreen(page)
  const select = (pane: typeof desk.condition) =>
    pane.getByRole('heading', { level: 1 }).evaluate((heading) => getSelection()?.selectAllChildren(heading))
  await select(desk.condition)
  await page.keyboard.press('Control+Shift+F')
  await expect(search.field).toHaveValue('Fibromyalgia')
  await expect(search.options('Conditions').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await desk.source.getByText(/\w{6,}/).first().evaluate((one) => getSelection()?.selectAllChildren(one)) // prettier-ignore
  const words = await page.evaluate(() => String(getSelection()).trim().split(/\s+/)[0] ?? '')
  await search.button(/^Search “/).click()
  await expect(search.field).toHaveValue(new RegExp(`^${words.replace(/\W/g, '.')}`))
})

test('all results have a page of their own, which can be linked to, narrowed down and left again', async ({
  at,
}) => {
  const { page, desk } = await at()
  const search = new SearchScreen(page)
  await search.ask('pain')
  await expect(search.options('Statements').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Search results' })).toBeVisible()
  await expect(page).toHaveURL(/\/search\?q=pain$/)
  const findings = page.getByRole('region', { name: /^Findings/ })
  await expect(findings.getByRole('link')).toHaveCount(3)
  await search.ask('sleep') // what is typed above takes nothing away below
  await expect(findings.getByRole('link')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await page.getByRole('main').getByRole('button', { name: /^Findings \d+$/ }).click() // prettier-ignore
  await expect(page).toHaveURL(/q=pain(\+|%20)in:findings|q=pain\+in%3Afindings/)
  await expect(page.getByRole('region', { name: /^Statements/ })).toHaveCount(0)
  await findings.getByRole('link').first().click()
  await expect(desk.evidence.locator('[data-finding][aria-current="true"]')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('heading', { level: 1, name: 'Search results' })).toBeVisible()
})

test('searches that led somewhere are offered again, pinned ones first, also after the next start', async ({
  start,
  makeFolder,
}) => {
  const userData = await makeFolder()
  const first = await start({ userData })
  const search = new SearchScreen(first.page)
  for (const query of ['dose', 'vivid dreams', 'sleep']) {
    await search.ask(query)
    await search.options('Statements').first().click()
  }
  await search.ask('dose')
  await search.button('Pin this search').click()
  await expect(search.button('Unpin this search')).toBeVisible()
  await first.app.close()

  const { page } = await start({ userData })
  const again = new SearchScreen(page)
  await again.ask('')
  await expect(again.options('Pinned searches')).toHaveText(['dose'])
  await expect(again.options('Recent searches')).toHaveText(['sleep', 'vivid dreams'])
  await again.goDownTo(again.options('Recent searches').first())
  await page.keyboard.press('Enter')
  await expect(again.field).toHaveValue('sleep')
  await expect(again.options('Statements').first()).toBeVisible()
  await again.field.fill('')
  await again.button('Forget recent searches').click()
  await expect(again.options('Recent searches')).toHaveCount(0)
  await expect(again.options('Pinned searches')).toHaveText(['dose'])
})
