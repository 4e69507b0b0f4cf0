import { expect, test } from './shared-app'
import { handFree, hoverFor, restOn } from './pointer'
import { EvidenceScreen } from './screens/evidence-screen'

/*
 * Readers misread evidence when an answer has to be put together from several places. So each question that a reader brings
 * is asked here of each layout, and must be answered by the text or the name of one element.
 */
const response = 'crohns-response-12w'
const responsePath = `/conditions/crohns-disease?finding=${response}`

test.describe('in words', () => {
  test('what was found, and how sure is it?', async ({ at }) => {
    const { page } = await at(responsePath)
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Words')
    await expect(
      evidence.finding(response).getByText(/^More adults may respond on LDN than on placebo/),
    ).toBeVisible()
    await expect(evidence.finding(response).getByText('(low certainty)')).toBeAttached()
  })

  test('the numbers are one step away, and the choice is kept for the next start', async ({
    start,
    makeFolder,
  }) => {
    const userData = await makeFolder()
    const { app, page } = await start({ open: `lectern://ldn${responsePath}`, userData })
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Words')
    await evidence.finding(response).getByText('Numbers', { exact: true }).click()
    await expect(evidence.number(response, 'Difference')).toBeVisible()
    await app.close()
    const again = await start({ userData })
    const words = again.page
      .getByRole('group', { name: 'Read findings as' })
      .getByRole('button', { name: 'Words' })
    await expect(words).toHaveAttribute('aria-pressed', 'true')
  })
})

test.describe('in numbers', () => {
  test('how many more people, of how many, how sure, who was studied?', async ({ at }) => {
    const { page } = await at(responsePath)
    const evidence = new EvidenceScreen(page)
    await expect(evidence.number(response, 'Difference')).toHaveText(
      '45 more of 100 (95% CI 5 more to 62 more)',
    )
    await expect(evidence.number(response, 'LDN 4.5 mg 83 of 100')).toContainText(
      '83 of 100 (95% CI 43 to 100)',
    )
    await expect(evidence.number(response, 'Number needed to treat')).toHaveText(
      '3 (95% CI 2 to 20) treated for one more to benefit',
    )
    await expect(evidence.number(response, 'Risk ratio')).toContainText('2.22 (95% CI 1.14 to 4.32)')
    await expect(evidence.number(response, 'People, studies')).toHaveText('34 people, 1 study')
    await expect(evidence.number(response, 'Who was studied')).not.toBeEmpty()
    await expect(evidence.finding(response).getByText('(low certainty)')).toBeAttached()
  })

  test('what does it mean at the risk of my patients?', async ({ at }) => {
    const { page } = await at(responsePath)
    const evidence = new EvidenceScreen(page)
    await expect(evidence.baseline(response)).toHaveValue('38')
    await evidence.baseline(response).fill('10')
    await expect(evidence.number(response, 'Difference')).toHaveText(
      '12 more of 100 (95% CI 1 more to 33 more)',
    )
    await evidence.finding(response).getByRole('button', { name: '1,000' }).click()
    await expect(evidence.baseline(response)).toHaveValue('100')
    await expect(evidence.number(response, 'Difference')).toHaveText(
      '122 more of 1,000 (95% CI 14 more to 332 more)',
    )
    await evidence.finding(response).getByRole('button', { name: 'As reported' }).click()
    await expect(evidence.baseline(response)).toHaveValue('375')
  })

  for (const typed of ['-1', '101', '', '1e9'])
    test(`"${typed}" is no risk out of 100 and changes nothing`, async ({ at }) => {
      const { page } = await at(responsePath)
      const evidence = new EvidenceScreen(page)
      await evidence.baseline(response).fill(typed)
      await expect(evidence.number(response, 'Difference')).toHaveText(
        '45 more of 100 (95% CI 5 more to 62 more)',
      )
    })

  test('over no effect there is no number needed to treat, and it says why', async ({ at }) => {
    const { page } = await at('/conditions/fibromyalgia?finding=fm-response-30')
    const evidence = new EvidenceScreen(page)
    await expect(evidence.number('fm-response-30', 'Number needed to treat')).toHaveText(
      'None: the interval includes no effect.',
    )
    await expect(evidence.number('fm-response-30', 'Difference')).toHaveText(
      '17 more of 100 (95% CI 2 fewer to 49 more)',
    )
  })

  test('why is the certainty what it is?', async ({ at }) => {
    const { page } = await at(responsePath)
    const reasons = new EvidenceScreen(page)
      .finding(response)
      .getByRole('region', { name: 'Why this certainty' })
    await expect(reasons.getByRole('definition').filter({ hasText: 'down 2 levels:' })).toHaveCount(1)
  })
})

test.describe('in pictures', () => {
  test('a forest plot says the effect, its interval, no effect and which side favours what', async ({
    at,
  }) => {
    const { page } = await at(responsePath)
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    const plot = evidence.picture(response, /^Forest plot/)
    await expect(plot).toHaveAccessibleName(
      'Forest plot. Risk ratio, logarithmic scale. Cochrane 2018: 2.22 (95% CI 1.14 to 4.32). No effect is 1. ' +
        'The left favours placebo. The right favours treatment.',
    )
  })

  test('people say the difference, and the bar what was taken off', async ({ at }) => {
    const { page } = await at(responsePath)
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    await expect(evidence.picture(response, '38 of 100 on placebo')).toBeVisible()
    await expect(evidence.picture(response, /45 more of 100 \(95% CI 5 more to 62 more\)/)).toBeVisible()
    await expect(evidence.picture(response, /^low certainty/)).toHaveAccessibleName(
      'low certainty. Taken off: Imprecision −2',
    )
    await evidence.finding(response).getByText('The same as a table').click()
    await expect(evidence.number(response, 'Difference')).toHaveText(
      '45 more of 100 (95% CI 5 more to 62 more)',
    )
  })

  test('measures that cannot be compared stand on scales of their own', async ({ at }) => {
    const { page } = await at('/conditions/fibromyalgia?finding=fm-pain-pooled')
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    await expect(evidence.picture('fm-pain-pooled', /^Forest plot/)).toHaveCount(2)
  })

  test('no side is named where nobody knows which is good', async ({ at }) => {
    const { page } = await at('/conditions/diabetic-neuropathy?finding=pdn-pain')
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    await expect(evidence.picture('pdn-pain', /^Forest plot/)).not.toHaveAccessibleName(/favours/)
    await expect(evidence.finding('pdn-pain')).toContainText('Which side is better is not known')
  })

  test('a value without an interval says so', async ({ at }) => {
    const { page } = await at('/conditions/multiple-sclerosis?finding=ms-mental')
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    await expect(evidence.picture('ms-mental', /no interval reported/)).toBeVisible()
  })

  test('where there is nothing to draw, it says so', async ({ at }) => {
    const { page } = await at('/conditions/fibromyalgia?finding=fm-life-mood')
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    await expect(evidence.finding('fm-life-mood')).toContainText('Nothing to draw')
    await expect(evidence.picture('fm-life-mood', /^Forest plot/)).toHaveCount(0)
  })

  test('"no evidence found" says when and how it was looked for, in every layout', async ({ at }) => {
    const { page } = await at('/conditions/diabetic-neuropathy?finding=pdn-placebo-none')
    const evidence = new EvidenceScreen(page)
    for (const how of ['Words', 'Numbers', 'Picture'] as const) {
      await evidence.readAs(how)
      await expect(evidence.finding('pdn-placebo-none')).toContainText(
        'Looked for on 22 Nov 2026. Looked for in',
      )
      await expect(evidence.finding('pdn-placebo-none').getByRole('img')).toHaveCount(0)
    }
  })
})

test('a baseline risk that is no risk is refused in words, and the figures stay those of the last one', async ({
  at,
}) => {
  const { page } = await at(responsePath)
  const evidence = new EvidenceScreen(page)
  const field = evidence.baseline(response)
  await field.fill('10')
  const figures = await evidence.number(response, 'Difference').textContent()
  for (const typed of ['', '-5', '250']) {
    await field.fill(typed)
    await expect(evidence.finding(response).getByRole('alert')).toHaveText(
      /^A number from 0 to 100 is needed/,
    )
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(evidence.number(response, 'Difference')).toHaveText(figures ?? '')
  }
  await field.blur()
  await expect(field).toHaveValue('10')
  await expect(evidence.finding(response).getByRole('alert')).toHaveCount(0)
})

test('a baseline risk from the comparison group says so', async ({ at }) => {
  const { page } = await at('/conditions/pharmacology?finding=pharm-dreams')
  const card = new EvidenceScreen(page).finding('pharm-dreams')
  await expect(card).toContainText('As it was in the comparison group.')
  await expect(card).not.toContainText('No baseline risk is reported')
})

test('how sure, and p, explain themselves', async ({ at }) => {
  const { page } = await at('/conditions/fibromyalgia?finding=fm-pain-12w')
  const card = new EvidenceScreen(page).finding('fm-pain-12w')
  const certainty = card.getByRole('button', { name: /low certainty/ })
  await hoverFor(page, certainty, 'A system for saying how sure one can be')
  await hoverFor(page, card.getByRole('button', { name: 'p', exact: true }), 'How often chance alone')
})

test('where studies disagree, they stand side by side, and what differs is marked', async ({ at }) => {
  const { page } = await at('/conditions/fibromyalgia?finding=fm-pain-12w')
  const card = new EvidenceScreen(page).finding('fm-pain-12w')
  const table = card.getByRole('table', { name: 'Side by side: Mean pain, largest trial' })
  await expect(table.getByRole('columnheader', { name: 'Bruun and others 2024' })).toBeVisible()
  await expect(table.getByRole('columnheader', { name: 'Younger and others 2013' })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Dose differs' })).toBeVisible()
  // Reviews of the same question, and where the studies took place, are no part of the dispute.
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  await expect(table.getByRole('rowheader', { name: 'Country', exact: true })).toBeVisible()
})

test('a title in the contents says how sure its main answer is, not its strongest finding', async ({
  at,
}) => {
  const { desk } = await at()
  const name = (title: string) => desk.contents.getByRole('link', { name: title })
  await expect(name('Multiple sclerosis')).toHaveAccessibleName(/\(Main symptom: very low certainty\)/)
  await expect(name('Lyme disease')).toHaveAccessibleName(/\(Main symptom: no evidence found\)/)
})

test.describe('on the overview', () => {
  test('a cell says what, which way and how sure, in one name', async ({ at }) => {
    const { page } = await at()
    const row = page.getByRole('row', { name: /^Fibromyalgia/ })
    await expect(row.getByRole('link', { name: /more vivid dreams.*low certainty/ })).toBeVisible()
    await expect(row.getByRole('rowheader', { name: 'Fibromyalgia' })).toBeVisible()
  })

  test('arrow keys walk the table, and Enter opens the chain', async ({ at }) => {
    const { page, desk } = await at()
    const table = page.getByRole('table')
    await table.getByRole('link', { name: 'Fibromyalgia', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await expect(table.locator('a:focus')).toHaveAccessibleName(/more vivid dreams/)
    await page.keyboard.press('Enter')
    await desk.ready()
    expect(await desk.selected('finding')).toBe('fm-vivid-dreams')
    await expect(desk.passage((await desk.selected('passage')) ?? '')).toBeVisible()
  })

  test('who opens a cell and comes back finds the filters, and the focus where it was', async ({ at }) => {
    const { page, desk } = await at('/?certainty=low&direction=better&sort=name')
    const address = page.url()
    const cell = page.getByRole('row', { name: /^Crohn/ }).getByRole('link', { name: /more respond/ })
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect(desk.finding('crohns-response-12w')).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(cell).toBeFocused()
    expect(page.url()).toBe(address)
  })

  test('where no condition has all that is asked for, it says so and leads out', async ({ at }) => {
    const { page } = await at('/?certainty=high&direction=worse')
    await expect(page.getByText('No condition has such a finding.')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: '0 of 27 conditions' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('rowheader')).toHaveCount(27)
  })

  test('it can be filtered and sorted, and the address keeps both', async ({ at }) => {
    const { page } = await at()
    await page.getByLabel('Direction', { exact: true }).selectOption('worse')
    await page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Name' }).click()
    await expect(page.getByRole('rowheader', { name: 'Fibromyalgia' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: "Crohn's disease" })).toHaveCount(0)
    expect(new URL(page.url()).search).toBe('?sort=name&direction=worse')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('rowheader', { name: "Crohn's disease" })).toBeVisible()
  })

  test('it can be filtered by kind of study, alone and together with how sure a finding is', async ({
    at,
  }) => {
    const { page } = await at()
    const design = page.getByLabel('Study design', { exact: true })
    await expect(page.getByRole('rowheader', { name: 'Hailey-Hailey disease' })).toBeVisible()
    await design.selectOption('randomised trial')
    await expect(page.getByRole('rowheader', { name: 'Fibromyalgia' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Multiple sclerosis' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Hailey-Hailey disease' })).toHaveCount(0)
    await page.getByLabel('Certainty', { exact: true }).selectOption('low')
    await expect(page.getByRole('rowheader', { name: 'Multiple sclerosis' })).toHaveCount(0)
    expect(new URL(page.url()).searchParams.get('design')).toBe('randomised trial')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('rowheader', { name: 'Multiple sclerosis' })).toBeVisible()
  })

  test('it says what is new in this version, and leads there', async ({ at }) => {
    const { page, desk } = await at()
    await expect(page.getByRole('heading', { name: 'New in 1.0.0' })).toBeVisible()
    await page.getByRole('link', { name: 'Fibromyalgia: Mean pain, largest trial' }).click()
    await desk.ready()
    expect(await desk.selected('finding')).toBe('fm-pain-12w')
  })

  test('topics are no rows, and stand in the contents', async ({ at }) => {
    const { page, desk } = await at()
    await expect(page.getByRole('rowheader', { name: /safely/i })).toHaveCount(0)
    await expect(desk.contents.getByRole('link', { name: 'Safety' })).toBeVisible()
    await expect(desk.contents.getByRole('heading', { name: 'For all conditions' })).toBeVisible()
  })

  test('it offers to go on where the reader was', async ({ at }) => {
    const { page, desk } = await at()
    await desk.open('Fibromyalgia')
    await desk.contents.getByRole('link', { name: 'Overview' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Fibromyalgia', exact: true }).last().click()
    await expect(desk.condition.getByRole('heading', { level: 1 })).toHaveText('Fibromyalgia')
  })
})

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

test.describe('what floats', () => {
  test('a statement in focus previews its finding, and nothing moves', async ({ at }) => {
    const { page, desk } = await at('/conditions/fibromyalgia')
    const statement = desk.statement('fm-says-pain')
    const before = await statement.boundingBox()
    await page.keyboard.press('Tab') // the focus counts as the keyboard's
    await statement.focus()
    const note = page.getByRole('tooltip')
    await expect(note).toContainText('Mean pain, largest trial, 12 weeks')
    await expect(note).toContainText('MD −0.34 points of 10 (95% CI −0.95 to 0.27)')
    expect(await statement.boundingBox()).toEqual(before)
    await page.keyboard.press('Escape')
    await expect(note).toHaveCount(0)
  })

  test('a note stays while the pointer rests on it, and Escape closes it', async ({ at }) => {
    const { page } = await at(responsePath)
    const word = new EvidenceScreen(page)
      .finding(response)
      .getByRole('button', { name: 'Risk ratio', exact: true })
    const note = page.getByRole('tooltip')
    await handFree(page, async () => {
      await restOn(page, word, 'The risk in one group')
      const box = await note.boundingBox()
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2, { steps: 5 })
      await expect(note).toHaveCount(1)
      // Longer than anything waits that would close it.
      await page.evaluate(() => new Promise((go) => setTimeout(go, 900)))
      await expect(note).toHaveCount(1)
    })
    await page.keyboard.press('Escape')
    await expect(note).toHaveCount(0)
  })

  test('a technical word explains itself on hover and on focus', async ({ at }) => {
    const { page } = await at(responsePath)
    const card = new EvidenceScreen(page).finding(response)
    const word = card.getByRole('button', { name: 'Risk ratio', exact: true })
    await hoverFor(page, word, 'The risk in one group divided by the risk in the other')
    await page.mouse.move(0, 0)
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await page.keyboard.press('Tab')
    await card.getByRole('button', { name: 'Imprecision', exact: true }).focus()
    await expect(page.getByRole('tooltip')).toContainText('A reason to be less sure')
  })
})

test('a note that scrolling closed opens again with the next move', async ({ at }) => {
  const { page, desk } = await at('/conditions/fibromyalgia')
  const statement = desk.statement('fm-says-pain')
  const body = desk.condition.locator('[data-pane-body]')
  await handFree(page, async () => {
    await restOn(page, statement, 'Mean pain, largest trial')
    await body.evaluate((scrolled) => scrolled.scrollBy({ top: 4, behavior: 'instant' }))
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await restOn(page, statement, 'Mean pain, largest trial')
  })
})

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
