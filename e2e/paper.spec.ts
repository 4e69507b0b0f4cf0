import type { Running } from './app'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPdf } from './pdf'
import { expect, test } from './shared-app'

/** Answers the save dialog with a file, as a reader would. */
const saveTo = ({ app }: Running, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)

test('the condition page as PDF: content only, headings, page numbers, bundle in the footer, tagged', async ({
  at,
  makeFolder,
}) => {
  const running = await at('/conditions/fibromyalgia')
  const { page, desk } = running
  const file = join(await makeFolder(), 'page.pdf')
  await saveTo(running, file)
  await desk.condition.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('Saved as page.pdf')

  const pdf = await readPdf(await readFile(file))
  expect(pdf.title).toBe('Fibromyalgia')
  expect(pdf.language).toMatch(/^en/)
  expect(pdf.isTagged).toBe(true)
  expect(pdf.headings).toEqual(expect.arrayContaining(['Fibromyalgia', 'Bottom line', 'Sources']))
  expect(pdf.outline.length).toBeGreaterThan(2)
  pdf.pages.forEach((text, index) => {
    expect(text).toContain(`Page ${index + 1} of ${pdf.pages.length}`)
    expect(text).toMatch(/LDN evidence · ldn \d+\.\d+\.\d+/)
  })
  const all = pdf.pages.join(' ')
  for (const chrome of ['Ctrl K', 'Overview', 'Offline', 'Rests on this passage'])
    expect(all).not.toContain(chrome)
})

test('a handout as PDF', async ({ at, makeFolder }) => {
  const running = await at('/handouts/fibromyalgia-easy')
  const file = join(await makeFolder(), 'handout.pdf')
  await saveTo(running, file)
  await running.page.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(running.page.getByRole('contentinfo')).toContainText('Saved as handout.pdf')
  const pdf = await readPdf(await readFile(file))
  expect(pdf.title).not.toBe('Lectern')
  expect(pdf.headings).toContain('In short')
  expect(pdf.pages.join(' ')).toContain('Education, not advice for one person')
  expect(pdf.pages.join(' ')).not.toContain('What this handout rests on')
})

for (const level of ['easy', 'standard'] as const)
  test(`every handout in ${level} words fits one sheet`, async ({ at, makeFolder }) => {
    const running = await at('/handouts')
    const { page, desk } = running
    const links = page.getByRole('main').locator('a[href*="/handouts/"]')
    const ids = await links.evaluateAll((found) =>
      found.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''),
    )
    const own = [...new Set(ids)].filter((id) => id.endsWith('-easy') === (level === 'easy'))
    expect(own.length).toBeGreaterThan(7)
    const folder = await makeFolder()
    const long: string[] = []
    for (const id of own) {
      const file = join(folder, `${id}.pdf`)
      await saveTo(running, file)
      await desk.goTo(`/handouts/${id}`)
      await page.getByRole('button', { name: 'Save as PDF' }).click()
      await expect(page.getByRole('contentinfo')).toContainText(`Saved as ${id}.pdf`)
      const { pages } = await readPdf(await readFile(file))
      if (pages.length !== 1) long.push(`${id}: ${pages.length}`)
    }
    expect(long).toEqual([])
  })

test('Ctrl P prints the page from a window of its own, with the bundle in the footer', async ({ start }) => {
  const { app, page, desk } = await start()
  await desk.open("Crohn's disease")
  await app.evaluate(({ app: main }) => {
    main.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        ;(globalThis as Record<string, unknown>)['printed'] = { options, url: contents.getURL() }
        done?.(true, '')
      }
    })
  })
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('contentinfo')).toContainText('Sent to the printer')
  const printed = (await app.evaluate(() => (globalThis as Record<string, unknown>)['printed'])) as {
    options: { header: string; footer: string }
    url: string
  }
  expect(printed.url).toContain('/ldn/paper/conditions/crohns-disease')
  expect(printed.options.header).toBe("Crohn's disease")
  expect(printed.options.footer).toMatch(/ldn \d+\.\d+\.\d+/)
})

test('Ctrl Shift P opens the handout of the page', async ({ at }) => {
  const { page } = await at('/conditions/fibromyalgia')
  await page.keyboard.press('Control+Shift+P')
  await expect(page.locator('[data-handout]').first()).toBeVisible()
})

test('a file that cannot be saved is said, with what to do', async ({ at }) => {
  const running = await at('/conditions/fibromyalgia')
  await saveTo(running, '/proc/nowhere/page.pdf')
  await running.desk.condition.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(running.page.getByRole('alert')).toContainText('could not be saved')
})

test('a cancelled dialog saves nothing and says nothing', async ({ at }) => {
  const { app, page, desk } = await at('/conditions/fibromyalgia')
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    dialog.showSaveDialog = (...args: unknown[]) => {
      asked.push(args)
      return Promise.resolve({ canceled: true, filePath: '' })
    }
  })
  const save = desk.condition.getByRole('button', { name: 'Save as PDF' })
  await save.click()
  const times = (): Promise<number> =>
    app.evaluate(() => (globalThis as unknown as { readonly asked: readonly unknown[] }).asked.length)
  await expect.poll(times).toBe(1)
  // The answer to the second cannot come before that to the first.
  await save.click()
  await expect.poll(times).toBe(2)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).not.toContainText('Saved')
})
