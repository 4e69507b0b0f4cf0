import { expect, test } from './shared-app'
import { hoverFor } from './pointer'
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
    // The review behind it holds children too; these are its adults.
    await expect(evidence.number(response, 'Who was studied')).toHaveText(
      "Adults with active Crohn's disease",
    )
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
        'The left favours placebo. The right favours LDN 4.5 mg.',
    )
  })

  test('people say the difference, and the bar what was taken off', async ({ at }) => {
    const { page } = await at(responsePath)
    const evidence = new EvidenceScreen(page)
    await evidence.readAs('Picture')
    await expect(evidence.picture(response, 'placebo: 38 of 100')).toBeVisible()
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
