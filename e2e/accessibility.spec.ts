import { expect, test } from './app'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EvidenceScreen } from './screens/evidence-screen'
import { defaultBundle, lectern } from './bundles'

/** Every screen, as an address. */
const screens: Readonly<Record<string, string>> = {
  overview: 'lectern://ldn/',
  desk: 'lectern://ldn/conditions/fibromyalgia',
  'desk with a selection': 'lectern://ldn/conditions/hashimoto-hypothyroidism',
  'overview, filtered': 'lectern://ldn/?certainty=low&sort=name',
  'finding with its studies': 'lectern://ldn/conditions/fibromyalgia?finding=fm-pain-12w',
  'finding, in pictures': 'lectern://ldn/conditions/crohns-disease?finding=crohns-response-12w',
  'nothing found': 'lectern://ldn/conditions/diabetic-neuropathy?finding=pdn-placebo-none',
  regimen: 'lectern://ldn/conditions/fibromyalgia?regimen=fm-regimen-dose-finding',
  'conditions compared': 'lectern://ldn/compare?conditions=fibromyalgia,crohns-disease',
  'regimens compared':
    'lectern://ldn/compare?regimens=fibromyalgia:fm-regimen-bruun,fibromyalgia:fm-regimen-pilot',
  'nothing compared': 'lectern://ldn/compare',
  glossary: 'lectern://ldn/glossary?term=risk-ratio',
  resources: 'lectern://ldn/resources?resource=ldn-research-trust',
  claims: 'lectern://ldn/claims',
  'all results': 'lectern://ldn/search?q=pain+certainty:low',
  'a result': 'lectern://ldn/conditions/fibromyalgia?statement=fm-says-pain&q=pain',
  handouts: 'lectern://ldn/handouts',
  handout: 'lectern://ldn/handouts/fibromyalgia-easy',
  source: 'lectern://ldn/sources/bruun2024',
  about: 'lectern://ldn/about',
  settings: 'lectern://ldn/settings',
  nowhere: 'lectern://ldn/conditions/nothing',
}

for (const [name, open] of Object.entries(screens)) {
  test(`${name}, light and dark: no violation of WCAG 2.2 AA that axe can find`, async ({ start }) => {
    const { page, desk } = await start({ open })
    if (name.includes('selection')) {
      await page.keyboard.press('j')
      await desk.ready()
    }
    if (name.includes('pictures')) await new EvidenceScreen(page).readAs('Picture')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), colorScheme).toEqual([])
    }
  })
}

for (const [name, text, sign] of [
  ['an empty search', '', 'Type a condition'],
  ['search results', 'pain', 'Statements'],
  ['nothing found', 'qqqqzzzz', 'Nothing found'],
] as const) {
  test(`${name}: no violation that axe can find`, async ({ start }) => {
    const { page, desk } = await start()
    await page.keyboard.press('Control+k')
    await desk.search.fill(text)
    await expect(page.getByText(sign).first()).toBeVisible()
    expect(await violations(page)).toEqual([])
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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), colorScheme).toEqual([])
  }
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
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), `${at} ${colorScheme}`).toEqual([])
    }
    await again.close()
  }
})

/** What axe finds against WCAG 2.2 AA, one line a rule. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
