import { dialog, type BrowserWindow } from 'electron'
import { basename } from 'node:path'
import { FlawError, type BundleId } from '../bundle'
import { fingerprintOf, loadPublicKey, type OpenBundle, type PublicKey } from '../library'
import { FailureError } from '../shared/failure'
import { messages } from '../shared/messages/en'
import type { Handlers } from './answer'
import type { Desk } from './desk'
import type { Library } from './library'
import { formerSigner, shownKeys, withoutTrust, withTrust } from './state/trust'
import type { StateKeeper } from './state/state-keeper'

/** What the answers work on. `ask` is the window to ask in; it throws when there is none. */
export interface TrustContext {
  readonly desk: Desk
  readonly library: Library
  readonly state: StateKeeper
  readonly openAs: (bundle: BundleId) => OpenBundle
  readonly mustBeOpen: (open: OpenBundle) => void
  readonly ask: () => BrowserWindow
}

/** Answers to the calls about the publishers' keys. What is trusted is decided here, in dialogs of the system. */
export function createTrustHandlers({ desk, library, state, openAs, mustBeOpen, ask }: TrustContext) {
  return {
    listTrustedKeys: () => shownKeys(state.current),

    trustKey: async ({ bundle, from }) => {
      const open = openAs(bundle)
      const { signature, info } = open
      if (signature.is === 'none') throw new FailureError({ code: 'NOTHING_TO_TRUST', at: info.title })
      const key = from === 'bundle' ? signature.key : await chooseKey(ask())
      if (key === null && from === 'file') return null
      if (key === null) throw new FailureError({ code: 'NOTHING_TO_TRUST', at: info.title })
      if (!(await library.isSignedBy(open.path, key)))
        throw new FailureError({ code: 'NOT_ITS_KEY', at: info.title, detail: `key ${key.keyId}` })
      mustBeOpen(open)
      const before = formerSigner(state.current, bundle, { is: 'unknown key', keyId: key.keyId, key })
      const isOther = before !== null && before.fingerprint !== fingerprintOf(key)
      const warning = isOther ? filled(messages.dialogs.trustBefore, before) : ''
      const detail = filled(messages.dialogs.trustDetail, { ...info, ...shown(key) })
      if (!(await confirm(ask(), 'trust', warning + detail))) return null
      mustBeOpen(open)
      const since = new Date().toISOString().slice(0, 10)
      state.change((now) => withTrust(now, bundle, { key, publisher: info.publisher, since }))
      return desk.reopen()
    },

    distrustKey: async ({ fingerprint }) => {
      const known = shownKeys(state.current).find((key) => key.fingerprint === fingerprint)
      if (known !== undefined) {
        const detail = filled(messages.dialogs.distrustDetail, { ...known, ...inTwoLines(fingerprint) })
        if (!(await confirm(ask(), 'distrust', detail))) return null
        state.change((now) => withoutTrust(now, fingerprint))
      }
      return desk.reopen()
    },
  } satisfies Partial<Handlers>
}

const shown = (key: PublicKey): { keyId: string; fingerprint: string } => ({
  keyId: key.keyId,
  ...inTwoLines(fingerprintOf(key)),
})

/** Eight groups a line, so that two people can read it to one another. */
const inTwoLines = (fingerprint: string): { fingerprint: string } => ({
  fingerprint: `${fingerprint.slice(0, 39)}\n${fingerprint.slice(40)}`,
})

/** A text with its places filled. What a bundle says is one line, however it was written. */
const filled = (text: string, values: object): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String((values as Record<string, unknown>)[name])
    return name === 'fingerprint' ? value : value.replace(/\s+/g, ' ').slice(0, 200)
  })

async function chooseKey(window: BrowserWindow): Promise<PublicKey | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: messages.dialogs.openKey,
    properties: ['openFile'],
    filters: [{ name: messages.dialogs.keyFiles, extensions: ['pub'] }],
  })
  const [path] = filePaths
  if (path === undefined) return null
  try {
    return await loadPublicKey(path)
  } catch (error) {
    // Readers know the name of the file, not the folders above it.
    throw error instanceof FlawError ? new FlawError({ ...error.flaw, at: basename(path) }) : error
  }
}

async function confirm(window: BrowserWindow, what: 'trust' | 'distrust', detail: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: what === 'trust' ? 'warning' : 'question',
    message: messages.dialogs[what],
    detail,
    buttons: [messages.dialogs[`${what}Yes`], messages.dialogs.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
