import { expect, test } from './shared-app'

test.describe('other screens', () => {
  test('a claim says its verdict, and each statement how sure it is and on which page', async ({ at }) => {
    const { page } = await at('/claims')
    const statement = page
      .locator('[data-claim] li')
      .filter({ has: page.getByText('(very low certainty)') })
      .first()
    await expect(statement).toBeVisible()
    await page.getByLabel('Condition', { exact: true }).selectOption({ label: 'Fibromyalgia' })
    const shown = await page.locator('[data-claim]').count()
    expect(shown).toBeGreaterThan(0)
    await expect(page.getByRole('main').getByRole('status').first()).toHaveText(
      new RegExp(`^${shown} claims?$`),
    )
  })

  test('claims are filtered by words as a patient says them, beside verdict and condition', async ({
    at,
  }) => {
    const { page } = await at('/claims')
    const main = page.getByRole('main')
    const words = main.getByLabel('Words')
    const claims = main.locator('[data-claim]')
    await words.pressSequentially('no side effects')
    await expect(claims.first()).toContainText('LDN is exceptionally safe.')
    await expect(words).toBeFocused()
    await expect(words).toHaveValue('no side effects')
    await main.getByLabel('Condition', { exact: true }).selectOption({ label: 'Fibromyalgia' })
    await expect(claims).toHaveCount(1)
    await expect(main.getByText('partly supported 1', { exact: true })).toBeVisible()
    await words.fill('lectins zzzz')
    await expect(main.getByText('No claim holds any of these words.')).toBeVisible()
    await main.getByRole('button', { name: 'Show all' }).click()
    await expect(words).toBeFocused()
    await expect(words).toHaveValue('')
    await expect(main.getByLabel('Condition', { exact: true })).toHaveValue('')
    await words.fill('ldn cures warts')
    await expect(main.getByText('No claim holds all of these words.')).toBeVisible()
    await expect(claims.first()).toBeVisible()
  })

  test('an address with words shows the claims that hold them', async ({ at }) => {
    const { page } = await at('/claims?words=cows')
    await expect(page.getByRole('main').getByLabel('Words')).toHaveValue('cows')
    await expect(page.locator('[data-claim]')).toHaveCount(1)
  })

  test('two conditions stand side by side, and one can be taken away', async ({ at }) => {
    const { page } = await at('/compare?conditions=fibromyalgia,crohns-disease,no-such')
    const table = page.getByRole('table', { name: 'Conditions' })
    await expect(table.getByRole('columnheader')).toHaveCount(2)
    await expect(
      table
        .getByRole('row', { name: /^Harms/ })
        .getByRole('cell')
        .first(),
    ).toContainText('more vivid dreams')
    await table.getByRole('link', { name: 'Take away Fibromyalgia' }).click()
    await expect(table.getByRole('columnheader')).toHaveCount(1)
    await page.getByLabel('Add a condition').selectOption({ label: 'Long COVID' })
    await expect(table.getByRole('columnheader', { name: /Long COVID/ })).toBeVisible()
  })

  test('conditions are added and taken away by keyboard, none before it was chosen', async ({ at }) => {
    const { page } = await at('/compare?conditions=fibromyalgia,crohns-disease,multiple-sclerosis,long-covid')
    const table = page.getByRole('table', { name: 'Conditions' })
    const list = page.getByLabel('Add a condition')
    await expect(list).toHaveCount(0)
    await table.getByRole('link', { name: 'Take away Fibromyalgia' }).press('Enter')
    await expect(list).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect(table.getByRole('columnheader')).toHaveCount(3)
    await list.selectOption({ label: 'Fibromyalgia' })
    await expect(table.getByRole('columnheader')).toHaveCount(4)
    await expect(page.locator('body')).not.toBeFocused()
  })

  test('two regimens stand side by side with their warnings', async ({ at }) => {
    const { page } = await at(
      '/compare?regimens=fibromyalgia:fm-regimen-bruun,fibromyalgia:fm-regimen-crossover',
    )
    const table = page.getByRole('table', { name: 'Reported regimens' })
    await expect(table.getByRole('row', { name: /^Target/ }).getByRole('cell')).toHaveText([
      '6 mg a day',
      '4.5 mg a day',
    ])
    await expect(
      table
        .getByRole('row', { name: /^Warning/ })
        .getByRole('cell')
        .first(),
    ).toContainText('Opioids.')
  })

  test('the glossary brings the term that was asked for', async ({ at }) => {
    const { page } = await at('/glossary?term=risk-ratio')
    await expect(page.locator('[data-term][aria-current="true"]')).toContainText('Risk ratio')
    await page.getByLabel('Find a term').fill('NNT')
    await expect(page.locator('[data-term]')).toHaveCount(1)
    await expect(page.locator('[data-term]')).toContainText('Number needed to treat')
  })

  test('a resource opens only after the reader has seen the address, and not when they say no', async ({
    start,
  }) => {
    const { app, page } = await start({ open: 'lectern://ldn/resources?resource=ldn-research-trust' })
    await app.evaluate(({ dialog, shell }) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      dialog.showMessageBox = (...args: unknown[]) => {
        said.push(JSON.stringify(args.at(-1)))
        return Promise.resolve({ response: 1, checkboxChecked: false })
      }
      shell.openExternal = (address: string) => Promise.resolve(void said.push(`opened ${address}`))
    })
    await page.getByRole('button', { name: 'Open LDN Research Trust in your browser…' }).click()
    const said = (): Promise<string[]> =>
      app.evaluate(() => (globalThis as unknown as { readonly said: string[] }).said)
    await expect.poll(async () => (await said()).length).toBe(1)
    expect((await said())[0]).toContain('https://ldnresearchtrust.org/')
  })
})
