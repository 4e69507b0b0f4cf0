import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type MakeFolder } from './app'
import { defaultBundle, packed } from './bundles'
import { SearchScreen } from './screens/search-screen'

/** A small bundle about walking, with one page that says a word no other bundle has, and one that the LDN bundle has. */
const walking = (folder: string): Promise<string> =>
  packed(folder, {
    'bundle.yaml': `id: walking
version: 2.1.0
title: Walking evidence
publisher: Tests
licence: CC0-1.0
languages: [en]
reviewed: 2026-11-22
expires: 2027-11-22
summary: A second bundle for tests.
groups: [Pain]
columns: []
`,
    'conditions/fibromyalgia.md': `---
id: fibromyalgia
title: Fibromyalgia and walking
group: Pain
codes: { icd10: [], mesh: [] }
aliases: []
reviewed: 2026-11-22
---

## Bottom line

:statement[Nordicwalking may change pain in fibromyalgia.]{#walk-says finding=walk-pain}
`,
    'evidence/fibromyalgia.yaml': `summaries:
  - id: walk
    question: Does walking change pain?
    pico: { population: a, intervention: b, comparison: c, outcomes: d }
    findings:
      - id: walk-pain
        outcome: Pain
        words: It may change pain.
        direction: unclear
        certainty: low
        passages: [walked]
`,
    'sources/one.md':
      '---\nid: one\ntitle: One\npassages:\n  walked: A quoted sentence.\n---\n\nA quoted sentence.\n',
  })

type Start = Parameters<Parameters<typeof test>[2]>[0]['start']

/** The second bundle and the state of a reader who has opened it once, as the app wrote it: asked of it once per worker. */
let openedOnce: { readonly bytes: Uint8Array; readonly at: string; readonly state: string } | null = null

async function openOnce(makeFolder: MakeFolder, start: Start): Promise<NonNullable<typeof openedOnce>> {
  const at = await walking(await makeFolder())
  const { app, page, userData } = await start({ open: at })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Walking evidence')
  await app.close()
  return { bytes: await readFile(at), at, state: await readFile(join(userData, 'state.json'), 'utf8') }
}

/** A profile in which a second bundle was opened once, and the default one is open now. */
async function withTwo(makeFolder: MakeFolder, start: Start) {
  openedOnce ??= await openOnce(makeFolder, start)
  const bundle = join(await makeFolder(), 'test.lectern')
  await writeFile(bundle, openedOnce.bytes)
  const userData = await makeFolder()
  const inJson = (path: string): string => JSON.stringify(path).slice(1, -1)
  await writeFile(
    join(userData, 'state.json'),
    openedOnce.state.replaceAll(inJson(openedOnce.at), inJson(bundle)),
  )
  const running = await start({ open: defaultBundle, userData })
  return { ...running, bundle, search: new SearchScreen(running.page) }
}

test('one search finds in all bundles, says in which, leads there and back', async ({
  makeFolder,
  start,
}) => {
  const { page, desk, search } = await withTwo(makeFolder, start)
  await search.ask('nordicwalking')
  const hit = search.options('Conditions').first()
  await expect(hit).toContainText('Walking evidence')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fibromyalgia and walking')
  await expect(page.getByRole('button', { name: /^Bundle Walking evidence/ })).toBeVisible()
  await expect(search.bar).toContainText('nordicwalking')
  await expect.poll(() => search.marked()).toContain('nordicwalking')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('button', { name: /^Bundle LDN evidence/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LDN evidence')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fibromyalgia and walking')
  await expect(desk.condition).toBeVisible()
})

test('the next result goes on in the other bundle', async ({ makeFolder, start }) => {
  const { page, search } = await withTwo(makeFolder, start)
  await search.ask('fibromyalgia in:conditions')
  await expect(search.options('Conditions').filter({ hasText: 'Walking evidence' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  const wanted = ['Fibromyalgia', 'Fibromyalgia and walking']
  const seen = new Set<string | null>()
  const heading = page.getByRole('region', { name: 'Condition' }).getByRole('heading', { level: 1 })
  for (let step = 0; step < 12 && !wanted.every((title) => seen.has(title)); step++) {
    await expect(search.bar).toContainText(/\d of/)
    seen.add(await heading.textContent())
    const before = await search.bar.textContent()
    await page.keyboard.press('F4')
    await expect(search.bar).not.toHaveText(before ?? '')
  }
  expect([...seen]).toEqual(expect.arrayContaining(wanted))
})

test('a search is kept to this bundle, to this page, or to any bundle', async ({ makeFolder, start }) => {
  const { page, search } = await withTwo(makeFolder, start)
  await search.ask('fibromyalgia')
  const other = search.options('Conditions').filter({ hasText: 'Walking evidence' })
  await expect(other).toHaveCount(1)
  await search.button('Filters').click()
  await expect(search.button('All bundles')).toHaveAttribute('aria-pressed', 'true')
  await search.button('This bundle').click()
  await expect(search.field).toHaveValue('fibromyalgia bundle:ldn ')
  await expect(search.options('Conditions').first()).toBeVisible()
  await expect(other).toHaveCount(0)
  await search.choice('Bundle').selectOption('walking')
  await expect(search.field).toHaveValue('fibromyalgia bundle:walking ')
  await expect(other).toHaveCount(1)
  await search.button('All bundles').click()
  await expect(search.field).toHaveValue('fibromyalgia ')
  await expect(page.getByText('Reading the index…')).toBeHidden()
})

test('bundles are changed in the menu, and one is taken off the list in the settings', async ({
  makeFolder,
  start,
}) => {
  const { page, search } = await withTwo(makeFolder, start)
  await page.getByRole('button', { name: /^Bundle LDN evidence/ }).click()
  await page.getByRole('menuitem', { name: /^Walking evidence/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Walking evidence')
  await page.getByRole('button', { name: /^Bundle Walking evidence/ }).press('Enter')
  await page.keyboard.press('Enter') // the first of the others has the focus
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LDN evidence')
  await page.getByRole('link', { name: 'Settings' }).click()
  const list = page.getByRole('region', { name: 'Your bundles' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('button', { name: 'Take Walking evidence off the list' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await search.ask('nordicwalking ')
  await expect(page.getByText('Nothing found for “nordicwalking”.').first()).toBeVisible()
})

test('a bundle that cannot be read any more is named, and the rest is searched', async ({
  makeFolder,
  start,
}) => {
  const { app, userData, bundle } = await withTwo(makeFolder, start)
  await app.close()
  const bytes = await readFile(bundle)
  await writeFile(bundle, bytes.subarray(0, bytes.length / 2))
  const again = await start({ open: defaultBundle, userData })
  const search = new SearchScreen(again.page)
  await search.ask('fibromyalgia')
  await expect(search.options('Conditions').first()).toBeVisible()
  await expect(again.page.getByText(/^Not searched: test\.lectern\./)).toBeVisible()
  await again.page.keyboard.press('Escape')
  await again.page.getByRole('link', { name: 'Settings' }).click()
  const list = again.page.getByRole('region', { name: 'Your bundles' })
  await expect(list.getByText(/^Not searched\. /)).toBeVisible()
  await rm(bundle)
  await again.page.getByRole('button', { name: /^Bundle LDN evidence/ }).click()
  await expect(again.page.getByRole('menuitem', { name: 'test.lectern, cannot be read' })).toBeDisabled()
})

test('an address of a bundle that is not there leaves the reader where they were, and says so', async ({
  start,
}) => {
  const { page } = await start({ open: defaultBundle })
  await page.evaluate(() => window.history.pushState({}, '', '/nowhere/claims'))
  await page.evaluate(() =>
    window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state })),
  )
  await expect(page.getByText('That bundle is not open.')).toBeVisible()
  await page.getByRole('button', { name: /^Back to LDN evidence/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LDN evidence')
})
