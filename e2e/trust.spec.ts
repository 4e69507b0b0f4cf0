import { expect, handOver, test } from './shared-app'
import type { ElectronApplication, Page } from '@playwright/test'
import type { MakeFolder } from './app'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { altered, lectern, packed } from './bundles'

/** Answers the dialogs of the system, and keeps what the last one said. */
async function answerDialogs(
  app: ElectronApplication,
  yes: boolean,
  file: string | null = null,
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { response, filePaths }) => {
      dialog.showMessageBox = ((_window: unknown, { message, detail }: Record<string, string>) => {
        ;(globalThis as Record<string, unknown>)['asked'] = `${message}\n${detail}`
        return Promise.resolve({ response, checkboxChecked: false })
      }) as never
      dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths })) as never
    },
    { response: yes ? 0 : 1, filePaths: file === null ? [] : [file] },
  )
}
const lastDialog = (app: ElectronApplication): Promise<string> =>
  app.evaluate(() => String((globalThis as Record<string, unknown>)['asked']).replaceAll('\n', ' '))

const status = (page: Page) => page.getByRole('banner').getByRole('link', { name: /sign/ })

interface Keys {
  readonly keyId: string
  readonly fingerprint: string
  readonly key: string
  readonly pub: string
}

/** Keys made by the real command: number and fingerprint as it says them. */
async function keys(folder: string, name: string): Promise<Keys> {
  const { stdout } = await lectern('keygen', join(folder, name), '--no-password', '--json')
  return JSON.parse(stdout) as Keys
}

/** Two pairs, made side by side. */
async function twoKeys(makeFolder: MakeFolder): Promise<readonly [ours: Keys, theirs: Keys]> {
  const folder = await makeFolder()
  return Promise.all([keys(folder, 'ours'), keys(folder, 'theirs')])
}

test('a reader comes to trust a key, is warned of copies that it did not sign, and ends the trust', async ({
  start,
  makeFolder,
}) => {
  const [ours, theirs] = await twoKeys(makeFolder)
  const folders = [await makeFolder(), await makeFolder(), await makeFolder()] as const
  const [signed, unsigned, other] = await Promise.all([
    packed(folders[0], {}, ours.key),
    packed(folders[1], {}),
    packed(folders[2], {}, theirs.key),
  ])
  const first = await start({ open: signed })
  const { page, app, userData } = first

  // Unknown at first: the key is shown, and nothing is claimed.
  await expect(status(page)).toHaveText('signed by an unknown key')
  await status(page).click()
  const signature = page.getByRole('region', { name: 'Signature' })
  await expect(signature).toContainText(ours.keyId)
  await expect(signature).toContainText(ours.fingerprint)

  // The dialog shows the same, and "no" changes nothing.
  await answerDialogs(app, false)
  await signature.getByRole('button', { name: 'Trust this key…' }).click()
  await expect.poll(() => lastDialog(app)).toContain(ours.fingerprint)
  await expect(status(page)).toHaveText('signed by an unknown key')
  await answerDialogs(app, true)
  await signature.getByRole('button', { name: 'Trust this key…' }).click()
  await expect(status(page)).toHaveText('signed by a trusted key')
  await expect(signature).toContainText('bundle:test-1.0.0')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await app.close()
  expect(JSON.parse(await readFile(join(userData, 'state.json'), 'utf8'))).toMatchObject({
    trusted: [{ publisher: 'Tests' }],
    signers: { test: { publisher: 'Tests' } },
  })

  // The next start knows it. The same bundle without signature, or signed by another, warns on every page.
  const second = await start({ open: unsigned, userData })
  await expect(status(second.page)).toHaveText('not signed')
  await expect(second.page.getByRole('alert')).toContainText(
    `This copy is not signed. The one you read before was signed by Tests, key ${ours.keyId}.`,
  )
  await handOver(second, other)
  const alert = second.page.getByRole('alert')
  await expect(alert).toContainText('This copy is signed by a key that you do not trust.')
  await alert.getByRole('link', { name: 'Look at the signature' }).click()
  await expect(second.page.getByRole('region', { name: 'Signature' })).toContainText(ours.keyId)
  await alert.getByRole('button', { name: 'Put away' }).click()
  await expect(second.page.getByRole('alert')).toHaveCount(0)

  // Ending the trust, in the settings.
  await second.page.getByRole('banner').getByRole('link', { name: 'Settings' }).click()
  const trusted = second.page.getByRole('region', { name: 'Publishers you trust' })
  await expect(trusted).toContainText(ours.fingerprint)
  await answerDialogs(second.app, true)
  await trusted.getByRole('button', { name: `Remove the key ${ours.keyId} of Tests` }).click()
  await expect(trusted).toContainText('None yet')
  expect(await lastDialog(second.app)).toContain(ours.fingerprint)
  await handOver(second, unsigned)
  await expect(status(second.page)).toHaveText('not signed')
  await expect(second.page.getByRole('alert')).toHaveCount(0)
})

test('a key from a file is checked against the bundle before anybody is asked', async ({
  start,
  makeFolder,
}) => {
  const [ours, theirs] = await twoKeys(makeFolder)
  const bundle = await altered(
    await packed(await makeFolder(), {}, ours.key),
    join(await makeFolder(), 'x.lectern'),
    { 'publisher.pub': () => null },
    true,
  )
  const { page, app } = await start({ open: bundle })
  await status(page).click()
  const signature = page.getByRole('region', { name: 'Signature' })
  await expect(signature).toContainText('could not be checked')
  await expect(signature.getByRole('button', { name: 'Trust this key…' })).toHaveCount(0)
  await answerDialogs(app, true, theirs.pub)
  await signature.getByRole('button', { name: 'Check with a key file…' }).click()
  await expect(page.getByRole('alert')).toContainText('This key did not sign the open bundle.')
  await expect(status(page)).toHaveText('signed by an unknown key')
  await answerDialogs(app, true, ours.pub)
  await signature.getByRole('button', { name: 'Check with a key file…' }).click()
  await expect(status(page)).toHaveText('signed by a trusted key')
  await expect(signature).toContainText(ours.fingerprint)
})

test('a bundle that was changed after it was signed does not open, and the header says that its signature is broken', async ({
  start,
  makeFolder,
}) => {
  const { key } = await keys(await makeFolder(), 'ours')
  const bundle = await altered(
    await packed(await makeFolder(), {}, key),
    join(await makeFolder(), 'x.lectern'),
    { 'bag-info.txt': (text) => `${text}More: x\n` },
    true,
  )
  const { page } = await start({ open: bundle })
  await expect(page.getByRole('main').getByRole('alert')).toContainText('BAD_SIGNATURE')
  await expect(status(page)).toHaveText('signature broken')
})
