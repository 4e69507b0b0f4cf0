import { expect, test } from './shared-app'
import { handFree, hoverFor, restOn } from './pointer'
import { EvidenceScreen } from './screens/evidence-screen'

const response = 'crohns-response-12w'
const responsePath = `/conditions/crohns-disease?finding=${response}`

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
