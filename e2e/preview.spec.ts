import { expect as expectSoon, test } from './shared-app'
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine, written } from './bundles'

/** Packing and looking wait for one another: more than one step of a busy machine. */
const expect = expectSoon.configure({ timeout: 30_000 })

const numbers = Array.from({ length: 14 }, (_, n) => n)
const sections = numbers.map(
  (n) =>
    `### Part ${n}\n\n:statement[Example drops may do thing ${n}.]{#s-${n} finding=f-${n}} ${'Some more words. '.repeat(25)}\n`,
)
const findings = numbers.map(
  (n) => `      - id: f-${n}
        outcome: Thing ${n}
        words: Example drops may do thing ${n}.
        direction: unclear
        certainty: low
        passages: [p-${n}]
`,
)
/** A folder that packs at once, with a page longer than any window. */
const authored = {
  'conditions/long.md': `---\nid: long\ntitle: A long page\ngroup: Long\ncodes: { icd10: [], mesh: [] }\naliases: []\nreviewed: 2026-11-22\n---\n\n## Bottom line\n\n:statement[Example drops may do little.]{#s-first finding=f-0}\n\n## What was found\n\n${sections.join('\n')}`,
  'evidence/long.yaml': `summaries:\n  - id: e\n    question: Do they?\n    pico: { population: a, intervention: b, comparison: c, outcomes: d }\n    findings:\n${findings.join('')}`,
  'sources/one.md': `---\nid: one\ntitle: One\npassages:\n${numbers.map((n) => `  p-${n}: Quoted sentence number ${n} of it.\n`).join('')}---\n\n${numbers.map((n) => `Quoted sentence number ${n} of it. ${'More of the source. '.repeat(20)}\n\n`).join('')}`,
}

/** A folder that is previewed by the real command. What it would open the desk with is kept, for the test to open it. */
async function preview(
  folder: string,
  change: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<{ dir: string; status: string; end: () => Promise<void> }> {
  const dir = await written(join(folder, 'small'), authored)
  await change(dir)
  const opener = join(folder, 'opener.mjs')
  const told = join(folder, 'told')
  await writeFile(
    opener,
    `import { renameSync, writeFileSync } from 'node:fs'\nwriteFileSync('${told}.tmp', process.argv.at(-1))\nrenameSync('${told}.tmp', '${told}')\n`,
  )
  const child = spawn(process.execPath, [commandLine, 'preview', dir, '--open', `node ${opener}`], {
    stdio: 'ignore',
  })
  const status = await expect
    .poll(() => readFile(told, 'utf8').catch(() => null), { timeout: 30_000 })
    .not.toBeNull()
    .then(() => readFile(told, 'utf8'))
  return { dir, status: status.replace('--preview=', ''), end: () => ended(child) }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

/** Saves as editors do that replace the file. */
async function save(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(`${file}.tmp`, change(await readFile(file, 'utf8')))
  await rename(`${file}.tmp`, file)
}

const conditionOf = (dir: string): string => join(dir, 'conditions/long.md')

test('a save is shown at the place where the reader is, an error beside it, and the end of the preview', async ({
  start,
  makeFolder,
}) => {
  const folder = await makeFolder()
  const { dir, status, end } = await preview(folder)
  try {
    const { page, desk } = await start({ preview: status })
    const flaws = page.getByRole('complementary', { name: 'Flaws in small' })
    await expect(flaws).toContainText('No flaws')
    await desk.open('A long page')
    const statement = desk.statement('s-9')
    await statement.click()
    await desk.ready()
    await page.evaluate(() => {
      for (const body of document.querySelectorAll('[data-pane-body]')) body.scrollTop += 260
    })
    const place = () =>
      page.evaluate(() => [
        location.pathname + location.search,
        ...[...document.querySelectorAll('[data-pane-body]')].slice(1).map(({ scrollTop }) => scrollTop),
      ])
    const top = async () => Math.round((await statement.boundingBox())?.y ?? Number.NaN)
    const [before, heightBefore] = [await place(), await top()]

    // Something longer above what is in sight: the sentence that is read stays where it is.
    await save(conditionOf(dir), (text) =>
      text.replace('### Part 2', `${'New words above. '.repeat(40)}\n\n### Part 2`),
    )
    await expect(desk.condition).toContainText('New words above.')
    await desk.ready()
    await expect.poll(place).toEqual(before)
    expect(Math.abs((await top()) - heightBefore)).toBeLessThanOrEqual(2)
    expect(await desk.selected('statement')).toBe('s-9')

    // An error: the last good page stays and it is said.
    await save(conditionOf(dir), (text) =>
      text.replace('New words above.', 'Never shown.').replace('finding=f-9', 'finding=gone'),
    )
    await expect(flaws).toContainText('UNKNOWN_FINDING')
    await expect(flaws.getByRole('listitem').first()).toContainText(/conditions\/long\.md:\d+/)
    await expect(flaws).toContainText('the page shows the last good version')
    await expect(page.getByRole('button', { name: /^Preview: \d+ error/ })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Preview: ' })).toContainText('last good version')
    await expect(desk.condition).toContainText('New words above.')
    await expect(desk.condition).not.toContainText('Never shown.')

    // It can be put away and brought back.
    await flaws.getByRole('button', { name: 'Close the flaws' }).click()
    await expect(flaws).toBeHidden()
    const button = page.getByRole('button', { name: /^Preview: / })
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await button.click()
    await expect(flaws).toBeVisible()

    await save(conditionOf(dir), (text) => text.replace('finding=gone', 'finding=f-9'))
    await expect(flaws).toContainText('No flaws')
    await expect(desk.condition).toContainText('Never shown.')
    expect(await place()).toEqual(before)

    // The folder goes: what was good stays.
    await rm(dir, { recursive: true })
    await expect(flaws).toContainText('NO_FOLDER')
    await expect(desk.condition).toContainText('Never shown.')
    await end()
    await expect(flaws).toContainText('The preview has ended')
    await expect(button).toHaveText('Preview: ended')
  } finally {
    await end()
  }
})

test('where bundle.yaml is broken from the start, the flaws are shown, and the page once it is mended', async ({
  start,
  makeFolder,
}) => {
  const { dir, status, end } = await preview(await makeFolder(), (folder) =>
    save(join(folder, 'bundle.yaml'), (text) => text.replace('version: ', 'version: [')),
  )
  try {
    const { page, userData } = await start({ preview: status })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to show yet')
    const flaws = page.getByRole('complementary', { name: 'Flaws in small' })
    await expect(flaws.getByRole('listitem').first()).toContainText('bundle.yaml:')
    await save(join(dir, 'bundle.yaml'), (text) => text.replace('version: [', 'version: '))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test bundle')
    await expect(flaws).toContainText('No flaws')
    // Nothing of it is kept for the reader's own starts.
    await expect(readFile(join(userData, 'state.json'), 'utf8')).rejects.toThrow('ENOENT')
  } finally {
    await end()
  }
})

test('a usual start shows nothing of a preview', async ({ at }) => {
  const { page } = await at()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Preview/ })).toHaveCount(0)
})
