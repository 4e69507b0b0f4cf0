import { expect, test } from './shared-app'

test.describe('safety', () => {
  for (const path of [
    '',
    'conditions/fibromyalgia',
    'claims',
    'handouts',
    'sources/bruun2024',
    'settings',
    'glossary',
  ])
    test(`is one key away from /${path}`, async ({ at }) => {
      const { page, desk } = await at(`/${path}`)
      await page.keyboard.press('!')
      await expect(desk.condition.getByRole('heading', { level: 1 })).toHaveText('Using LDN safely')
    })

  test('is one key away after a choice in a filter, and from the sheet of all keys', async ({ at }) => {
    const { page, desk } = await at()
    const safety = desk.condition.getByRole('heading', { level: 1, name: 'Using LDN safely' })
    await page.getByLabel('Certainty', { exact: true }).selectOption('low')
    await page.getByLabel('Certainty', { exact: true }).press('!')
    await expect(safety).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
    await page.keyboard.press('!')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(safety).toBeVisible()
  })

  test('! is a letter like any other while the reader types', async ({ at }) => {
    const { page, desk } = await at()
    await page.keyboard.press('Control+k')
    await desk.search.pressSequentially('a!')
    await expect(desk.search).toHaveValue('a!')
    expect(page.url()).not.toContain('safety')
  })

  test('each regimen says that it is no advice, and has the warning on opioids beside it', async ({ at }) => {
    const { page, desk } = await at('/conditions/fibromyalgia?regimen=fm-regimen-dose-finding')
    const all = desk.condition.locator('[data-regimen]')
    expect(await all.count()).toBeGreaterThan(2)
    for (const regimen of await all.all()) {
      await expect(regimen).toContainText('Reported, not a recommendation')
      await expect(regimen.getByRole('note', { name: 'Warning' })).toContainText('Opioids.')
    }
    const chosen = page.locator('[data-regimen][aria-current="true"]')
    await expect(chosen).toHaveAttribute('data-regimen', 'fm-regimen-dose-finding')
    await expect(
      chosen.getByRole('list', { name: 'Dose, from start to maximum' }).getByRole('listitem'),
    ).toHaveText([
      'Start 0.75 mg a day',
      'Steps steps of 0.75 mg, each dose for 2 weeks',
      'Target 3.88 mg to 5.40 mg a day',
      'Maximum 6 mg a day',
    ])
    await expect(desk.passage('bruunplesner2020-dose')).toHaveAttribute('aria-current', 'true')
  })
})
