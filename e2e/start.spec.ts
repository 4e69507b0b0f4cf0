import { expect, test, argumentsFor, electronPath, environmentFor } from './app'
import { execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packed } from './bundles'

test('the overview is the first thing seen, on the default bundle', async ({ start }) => {
  const { page, desk } = await start()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LDN evidence')
  await expect(desk.contents.getByRole('link', { name: 'Fibromyalgia' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('link', { name: 'Fibromyalgia' })).toBeVisible()
})

test('a bundle given as argument opens instead', async ({ start, makeFolder }) => {
  const { page } = await start({ open: await packed(await makeFolder(), {}) })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test bundle')
})

test('--capture writes a picture of the painted window and ends', async ({ makeFolder }) => {
  const folder = await makeFolder()
  const file = join(folder, 'desk.png')
  await promisify(execFile)(electronPath(), [...argumentsFor({}), `--capture=${file}`], {
    env: environmentFor(await makeFolder()),
  })
  const png = await readFile(file)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1400)
  expect(png.length).toBeGreaterThan(20_000)
})

test('a second start hands its address, or its bundle, to the first and ends', async ({
  start,
  makeFolder,
}) => {
  const { page, desk, userData, app } = await start()
  await second(['lectern://ldn/conditions/fibromyalgia'], userData)
  await expect(desk.condition.getByRole('heading', { level: 1 })).toHaveText('Fibromyalgia')
  await second([await packed(await makeFolder(), {})], userData)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test bundle')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('two starts at the same moment make one desk', async ({ makeFolder }) => {
  const env = environmentFor(await makeFolder())
  const both = [0, 1].map(() => spawn(electronPath(), argumentsFor({}), { env, stdio: 'ignore' }))
  const ended = both.map((child) => new Promise<void>((resolve) => child.on('exit', () => resolve())))
  await Promise.race(ended)
  await new Promise((resolve) => setTimeout(resolve, 500))
  const running = both.filter((child) => child.exitCode === null && child.signalCode === null)
  expect(running).toHaveLength(1)
  for (const child of running) child.kill()
  await Promise.all(ended)
})

async function second(args: readonly string[], userData: string): Promise<void> {
  await promisify(execFile)(
    electronPath(),
    [...argumentsFor({}).filter((arg) => !arg.startsWith('--size')), ...args],
    {
      env: environmentFor(userData),
    },
  )
}
