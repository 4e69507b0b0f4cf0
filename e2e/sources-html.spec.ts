import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './app'
import { altered } from './bundles'
import { coloursAt } from './colours'
import { SourceView } from './screens/source-screen'
import { sourceBundle, withDocuments } from './source-bundle'

test('an HTML document is marked at its passage, keeps its styles, is found in, zoomed, and leads nowhere', async ({
  start,
  makeFolder,
}) => {
  const bundle = await withDocuments(await makeFolder(), {
    'figures.html': '<!doctype html><p>Other words.</p>',
  })
  const { app, page, desk } = await start({ open: bundle })
  await page.emulateMedia({ colorScheme: 'light' })
  await desk.goTo('/sources/guide')
  const source = new SourceView(page)
  const end = source.frame.locator('#end')

  await test.step('the passage is marked over tags and spaces, and told to a screen reader', async () => {
    await source.frame.getByText('and raise it each week').click()
    await expect(page).toHaveURL(/passage=guide-dose/)
    await desk.ready()
    expect(await source.highlighted('passage-chosen')).toEqual([
      'Start with 1.5\u00A0mg and raise it each week.',
    ])
    expect(await source.highlighted('passage')).toEqual(['The end: 1.5 mg.'])
    await expect(page.getByText('Passage shown: Start with 1.5 mg')).toHaveCount(1)
  })

  await test.step('words that are selected in it can be searched for, until they scroll away', async () => {
    const offer = page.getByRole('button', { name: 'Search “raise it each week”' })
    const select = (): Promise<void> =>
      source.frame.getByText('and raise it each week').evaluate((element) => {
        element.ownerDocument.getSelection()?.removeAllRanges()
        const text = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = text.nextNode(); node !== null; node = text.nextNode()) {
          const at = (node as Text).data.indexOf('raise it each week')
          if (at >= 0)
            element.ownerDocument
              .getSelection()
              ?.setBaseAndExtent(node, at, node, at + 'raise it each week'.length)
        }
      })
    await select()
    await expect(offer).toBeVisible()
    const [words, button] = [
      await source.frame.getByText('and raise it each week').boundingBox(),
      await offer.boundingBox(),
    ]
    expect(button?.y).toBeGreaterThan(words?.y ?? Infinity)
    expect(button?.x).toBeGreaterThan(words?.x ?? Infinity)
    await source.frame.locator('html').evaluate((root) => (root.scrollTop = 40))
    await expect(offer).toHaveCount(0)
    await select()
    await offer.click()
    await expect(desk.search).toHaveValue('raise it each week')
    await page.keyboard.press('Escape')
  })

  await test.step('the passage is on screen, and back leads to where it was', async () => {
    await desk.goTo('/sources/guide?passage=guide-end')
    const isOnScreen = (): Promise<boolean> =>
      end.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return top >= 0 && bottom <= window.innerHeight
      })
    await expect.poll(isOnScreen).toBe(true)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(isOnScreen).toBe(false)
  })

  await test.step('it keeps its own styles, and we keep ours', async () => {
    const colour = (one: Element): string => getComputedStyle(one).color
    expect(await source.frame.locator('h1').evaluate(colour)).toBe('rgb(34, 102, 68)')
    expect(await source.frame.locator('p').first().evaluate(colour)).toBe('rgb(0, 0, 0)')
    expect(await page.getByRole('heading', { name: 'Source', level: 2 }).evaluate(colour)).not.toBe(
      'rgb(34, 102, 68)',
    )
  })

  await test.step('keys pressed in it reach the window', async () => {
    await source.frame.getByText('A guide', { exact: true }).click()
    await page.keyboard.press('Control+f')
    await expect(source.findField).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(desk.search).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('words are found with their count', async () => {
    await source.find('the END', '1 of 2')
    await source.findField.press('Enter')
    await expect(source.findCount).toHaveText('2 of 2')
    expect(await source.highlighted('find-current')).toEqual(['The end'])
    await source.find('nothing like it', 'not found')
    await source.findField.press('Escape')
    expect(await source.highlighted('find')).toEqual([])
  })

  await test.step('it follows links to places in itself, and no other', async () => {
    await source.frame.locator('html').evaluate((root) => (root.scrollTop = 0))
    await source.frame.getByRole('link', { name: 'To the end' }).click()
    const isNear = (): Promise<boolean> => end.evaluate((one) => one.getBoundingClientRect().top < 900)
    await expect.poll(isNear).toBe(true)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(isNear, 'back').toBe(false)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(isNear, 'forward').toBe(true)
    await source.frame.locator('html').evaluate((root) => (root.scrollTop = 0))
    await source.frame.getByRole('link', { name: 'Out' }).click()
    await expect(page.getByText('Links out of a document are not followed.').first()).toBeAttached()
    await expect(source.frame.getByText('A guide', { exact: true })).toBeVisible()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  await source.button('Larger').click()
  await expect(source.region.getByLabel('Zoom', { exact: true })).toHaveText('110%')

  await test.step('one that lost a passage says so', async () => {
    await desk.goTo('/sources/figures?passage=figures-end')
    await expect(source.region).toContainText('Passage not found.')
    expect(await source.highlighted('passage-chosen')).toEqual([])
  })
})

test('a passage in a part that scrolls by itself, or far to the side, is on screen and stays there', async ({
  start,
  makeFolder,
}) => {
  const filler = '<p>Filler.</p>'.repeat(120)
  const bundle = await withDocuments(await makeFolder(), {
    'guide.html': `<!doctype html><style>html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; overflow: auto }</style>
<main>${filler}<p>Start with 1.5 mg and raise it each week.</p>${filler}</main>`,
    'figures.html': `<!doctype html>${filler}<table><tr><td><div style="width: 4000px">Wide.</div></td><td>The end: 1.5 mg.</td></tr></table>`,
  })
  const { page, desk } = await start({ open: bundle })
  const source = new SourceView(page)
  const isOnScreen = (): Promise<boolean> =>
    source.region.locator('iframe').evaluate((frame) => {
      const view = (frame as HTMLIFrameElement).contentWindow as (Window & typeof globalThis) | null
      const [range] = [...(view?.CSS.highlights.get('passage-chosen') ?? [])] as Range[]
      const box = range?.getBoundingClientRect()
      if (box === undefined || view === null || box.height === 0) return false
      return box.top >= 0 && box.bottom <= view.innerHeight && box.left >= 0 && box.right <= view.innerWidth
    })
  for (const [id, passage] of [
    ['guide', 'guide-dose'],
    ['figures', 'figures-end'],
  ] as const) {
    await desk.resize(1440, 900)
    await desk.goTo(`/sources/${id}?passage=${passage}`)
    await expect.poll(isOnScreen, id).toBe(true)
    await desk.resize(700, 500)
    await expect.poll(isOnScreen, `${id}, smaller`).toBe(true)
  }
})

test('a dark HTML document leaves figures as they were, also when it is zoomed', async ({
  start,
  makeFolder,
}) => {
  const { page, desk } = await start({ open: await sourceBundle(await makeFolder()) })
  await page.emulateMedia({ colorScheme: 'light' })
  await desk.goTo('/sources/figures')
  const source = new SourceView(page)
  const frame = source.region.locator('iframe')
  const width = await frame.evaluate((one) => one.clientWidth)
  const seen = (zoom: number) =>
    coloursAt(
      frame,
      width,
      [
        [50, 150],
        [200, 150],
        [50, 230],
        [400, 50],
      ].map(([x = 0, y = 0]) => [x * zoom, y * zoom] as const),
    )
  const printed = [
    [214, 39, 40],
    [0, 0, 0],
    [44, 160, 44],
  ]
  await expect.poll(() => seen(1)).toEqual([...printed, [255, 255, 255]])
  await source.button('Dark pages; figures stay as printed').click()
  await expect.poll(() => seen(1)).toEqual([...printed, [31, 31, 31]])
  await source.button('Larger').click()
  await expect.poll(() => seen(1.1)).toEqual([...printed, [31, 31, 31]])
  await source.frame.locator('html').evaluate((root) => (root.scrollTop = 1500))
  await expect.poll(async () => (await seen(1))[3]).toEqual([31, 31, 31])
})

test('nothing in a document runs, sends, asks or leads away', async ({ start, makeFolder }) => {
  let visits = 0
  const server = createServer((_request, response) => {
    visits++
    response.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const out = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hostile = `<!doctype html><html><head>
<meta http-equiv="refresh" content="0; url=${out}/refresh">
<base href="${out}/">
<link rel="stylesheet" href="${out}/x.css"><link rel="preload" as="image" href="${out}/p.png"><link rel="prefetch" href="${out}/p">
<style>@import url(${out}/i.css); @font-face { font-family: f; src: url(${out}/f.woff2) } p { font-family: f; background: url(${out}/b.png) }</style>
<script>parent.document.title = 'owned'; document.title = 'ran'</script><script src="${out}/x.js"></script>
<script src="lectern-app://desk/assets/index.js"></script></head>
<body onload="document.title = 'onload'"><p id="words" onclick="document.title = 'clicked'">Words of a stranger.</p>
<img src="${out}/x.png" onerror="document.title = 'onerror'"><img src="x" onerror="parent.document.title = 'owned'">
<iframe src="${out}/frame"></iframe><iframe srcdoc="<script>top.document.title = 'srcdoc'</script>"></iframe>
<object data="${out}/o"></object><embed src="${out}/e"><video src="${out}/v" autoplay></video>
<a id="js" href="javascript:parent.document.title = 'owned'">Run</a>
<a id="top" href="${out}/top" target="_top">Top</a><a id="blank" href="${out}/blank" target="_blank">Blank</a>
<a id="ping" href="#words" ping="${out}/ping">Ping</a><a id="load" download href="${out}/d">Load</a>
<a id="app" href="lectern-app://desk/ldn" target="_self">App</a>
<form id="form" action="${out}/form"><input name="q" value="secret"><button>Send</button></form>
<svg><script>parent.document.title = 'owned'</script><animate onbegin="document.title = 'svg'" attributeName="x" dur="1s"></animate></svg>
</body></html>`
  const bundle = await withDocuments(await makeFolder(), { 'guide.html': hostile })
  const { app, page, desk } = await start({ open: bundle })
  await desk.goTo('/sources/guide')
  const source = new SourceView(page)
  const address = page.url()
  await expect(source.frame.locator('#words')).toBeVisible()
  await source.frame.locator('#words').click()
  for (const id of ['js', 'top', 'blank', 'ping', 'load', 'app'])
    await source.frame.locator(`#${id}`).evaluate((link) => (link as HTMLElement).click())
  await source.frame.locator('button').evaluate((button) => (button as HTMLElement).click())
  await source.frame.locator('form').evaluate((form) => (form as HTMLFormElement).submit())
  // The window itself sends the frame elsewhere: what stands in the way is then main and the policy alone.
  await source.region.locator('iframe').evaluate((frame, to) => {
    const one = document.createElement('iframe')
    one.src = `${to}/second`
    frame.after(one)
    one.remove()
  }, out)
  await page.waitForTimeout(800)
  expect(await source.frame.locator('html').evaluate((root) => root.ownerDocument.title)).toBe('')
  expect(await page.title()).not.toMatch(/owned|srcdoc/)
  expect(page.url()).toBe(address)
  await expect(source.frame.locator('#words')).toHaveText('Words of a stranger.')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(visits).toBe(0)
  server.close()
})

test('the frame has no contract, its address leads nowhere, and what was changed after packing is not shown', async ({
  start,
  makeFolder,
}) => {
  const folder = await makeFolder()
  const bundle = await altered(
    await sourceBundle(folder),
    `${folder}/changed.lectern`,
    { 'data/files/figures.html': (text) => text.replace('1.5', '15') },
    true,
  )
  const { page, desk } = await start({ open: bundle })
  await desk.goTo('/sources/guide')
  const source = new SourceView(page)
  const seen = await source.region.locator('iframe').evaluate((frame) => ({
    sandbox: frame.getAttribute('sandbox'),
    contract: 'lectern' in ((frame as HTMLIFrameElement).contentWindow ?? {}),
  }))
  expect(seen).toEqual({ sandbox: 'allow-same-origin', contract: false })
  const before = page.url()
  await page.evaluate(() => (location.href = '/_documents/test/guide.html'))
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  const answers = await page.evaluate(() =>
    Promise.all(
      [
        'test/guide.html',
        'test/none.html',
        'other/guide.html',
        'test/..%2f..%2fbundle.json',
        'test/trial.pdf',
      ].map((path) => fetch(`/_documents/${path}`).then((response) => response.status)),
    ),
  )
  expect(answers).toEqual([200, 404, 404, 404, 404])

  await desk.goTo('/sources/figures')
  await expect(source.region.getByRole('alert')).toContainText('WRONG_HASH')
  await expect(source.region.locator('iframe')).toHaveCount(0)
})
