import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessible } from './axe'
import { EvidenceScreen } from './screens/evidence-screen'
import { defaultBundle, lectern } from './bundles'
import { expect, test } from './shared-app'

/** Every screen, by its place in the bundle. */
const screens: Readonly<Record<string, string>> = {
  overview: '/',
  desk: '/conditions/fibromyalgia',
  'desk with a selection': '/conditions/hashimoto-hypothyroidism',
  'overview, filtered': '/?certainty=low&sort=name',
  'finding with its studies': '/conditions/fibromyalgia?finding=fm-pain-12w',
  'finding, in pictures': '/conditions/crohns-disease?finding=crohns-response-12w',
  'nothing found': '/conditions/diabetic-neuropathy?finding=pdn-placebo-none',
  regimen: '/conditions/fibromyalgia?regimen=fm-regimen-dose-finding',
  'conditions compared': '/compare?conditions=fibromyalgia,crohns-disease',
  'regimens compared': '/compare?regimens=fibromyalgia:fm-regimen-bruun,fibromyalgia:fm-regimen-pilot',
  'nothing compared': '/compare',
  glossary: '/glossary?term=risk-ratio',
  resources: '/resources?resource=ldn-research-trust',
  claims: '/claims',
  'all results': '/search?q=pain+certainty:low',
  'a result': '/conditions/fibromyalgia?statement=fm-says-pain&q=pain',
  handouts: '/handouts',
  handout: '/handouts/fibromyalgia-easy',
  source: '/sources/bruun2024',
  about: '/about',
  settings: '/settings',
  nowhere: '/conditions/nothing',
}

for (const [name, path] of Object.entries(screens)) {
  test(`${name}, light and dark: no violation of WCAG 2.2 AA that axe can find`, async ({ at }) => {
    const { page, desk } = await at(path)
    if (name.includes('selection')) {
      await page.keyboard.press('j')
      await desk.ready()
    }
    if (name.includes('pictures')) await new EvidenceScreen(page).readAs('Picture')
    await accessible(page)
  })
}

for (const [name, text, sign] of [
  ['an empty search', '', 'Type a condition'],
  ['search results', 'pain', 'Statements'],
  ['nothing found', 'qqqqzzzz', 'Nothing found'],
] as const) {
  test(`${name}: no violation that axe can find`, async ({ at }) => {
    const { page, desk } = await at()
    await page.keyboard.press('Control+k')
    await desk.search.fill(text)
    await expect(page.getByText(sign).first()).toBeVisible()
    await accessible(page)
  })
}

test('a preview with flaws, light and dark: no violation that axe can find', async ({
  start,
  makeFolder,
}) => {
  const folder = await makeFolder()
  await copyFile(defaultBundle, join(folder, 'preview-1.lectern'))
  const flaw = { code: 'NO_FINDING', at: 'a.md:1', detail: 'a', says: 'Something.', next: 'Do this.' }
  const status = {
    folder: 'ldn',
    state: 'kept',
    revision: 1,
    bundle: 'preview-1.lectern',
    at: '2026-11-22T10:00:00.000Z',
    flaws: [
      { ...flaw, severity: 'error' },
      { ...flaw, severity: 'warning' },
    ],
  }
  await writeFile(join(folder, 'preview.json'), JSON.stringify(status))
  const { page } = await start({ preview: join(folder, 'preview.json') })
  await expect(page.getByRole('complementary', { name: 'Flaws in ldn' })).toBeVisible()
  await accessible(page)
})

test('a warning of the signature, light and dark: no violation that axe can find', async ({
  start,
  makeFolder,
}) => {
  const userData = await makeFolder()
  const key = join(await makeFolder(), 'k')
  await lectern('keygen', key, '--no-password')
  const [, line = ''] = (await readFile(`${key}.pub`, 'utf8')).split('\n')
  const { app } = await start({ userData })
  await app.close()
  const file = join(userData, 'state.json')
  const state = JSON.parse(await readFile(file, 'utf8')) as object
  const signer = { key: line, publisher: 'Tests' }
  const trust = { trusted: [{ ...signer, since: '2026-11-22' }], signers: { ldn: signer } }
  await writeFile(file, JSON.stringify({ ...state, ...trust }))
  for (const at of ['about', 'settings']) {
    const { page, app: again } = await start({ userData, open: `lectern://ldn/${at}` })
    await expect(page.getByRole('alert')).toContainText('This copy is not signed.')
    await accessible(page)
    await again.close()
  }
})
