import { dialog, type BrowserWindow } from 'electron'
import { payload, readJson, sourceSchema, type BundleId, type SourceId } from '../../bundle'
import type { OpenBundle } from '../../library'
import type { OwnCopy } from '../../shared/contract'
import { messages } from '../../shared/messages/en'
import type { Handlers } from '../answer'
import type { StateKeeper } from '../state/state-keeper'
import { copyOf, isInUse, withCopy, withoutCopy, workOf, type Copy, type Work } from './copy-list'
import type { CopyStore } from './copy-store'

/** What the handlers work on. */
export interface CopyDesk {
  readonly state: StateKeeper
  readonly store: CopyStore
  /** @throws FailureError when that bundle is not open */
  readonly openAs: (bundle: BundleId) => OpenBundle
  /** The window to ask in. */
  readonly ask: () => BrowserWindow
}

/** Answers the calls about the reader's own copies. What they attach stays on this machine. */
export function createCopyHandlers({ state, store, openAs, ask }: CopyDesk) {
  async function work(bundle: BundleId, source: SourceId): Promise<Work> {
    const path = payload.source(source)
    const { record } = readJson(await openAs(bundle).entries.read(path), sourceSchema, path)
    return workOf(bundle, source, record)
  }

  const shown = async ({ sha256, name, bytes, added }: Copy): Promise<OwnCopy> => ({
    ...{ sha256, name, bytes, added },
    isThere: await store.has(sha256, bytes),
  })

  /** A file that no work has any more is removed. That it cannot be is no failure: it is no longer shown. */
  async function letGo(copy: Copy | null): Promise<void> {
    if (copy !== null && !isInUse(state.current, copy.sha256))
      await store.remove(copy.sha256).catch(() => undefined)
  }

  return {
    ownCopy: async ({ bundle, source }) => {
      const copy = copyOf(state.current, await work(bundle, source))
      return copy === null ? null : shown(copy)
    },

    attachCopy: async ({ bundle, source, name, bytes }) => {
      const of = await work(bundle, source)
      const sha256 = await store.add(name, bytes)
      const before = copyOf(state.current, of)
      const added = new Date().toISOString().slice(0, 10)
      const copy = { of, sha256, name, bytes: bytes.length, added }
      state.change((now) => withCopy(now, copy))
      await letGo(before)
      return shown(copy)
    },

    removeCopy: async ({ bundle, source }) => {
      const of = await work(bundle, source)
      const before = copyOf(state.current, of)
      if (before === null || !(await confirmRemoval(ask(), before))) return { removed: before === null }
      state.change((now) => withoutCopy(now, of))
      await letGo(before)
      return { removed: true }
    },
  } satisfies Partial<Handlers>
}

/** What Lectern keeps may be the last copy that the reader has. */
async function confirmRemoval(window: BrowserWindow, { name }: Copy): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: messages.dialogs.removeCopy,
    detail: messages.dialogs.removeCopyDetail.replace('{name}', () => name),
    buttons: [messages.dialogs.removeCopyYes, messages.dialogs.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
