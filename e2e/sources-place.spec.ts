import { expect, test, type Running } from './app'
import { isFullyVisible } from './screens/desk-screen'
import { SourceView } from './screens/source-screen'
import { sourceBundle } from './source-bundle'

/** Widths in which the desk has three panes, two and one, and a wide one again. */
const widths = [1440, 1100, 700, 420, 1000, 1440]

/** The kinds of source, each with a passage far from its beginning, and words of it that are read elsewhere. */
const kinds = [
  { kind: 'a digest', id: 'prose', passage: 'prose-dreams', words: 'Paragraph 11 begins' },
  { kind: 'an HTML document', id: 'prose-html', passage: 'prose-html-dreams', words: 'Paragraph 11 begins' },
  { kind: 'a PDF', id: 'trial', passage: 'trial-pooled', words: 'Page number 90 of' },
] as const

/** Whether the chosen passage is whole on screen, in whatever kind of document. */
async function isInView({ page }: Running, passage: string): Promise<boolean> {
  const source = new SourceView(page)
  const frame = source.region.locator('iframe')
  if ((await frame.count()) === 0) return isFullyVisible(source.passage(passage).first())
  return frame.evaluate((element) => {
    const view = (element as HTMLIFrameElement).contentWindow as (Window & typeof globalThis) | null
    const [range] = [...(view?.CSS.highlights.get('passage-chosen') ?? [])] as Range[]
    const box = range?.getBoundingClientRect()
    return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= (view?.innerHeight ?? 0)
  })
}

/** Waits until what was just changed has been laid out and answered. */
const laidOut = ({ page }: Pick<Running, 'page'>): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

for (const { kind, id, passage, words } of kinds)
  test(`in ${kind} the passage stays in view in every width of the window and size of text, and so do words that are read`, async ({
    start,
    makeFolder,
  }) => {
    const running = await start({ open: await sourceBundle(await makeFolder()) })
    const { page, desk } = running
    const source = new SourceView(page)
    /** Makes the window wider and narrower, and the text larger, and asks each time. */
    const relaid = async (isAsBefore: () => Promise<boolean>): Promise<void> => {
      for (const width of widths) {
        await desk.resize(width, 700)
        await desk.ready()
        await expect.poll(isAsBefore, `${width} wide`).toBe(true)
      }
      for (const key of ['Control+=', 'Control+=', 'Control+=', 'Control+0']) {
        await page.keyboard.press(key)
        await desk.ready()
        await expect.poll(isAsBefore, key).toBe(true)
      }
    }
    await desk.goTo(`/sources/${id}?passage=${passage}`)
    await expect.poll(() => isInView(running, passage)).toBe(true)
    await relaid(() => isInView(running, passage))
    await source.button('Record').click()
    await expect.poll(() => isInView(running, passage), 'with less room').toBe(true)
    await source.button('Record').click()

    // The reader goes elsewhere, with the line at the top of the pane.
    const inFrame = kind === 'an HTML document'
    const line = (inFrame ? source.frame : source.region).getByText(words)
    if (kind === 'a PDF') {
      await source.pageField.fill('#90')
      await source.pageField.press('Enter')
    }
    await laidOut(running) // what is scrolled while the pane takes another size is put back
    await line.evaluate((one) => one.scrollIntoView({ block: 'start' }))
    const below = async (): Promise<number> => {
      const [box, pane] = [await line.boundingBox(), await source.body.boundingBox()]
      return box === null || pane === null ? Number.NaN : box.y - pane.y
    }
    const isAtTop = async (): Promise<boolean> => Math.abs(await below()) < 60
    await expect.poll(isAtTop).toBe(true)
    await relaid(isAtTop)
  })

test('the pane comes back at the line that was read, after another was in front and in other widths', async ({
  start,
}) => {
  const { page, desk } = await start({
    open: 'lectern://ldn/conditions/fibromyalgia?statement=fm-says-pain',
    height: 500,
  })
  const source = new SourceView(page)
  const passage = desk.source.locator('[data-passage][aria-current="true"]')
  const line = source.region.getByRole('heading', { name: 'Harms' })
  const isAtTop = async (): Promise<boolean> => {
    const [box, pane] = [await line.boundingBox(), await source.body.boundingBox()]
    return box !== null && pane !== null && Math.abs(box.y - pane.y) < 60
  }
  const tab = (name: 'Evidence' | 'Source'): Promise<void> =>
    page.getByRole('group', { name: 'Pane' }).getByRole('button', { name }).click()

  await expect.poll(() => isFullyVisible(passage)).toBe(true)
  await laidOut({ page })
  await line.evaluate((one) => one.scrollIntoView({ block: 'start' }))
  await expect.poll(isAtTop).toBe(true)
  await desk.resize(1100, 500) // the evidence is in front
  for (const width of [1100, 700]) {
    await desk.resize(width, 500)
    await tab('Source')
    await expect.poll(isAtTop, `${width} wide`).toBe(true)
    await tab('Evidence')
    await expect(source.region).toHaveCount(0)
    await tab('Source')
    await expect.poll(isAtTop, `${width} wide, again`).toBe(true)
  }
  await desk.resize(1440, 500)
  await expect.poll(isAtTop).toBe(true)

  // Chosen anew, the passage is shown again.
  await desk.statement('fm-says-pain').click()
  await desk.goTo('/conditions/fibromyalgia')
  await desk.statement('fm-says-pain').click()
  await expect.poll(() => isFullyVisible(passage)).toBe(true)
})
