import { expect, test } from './app'
import { altered } from './bundles'
import { isFullyVisible } from './screens/desk-screen'
import { SourceView } from './screens/source-screen'
import { pooled, report, sparePages, withDocuments } from './source-bundle'
import { tinyPdf } from './tiny-pdf'

test('a PDF that cannot be read as usual says so, and is never blank', async ({ start, makeFolder }) => {
  const folder = await makeFolder()
  const whole = tinyPdf({ pages: report(3) })
  const odd = await withDocuments(folder, {
    'trial.pdf': tinyPdf({ pages: report(3), password: 'secret' }),
    'spare-one.pdf': 'This is no PDF at all.'.repeat(50),
    'spare-two.pdf': whole.subarray(0, 300),
    'spare-three.pdf': tinyPdf({ pages: [] }),
    'spare-four.pdf': tinyPdf({ pages: [{ isScan: true, image: [120, 130, 140] }] }),
    'spare-five.pdf': tinyPdf({ pages: report(3), missing: 1 }),
  })
  // Changed after packing: its hash does not match.
  const bundle = await altered(
    odd,
    `${folder}/changed.lectern`,
    { 'data/files/spare-six.pdf': () => whole },
    true,
  )
  const { page, desk } = await start({ open: bundle })
  const source = new SourceView(page)
  const alert = source.region.getByRole('alert')

  await test.step('locked: a password opens it, a wrong one does not', async () => {
    await desk.goTo('/sources/trial')
    await expect(alert).toHaveText('This PDF is locked with a password.')
    await source.region.getByLabel('Password').fill('wrong')
    await source.button('Unlock').click()
    await expect(alert).toHaveText('That was not the password.')
    await source.region.getByLabel('Password').fill('secret')
    await source.button('Unlock').click()
    await expect(source.pdfPage(1)).toContainText('Page number 1')
  })

  for (const [what, id, says] of [
    ['bytes that are no PDF', 'spare-one', 'BROKEN_DOCUMENT'],
    ['cut off', 'spare-two', 'BROKEN_DOCUMENT'],
    ['without pages', 'spare-three', 'It has no pages.'],
    ['changed after packing', 'spare-six', 'WRONG_HASH'],
  ] as const)
    await test.step(what, async () => {
      await desk.goTo(`/sources/${id}`)
      await expect(alert).toContainText(says)
      await expect(source.button('Record')).toBeVisible()
    })

  await test.step('a scan: pages without words', async () => {
    await desk.goTo('/sources/spare-four')
    await expect(source.pdfPage(1).locator('canvas')).toBeVisible()
    await expect(source.region).toContainText('pictures of pages and no words')
  })

  await test.step('a page that the file does not hold', async () => {
    await desk.goTo('/sources/spare-five')
    await expect(source.pdfPage(1)).toContainText('Page number 1')
    await expect(source.region).toContainText('Could not be drawn: page 2.')
  })
})

test('a passage is never marked where it is not without a word', async ({ start, makeFolder }) => {
  const bundle = await withDocuments(await makeFolder(), {
    'spare-one.pdf': tinyPdf({ pages: sparePages({ 2: { lines: ['Gone.'] }, 3: { lines: [pooled] } }) }),
    'spare-two.pdf': tinyPdf({
      pages: sparePages({ 2: { lines: ['The pooled difference was 0.35 points in favor of naltrexone.'] } }),
    }),
    'spare-three.pdf': tinyPdf({ pages: sparePages({ 2: { lines: ['Gone.'] } }) }),
  })
  const { page, desk } = await start({ open: bundle })
  const source = new SourceView(page)
  for (const [what, id, says] of [
    ['on another page: marked there, without a warning, as the words are the same', 'spare-one', null],
    ['in nearly the same words: marked, and called approximate', 'spare-two', 'Approximate place.'],
    ['nowhere: nothing is marked', 'spare-three', 'Passage not found.'],
  ] as const)
    await test.step(what, async () => {
      await desk.goTo(`/sources/${id}?passage=${id}-pooled`)
      await expect(source.pdfPage(1)).toBeAttached()
      await desk.ready()
      if (says === null) await expect(source.region).not.toContainText('Approximate')
      else await expect(source.region).toContainText(says)
      const mark = source.passage(`${id}-pooled`)
      if (says === 'Passage not found.') await expect(mark).toHaveCount(0)
      else expect(await isFullyVisible(mark)).toBe(true)
    })
})
