import { expect, handOver, test } from './shared-app'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { altered, defaultBundle, packed } from './bundles'

/** Each file, how it is made, and the sentence a reader gets. */
const refused: readonly [string, (folder: string) => Promise<string>, string][] = [
  ['an empty file', (folder) => written(folder, new Uint8Array()), 'The file is empty'],
  ['a text file', (folder) => written(folder, new TextEncoder().encode('hello')), 'not a Lectern bundle'],
  ['a file that is not there', async (folder) => join(folder, 'gone.lectern'), 'cannot be read'],
  [
    'a truncated bundle',
    async (folder) => written(folder, (await readFile(defaultBundle)).subarray(0, 20_000)),
    'damaged or incomplete',
  ],
  [
    'a zip without bagit.txt',
    (folder) => altered(defaultBundle, join(folder, 'x.lectern'), { 'bagit.txt': () => null }),
    'no BagIt bag',
  ],
  [
    'a bundle of a newer format',
    (folder) =>
      altered(defaultBundle, join(folder, 'x.lectern'), {
        'data/bundle.json': (text) => JSON.stringify({ ...JSON.parse(text), format: '2.0', newThing: true }),
      }),
    'newer format',
  ],
  [
    'a bundle without bundle.json',
    (folder) => altered(defaultBundle, join(folder, 'x.lectern'), { 'data/bundle.json': () => null }),
    'missing',
  ],
  [
    'a bundle whose table of contents was changed',
    (folder) =>
      altered(
        defaultBundle,
        join(folder, 'x.lectern'),
        { 'data/bundle.json': (text) => text.replace('LDN evidence', 'LDN evidence!') },
        true,
      ),
    'changed after it was packed',
  ],
]

async function written(folder: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'x.lectern')
  await writeFile(file, bytes)
  return file
}

for (const [name, make, sentence] of refused) {
  test(`${name}: the screen says what is wrong, and the desk stays usable`, async ({ at, makeFolder }) => {
    const { app, page, desk } = await at()
    await handOver({ app }, await make(await makeFolder()))
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText('This bundle cannot be opened')
    await expect(alert).toContainText(sentence)
    await expect(alert.getByRole('button', { name: 'Open another bundle' })).toBeVisible()
    await desk.open('Fibromyalgia')
    await expect(alert).toBeHidden()
  })
}

test('a file that is no bundle may also be what the app is started with', async ({ start, makeFolder }) => {
  const { page, desk } = await start({ open: await written(await makeFolder(), new Uint8Array()) })
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('The file is empty')
  await desk.open('Fibromyalgia')
  await expect(alert).toBeHidden()
})

test('a page that the contents promise and the bundle lacks is named; the rest can be read', async ({
  start,
  makeFolder,
}) => {
  const bundle = await altered(defaultBundle, join(await makeFolder(), 'x.lectern'), {
    'data/conditions/fibromyalgia.json': () => null,
  })
  const { page, desk } = await start({ open: bundle })
  await desk.contents.getByRole('link', { name: 'Fibromyalgia' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('missing')
  await desk.open("Crohn's disease")
})

test('a page that was changed after packing is refused, not shown', async ({ start, makeFolder }) => {
  const bundle = await altered(
    defaultBundle,
    join(await makeFolder(), 'x.lectern'),
    { 'data/conditions/fibromyalgia.json': (text) => text.replaceAll('may', 'will') },
    true,
  )
  const { page, desk } = await start({ open: bundle })
  await desk.contents.getByRole('link', { name: 'Fibromyalgia' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('changed after it was packed')
  await expect(desk.condition).toBeHidden()
})

test('a page of 2,000 statements and a title of 400 characters can be read', async ({
  start,
  makeFolder,
}) => {
  const title = 'A very long title '.repeat(23).trim().slice(0, 400)
  const statements = Array.from(
    { length: 2000 },
    (_, n) => `:statement[Sentence ${n} may be so.]{#s-${n} finding=f}`,
  )
  const folder = await makeFolder()
  const bundle = await packed(folder, {
    'conditions/big.md': `---\nid: big\ntitle: ${title}\ngroup: Long\ncodes: { icd10: [], mesh: [] }\naliases: []\nreviewed: 2026-11-22\n---\n\n## Bottom line\n\n${statements.join('\n\n')}\n`,
    'evidence/big.yaml': `summaries:
  - id: e
    question: Does it open?
    pico: { population: a, intervention: b, comparison: c, outcomes: d }
    findings:
      - id: f
        outcome: Opening
        words: It may open.
        direction: unclear
        certainty: low
        passages: [p]
`,
    'sources/one.md':
      '---\nid: one\ntitle: One\npassages:\n  p: A quoted sentence.\n---\n\nA quoted sentence.\n',
  })
  const { page, desk } = await start({ open: bundle })
  await desk.contents.getByRole('link', { name: 'A very long title' }).click()
  await expect(desk.condition.locator('[data-statement]')).toHaveCount(2000)
  const last = desk.statement('s-1999')
  await last.scrollIntoViewIfNeeded()
  await last.click()
  expect(await desk.selection()).toEqual(['s-1999', 'f', 'p'])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('a folder of plain documents, without conditions, can be opened and searched', async ({
  start,
  makeFolder,
}) => {
  const bundle = await packed(await makeFolder(), {
    'sources/one.md': '---\nid: one\ntitle: One plain document\n---\n\nThe word xylophone stands here.\n',
  })
  const { page, desk } = await start({ open: bundle })
  await expect(page.getByRole('main')).toContainText('no condition pages')
  await desk.search.fill('xylophone')
  await page.getByRole('option', { name: /One plain document/ }).click()
  await expect(desk.source).toContainText('xylophone')
})

test('garbage in the state file is set aside and said', async ({ start, makeFolder }) => {
  const userData = await makeFolder()
  await writeFile(join(userData, 'state.json'), '{"version": 1, "settings": ')
  const { page } = await start({ userData })
  await expect(page.getByRole('alert')).toContainText('settings could not be read')
  await expect(page.getByRole('alert')).toContainText('state.damaged-')
})

test('a profile that cannot be written is said, and the desk works', async ({ start }) => {
  const { page, desk } = await start({ userData: '/proc/lectern-cannot-be-made' })
  await expect(page.getByRole('alert')).toContainText('cannot be written')
  await desk.open('Fibromyalgia')
})
