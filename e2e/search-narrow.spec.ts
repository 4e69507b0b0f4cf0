import { expect, test } from './one-app'
import { SearchScreen } from './screens/search-screen'

test('each group shows its best three, and the rest on demand, from where the keys were', async ({
  begin,
}) => {
  const { page } = await begin()
  const search = new SearchScreen(page)
  await search.ask('pain')
  const statements = search.options('Statements')
  await expect(statements).toHaveCount(4) // three and the one that brings the rest
  const third = await statements.nth(2).textContent()
  const more = statements.filter({ hasText: /^\d+ more in statements$/ })
  const left = Number.parseInt((await more.textContent()) ?? '', 10)
  await search.goDownTo(more)
  await page.keyboard.press('Enter')
  await expect(statements).toHaveCount(3 + left)
  await expect(statements.nth(2)).toHaveText(third ?? '')
  await expect(statements.nth(3)).toHaveAttribute('data-highlighted')
})

test('a kind that is chosen is written into the query, and gives as many as it promised', async ({
  begin,
}) => {
  const { page } = await begin()
  const search = new SearchScreen(page)
  await search.ask('pain')
  const chip = search.button(/^Findings \d+$/)
  const promised = await search.promised(chip)
  await chip.click()
  await expect(search.field).toHaveValue('pain in:findings ')
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  await expect(search.list.getByRole('group')).toHaveCount(1)
  await expect(search.says(`${promised} results: Findings ${promised}.`)).toHaveCount(1)
  await search.button(/^All \d+$/).click()
  await expect(search.field).toHaveValue('pain ')
})

test('certainty, direction, design and condition narrow down, and show what was typed', async ({ begin }) => {
  const { page } = await begin()
  const search = new SearchScreen(page)
  await search.ask('pain')
  await search.button('Filters').click()
  await search.choice('Certainty').selectOption('very low')
  await expect(search.field).toHaveValue('pain certainty:very-low ')
  await expect(search.list.getByText('very low').first()).toBeVisible()
  await expect(search.options('Sources')).toHaveCount(0)
  await search.field.fill('pain direction:better')
  await expect(search.choice('Direction')).toHaveValue('better')
  await expect(search.options('Findings').first()).toContainText('better on treatment')
  await search.field.fill('pain condition:fibromyalgia')
  await expect(search.choice('Condition')).toHaveValue('fibromyalgia')
  await search.field.fill('pain design:"randomised trial"')
  await expect(search.choice('Study design')).toHaveValue('randomised trial')
  await expect(search.list.getByRole('group')).toHaveCount(1)
})

test('a search can be kept to the page, says what that leaves out, and is let go in one step', async ({
  begin,
}) => {
  const { page } = await begin({ at: '/conditions/fibromyalgia' })
  const search = new SearchScreen(page)
  await search.ask('pain')
  await expect(search.options('Conditions').first()).toBeVisible()
  const everywhere = await search.promised(search.button(/^All \d+$/))
  await search.button('Filters').click()
  await search.button('This page').click()
  await expect(search.field).toHaveValue('pain page:conditions/fibromyalgia ')
  await expect(search.options('Conditions')).toHaveCount(1)
  await expect(page.getByText(/more are left out/)).toBeVisible()
  await search.button(/^Search all of/).click()
  await expect(search.field).toHaveValue('pain')
  await expect(search.button(`All ${everywhere}`)).toBeVisible()
})

test('a field word is completed, with the keys alone', async ({ begin }) => {
  const { page } = await begin()
  const search = new SearchScreen(page)
  await search.ask('pain certainty:')
  const low = search.options('Narrow down').filter({ hasText: 'very low' })
  await search.goDownTo(low)
  await page.keyboard.press('Enter')
  await expect(search.field).toHaveValue(/^pain certainty:"?very low"? $/)
  await expect(search.field).toBeFocused()
  await search.field.fill('pain certainty:enormous ')
  await expect(page.getByText('Nothing here has certainty:enormous; it was left out.')).toBeVisible()
})

test('other names that are searched are named and can be turned off', async ({ begin }) => {
  const { page } = await begin()
  const search = new SearchScreen(page)
  await search.ask('low dose naltrexone')
  await expect(page.getByText(/also searching .*LDN/)).toBeVisible()
  const all = await search.promised(search.button(/^All \d+$/))
  await search.button('turn off').click()
  await expect(page.getByText('Other names are not searched.')).toBeVisible()
  await expect.poll(() => search.promised(search.button(/^All \d+$/))).toBeLessThan(all)
  await search.button('turn on').click()
  await expect(search.button(`All ${all}`)).toBeVisible()
})

test('a word that is misspelt is found, and what was meant is offered', async ({ begin }) => {
  const { page } = await begin()
  const search = new SearchScreen(page)
  await search.ask('fibromialgia ')
  await expect(search.options('Conditions').first()).toContainText('Fibromyalgia')
  const note = page.getByText('No place has these words as typed; these are spelt alike.', { exact: true })
  await expect(note).toBeVisible()
  await search.button(/^fibromyalgia\s*$/i).click()
  await expect(search.field).toHaveValue(/^fibromyalgia\s*$/i)
  await expect(note).toBeHidden()
})

test('nothing found says what was searched, by voice too', async ({ begin }) => {
  const { page, desk } = await begin()
  const search = new SearchScreen(page)
  await desk.search.fill('qqqqzzzz')
  await expect(page.getByText('Nothing found for “qqqqzzzz”.').first()).toBeVisible()
  await expect(page.getByText('Searched pages, findings')).toBeVisible()
  await expect(search.says('Nothing found for “qqqqzzzz”.')).toHaveCount(1)
  await expect(desk.search).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Searched pages, findings')).toBeHidden()
  await search.ask('pain in:resources certainty:low')
  await expect(page.getByText('Searched only a part of')).toBeVisible()
  await search.button(/^Search all of/).click()
  await expect(search.options('Statements').first()).toBeVisible()
})
