import type { BrowserWindow } from 'electron'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleIdSchema } from '../bundle'
import { info, jsonBytes } from '../bundle/test-content'
import {
  fingerprintOf,
  newSecretKey,
  publicKeyOf,
  publicKeyText,
  writeBundle,
  type SecretKey,
} from '../library'
import { CopyStore } from './copies/copy-store'
import { Desk } from './desk'
import { createHandlers } from './handlers'
import { Library } from './library'
import { firstState } from './state/state'
import { StateKeeper } from './state/state-keeper'
import { trustedKeys } from './state/trust'

/*
 * Real bundles, signed with real keys, and what the reader answers. Electron stands for the dialogs, which only record.
 */
const electron = vi.hoisted(() => ({
  dialog: { showMessageBox: vi.fn(), showOpenDialog: vi.fn() },
  app: {},
  shell: {},
  nativeTheme: {},
}))
vi.mock('electron', () => electron)

const bundle = bundleIdSchema.parse('ldn')
const [ours, theirs] = [newSecretKey(), newSecretKey()]
const theWindow = { is: 'the desk' } as unknown as BrowserWindow
let root = ''

beforeEach(async () => {
  vi.clearAllMocks()
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 })
  root = await mkdtemp(join(tmpdir(), 'lectern-trust-'))
})
afterEach(() => rm(root, { recursive: true }))

const labels = { organization: 'The Ward', identifier: 'ldn-1.0.0', date: '2026-11-22' }
async function write(key: SecretKey | null, name = 'x.lectern', publisher = 'The Ward'): Promise<string> {
  const path = join(root, name)
  await writeBundle(path, [{ path: 'bundle.json', bytes: jsonBytes(info({ publisher })) }], labels, key)
  return path
}

/** Handlers of a desk that has this bundle open. */
async function deskWith(path: string) {
  const keeper = new StateKeeper(firstState, () => Promise.resolve(), vi.fn())
  const library = new Library(() => trustedKeys(keeper.current))
  const desk = new Desk(library, keeper, '/app/ldn.lectern', vi.fn())
  await desk.openFile(path)
  return {
    ...createHandlers(desk, library, keeper, new CopyStore('/nowhere/copies'), () => theWindow),
    desk,
    keeper,
  }
}

const asked = (): { detail: string; defaultId: number; cancelId: number } =>
  electron.dialog.showMessageBox.mock.calls.at(-1)?.[1] as never

describe('trusting the key of a bundle', () => {
  it('shows number and fingerprint first, and then the bundle is signed by a trusted key', async () => {
    const { trustKey, listTrustedKeys, desk } = await deskWith(await write(ours))
    expect(desk.peek().signature).toMatchObject({ is: 'unknown key', keyId: ours.keyId })
    expect(await trustKey({ bundle, from: 'bundle' })).toMatchObject({ signature: { is: 'valid' } })
    const fingerprint = fingerprintOf(publicKeyOf(ours))
    expect(asked().detail.replace('\n', ' ')).toContain(ours.keyId)
    expect(asked().detail.replaceAll('\n', ' ')).toContain(fingerprint)
    expect(asked()).toMatchObject({ defaultId: 1, cancelId: 1 })
    expect(listTrustedKeys()).toMatchObject([{ keyId: ours.keyId, fingerprint, publisher: 'The Ward' }])
  })

  it('changes nothing when the reader says no, or closes the dialog', async () => {
    electron.dialog.showMessageBox.mockResolvedValue({ response: 1 })
    const { trustKey, keeper } = await deskWith(await write(ours))
    expect(await trustKey({ bundle, from: 'bundle' })).toBeNull()
    expect(keeper.current.trusted).toEqual([])
  })

  it('is refused without a question for a bundle that is not signed, and for another than the open one', async () => {
    const { trustKey } = await deskWith(await write(null))
    await expect(trustKey({ bundle, from: 'bundle' })).rejects.toThrow('NOTHING_TO_TRUST')
    const other = bundleIdSchema.parse('other')
    await expect(trustKey({ bundle: other, from: 'bundle' })).rejects.toThrow('NO_SUCH_BUNDLE')
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled()
  })

  it('does not let a bundle write the dialog', async () => {
    const publisher = 'A\n\nFingerprint\nffff {keyId} $&'
    const { trustKey } = await deskWith(await write(ours, 'x.lectern', publisher))
    await trustKey({ bundle, from: 'bundle' })
    expect(asked().detail).toContain('comes from A Fingerprint ffff {keyId} $&.')
  })

  it('says when the copy before was signed by another, and from then on expects the new one', async () => {
    const path = await write(ours)
    const { trustKey, desk } = await deskWith(path)
    await trustKey({ bundle, from: 'bundle' })
    await write(theirs)
    expect((await desk.openFile(path)).signedBefore).toMatchObject({ keyId: ours.keyId })
    const session = await trustKey({ bundle, from: 'bundle' })
    expect(asked().detail).toContain(`signed by another key, ${ours.keyId}, of The Ward`)
    expect(session).toMatchObject({ signature: { is: 'valid', keyId: theirs.keyId }, signedBefore: null })
  })
})

describe('trusting a key from a file', () => {
  const choose = async (text: string | null): Promise<void> => {
    const path = join(root, 'ward.pub')
    if (text !== null) await writeFile(path, text)
    electron.dialog.showOpenDialog.mockResolvedValue({ filePaths: text === null ? [] : [path] })
  }

  it('works for the key that signed the bundle', async () => {
    const { trustKey } = await deskWith(await write(ours))
    await choose(publicKeyText(publicKeyOf(ours)))
    expect(await trustKey({ bundle, from: 'file' })).toMatchObject({ signature: { is: 'valid' } })
  })

  it.each([
    ['another key', publicKeyText(publicKeyOf(theirs))],
    ['another key of the same number', publicKeyText({ ...publicKeyOf(theirs), keyId: ours.keyId })],
  ])('is refused for %s, and nobody is asked', async (_what, text) => {
    const { trustKey, keeper } = await deskWith(await write(ours))
    await choose(text)
    await expect(trustKey({ bundle, from: 'file' })).rejects.toThrow('NOT_ITS_KEY')
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled()
    expect(keeper.current.trusted).toEqual([])
  })

  it('is no failure when the reader chooses none', async () => {
    const { trustKey } = await deskWith(await write(ours))
    await choose(null)
    expect(await trustKey({ bundle, from: 'file' })).toBeNull()
  })

  it('says what is wrong with a file that is no key, without its folder', async () => {
    const { trustKey } = await deskWith(await write(ours))
    await choose('hello')
    await expect(trustKey({ bundle, from: 'file' })).rejects.toMatchObject({
      flaw: { code: 'BAD_KEY', at: 'ward.pub' },
    })
  })
})

describe('ending the trust in a key', () => {
  it('asks first; then its bundles are of an unknown key again, and nobody warns', async () => {
    const path = await write(ours)
    const { trustKey, distrustKey, listTrustedKeys, desk } = await deskWith(path)
    await trustKey({ bundle, from: 'bundle' })
    const fingerprint = fingerprintOf(publicKeyOf(ours))
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
    expect(await distrustKey({ fingerprint })).toBeNull()
    expect(listTrustedKeys()).toHaveLength(1)
    expect(await distrustKey({ fingerprint })).toMatchObject({ signature: { is: 'unknown key' } })
    expect(listTrustedKeys()).toEqual([])
    await write(null)
    expect((await desk.openFile(path)).signedBefore).toBeNull()
  })

  it('of a key that is not there asks nothing and changes nothing', async () => {
    const { distrustKey } = await deskWith(await write(ours))
    expect(await distrustKey({ fingerprint: fingerprintOf(publicKeyOf(theirs)) })).not.toBeNull()
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled()
  })
})
