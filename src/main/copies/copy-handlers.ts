import { dialog, type BrowserWindow } from 'electron'
import {
  conditionsRestingOn,
  payload,
  readJson,
  referencesSchema,
  sourceSchema,
  type BundleId,
  type Source,
  type SourceId,
} from '../../bundle'
import type { OpenBundle } from '../../library'
import { FailureError } from '../../shared/failure'
import type { ListedCopy, OwnCopy } from '../../shared/contract'
import { messages } from '../../shared/messages/en'
import type { Handlers } from '../answer'
import type { StateKeeper } from '../state/state-keeper'
import { copyNamed, copyOf, isInUse, withCopy, withoutCopy, workOf, type Copy, type Work } from './copy-list'
import type { CopyStore } from './copy-store'
import { createCopyTextHandlers } from './copy-text-handlers'
import type { IncomingCopy } from './incoming-copy'

/** What the handlers work on. */
export interface CopyDesk {
  readonly state: StateKeeper
  readonly store: CopyStore
  /** @throws FailureError when that bundle is not on the desk */
  readonly openAs: (bundle: BundleId) => OpenBundle
  /** The same for a bundle that is open beside it. */
  readonly find: (bundle: BundleId) => OpenBundle
  /** The window to ask in. */
  readonly ask: () => BrowserWindow
}

/** Answers the calls about the reader's own copies. What they attach stays on this machine. */
export function createCopyHandlers({ state, store, openAs, find, ask }: CopyDesk) {
  /** What the window sends: one copy at a time. */
  let incoming: IncomingCopy | null = null

  async function sourceOf({ entries }: OpenBundle, id: SourceId): Promise<Source> {
    const path = payload.source(id)
    return readJson(await entries.read(path), sourceSchema, path)
  }

  async function work(bundle: BundleId, source: SourceId): Promise<Work> {
    const { record } = await sourceOf(openAs(bundle), source)
    return workOf(bundle, source, record)
  }

  async function shown({ sha256, name, bytes, added, text, unread }: Copy): Promise<OwnCopy> {
    const isThere = await store.has(sha256, bytes)
    // An index that has vanished is made again.
    const isLost = text === 'read' && !(await store.hasIndex(sha256))
    return {
      ...{ sha256, name, bytes, added, isThere },
      ...(isLost ? { text: 'waiting', unread: [] } : { text, unread }),
    }
  }

  /** The sources of a bundle that the reader has a copy of. A reader without copies costs no look into the bundle. */
  async function copied(open: OpenBundle): Promise<readonly (readonly [SourceId, Copy])[]> {
    const bundle = open.info.id
    if (state.current.copies.length === 0) return []
    const path = payload.references
    const records = readJson(await open.entries.read(path), referencesSchema, path)
    const found = new Map<SourceId, Copy>()
    for (const record of records) {
      const copy = copyOf(state.current, workOf(bundle, record.id, record))
      if (copy !== null && open.entries.paths.has(payload.source(record.id))) found.set(record.id, copy)
    }
    // A source without a record is known by its id alone.
    for (const copy of state.current.copies) {
      const { source, bundle: of } = copy.of
      if (of === bundle && !found.has(source) && open.entries.paths.has(payload.source(source))) {
        const { record } = await sourceOf(open, source)
        if (copyOf(state.current, workOf(bundle, source, record)) === copy) found.set(source, copy)
      }
    }
    return [...found]
  }

  /** A file that no work has any more is removed. That it cannot be is no failure: it is no longer shown. */
  async function letGo(copy: Copy | null): Promise<void> {
    if (copy !== null && !isInUse(state.current, copy.sha256))
      await store.remove(copy.sha256).catch(() => undefined)
  }

  return {
    ...createCopyTextHandlers(state, store),

    ownCopy: async ({ bundle, source }) => {
      const copy = copyOf(state.current, await work(bundle, source))
      return copy === null ? null : shown(copy)
    },

    sendCopyPart: async ({ name, part, bytes }) => {
      if (part === 'first') {
        await incoming?.drop() // nobody asked for it
        incoming = null
        incoming = await store.begin(name)
      }
      if (incoming === null)
        throw new FailureError({ code: 'COPY_NOT_KEPT', at: name, detail: 'no first part' })
      await incoming.add(bytes)
      return null
    },

    attachCopy: async ({ bundle, source, name }) => {
      const arrived = incoming
      incoming = null
      if (arrived === null)
        throw new FailureError({ code: 'COPY_NOT_KEPT', at: name, detail: 'nothing was sent' })
      const of = await work(bundle, source).catch(async (error: unknown) => {
        await arrived.drop()
        throw error
      })
      const { sha256, bytes } = await arrived.keep()
      const before = copyOf(state.current, of)
      const added = new Date().toISOString().slice(0, 10)
      // Attached again, a file that could not be read is given another chance.
      const same = copyNamed(state.current, sha256)
      const known = same?.text === 'read' ? { text: same.text, unread: same.unread } : unreadYet
      const copy: Copy = { of, sha256, name, bytes, added, ...known }
      state.change((now) => withCopy(now, copy))
      await letGo(before)
      return shown(copy)
    },

    listCopies: async ({ bundle }) => {
      const open = find(bundle)
      const listed: ListedCopy[] = []
      for (const [source, copy] of await copied(open)) {
        const data = await sourceOf(open, source)
        const conditions = conditionsRestingOn(data)
        listed.push({ source, label: data.label, conditions, copy: await shown(copy) })
      }
      return listed
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

const unreadYet = { text: 'waiting', unread: [] } as const

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
