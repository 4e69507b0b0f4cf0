import { clipboard, dialog, shell, type BrowserWindow } from 'electron'
import { basename } from 'node:path'
import {
  conditionSchema,
  handoutSchema,
  originalAddress,
  payload,
  readJson,
  resourcesSchema,
  sourceSchema,
  type BundleId,
} from '../bundle'
import type { OpenBundle } from '../library'
import type { PaperPage } from '../shared/contract'
import { FailureError } from '../shared/failure'
import { messages } from '../shared/messages/en'
import { noSearches } from '../shared/searches'
import type { Handlers } from './answer'
import { createCopyHandlers } from './copies/copy-handlers'
import type { CopyStore } from './copies/copy-store'
import type { Desk } from './desk'
import { applyTheme } from './desk-window'
import type { Library } from './library'
import { footerText } from './paper/footer'
import { withPaper } from './paper/paper-window'
import { pdfOf } from './paper/pdf'
import { printPaper } from './paper/print'
import { createReferenceHandlers } from './references/reference-handlers'
import { askWhereToSave, saveFile } from './save-file'
import { searchesOf, withSearches } from './state/searches'
import { withLocation } from './state/state'
import type { StateKeeper } from './state/state-keeper'
import { createTrustHandlers } from './trust-handlers'

/**
 * Answers to every call of the contract.
 *
 * @param deskWindow the window that dialogs belong to; null when there is none
 */
export function createHandlers(
  desk: Desk,
  library: Library,
  state: StateKeeper,
  copies: CopyStore,
  deskWindow: () => BrowserWindow | null,
) {
  return {
    getSession: (_request, asker) => (asker === 'desk' ? desk.enter() : desk.peek()),

    chooseBundle: async () => {
      const chosen = await showOpenDialog(present(deskWindow()))
      return chosen === null ? null : desk.openFile(chosen)
    },

    openDefaultBundle: () => desk.openDefault(),

    listBundles: () => desk.bundles(),

    openKnownBundle: ({ bundle }) => desk.openKnown(bundle),

    forgetBundle: ({ bundle }) => desk.forget(bundle),

    ...createTrustHandlers({
      desk,
      library,
      state,
      openAs: (bundle) => openAs(library, bundle),
      mustBeOpen: (open) => mustBeOpen(library, open),
      ask: () => present(deskWindow()),
    }),

    ...createReferenceHandlers({
      openAs: (bundle) => openAs(library, bundle),
      mustBeOpen: (open) => mustBeOpen(library, open),
      ask: () => present(deskWindow()),
    }),

    ...createCopyHandlers({
      state,
      store: copies,
      openAs: (bundle) => openAs(library, bundle),
      find: (bundle) => openBeside(library, bundle),
      ask: () => present(deskWindow()),
    }),

    copyText: ({ text }) => {
      clipboard.writeText(text)
      return null
    },

    rememberLocation: ({ bundle, location }) => {
      state.change((now) => withLocation(now, bundle, location))
      return null
    },

    saveSettings: (changes) => {
      const { settings } = state.change((now) => ({ ...now, settings: { ...now.settings, ...changes } }))
      applyTheme(settings.theme)
      return settings
    },

    getSearches: () => {
      const bundle = library.current?.info.id
      return bundle === undefined ? noSearches : searchesOf(state.current, bundle)
    },

    saveSearches: ({ bundle, searches }) => {
      state.change((now) => withSearches(now, bundle, searches))
      return null
    },

    printPage: async ({ bundle, page }) => {
      const open = openAs(library, bundle)
      const title = await titleOf(open, page)
      const printed = await withPaper(bundle, page, (window) => {
        mustBeOpen(library, open)
        return printPaper(window, title, footerText(open.info))
      })
      return { printed }
    },

    savePdf: async ({ bundle, page }) => {
      const open = openAs(library, bundle)
      const file = await askWhereToSave(present(deskWindow()), {
        title: messages.dialogs.savePdf,
        name: await titleOf(open, page),
        ...{ kind: 'PDF', extension: 'pdf' },
      })
      if (file === null) return { saved: null }
      mustBeOpen(library, open)
      const pdf = await withPaper(bundle, page, (window) => {
        mustBeOpen(library, open)
        return pdfOf(window, open.info)
      })
      await saveFile(file, pdf)
      return { saved: basename(file) }
    },

    openOriginal: async ({ bundle, source }) => {
      const { entries } = openAs(library, bundle)
      const path = payload.source(source)
      const { record } = readJson(await entries.read(path), sourceSchema, path)
      const address = record === null ? null : originalAddress(record)
      if (address === null) throw new FailureError({ code: 'NO_ORIGINAL', at: source })
      if (!(await confirmLeaving(present(deskWindow()), address))) return { opened: false }
      await shell.openExternal(address)
      return { opened: true }
    },

    openResource: async ({ bundle, resource }) => {
      const { entries } = openAs(library, bundle)
      const path = payload.resources
      const { resources } = readJson(await entries.read(path), resourcesSchema, path)
      const address = resources.find(({ id }) => id === resource)?.url
      if (address === undefined) throw new FailureError({ code: 'NO_ADDRESS', at: resource })
      if (!(await confirmLeaving(present(deskWindow()), address))) return { opened: false }
      await shell.openExternal(address)
      return { opened: true }
    },
  } satisfies Handlers
}

function openAs(library: Library, id: BundleId): OpenBundle {
  const open = library.current
  if (open === null || open.info.id !== id) throw new FailureError({ code: 'NO_SUCH_BUNDLE', at: id })
  return open
}

/** A bundle on the desk or open beside it. */
function openBeside(library: Library, id: BundleId): OpenBundle {
  const open = library.find(id)
  if (open === null) throw new FailureError({ code: 'NO_SUCH_BUNDLE', at: id })
  return open
}

/** While the reader was asked and the page was laid out, another bundle may have been opened. */
function mustBeOpen(library: Library, open: OpenBundle): void {
  if (library.current !== open) throw new FailureError({ code: 'NO_SUCH_BUNDLE', at: open.info.id })
}

/** The window to ask in. */
function present(window: BrowserWindow | null): BrowserWindow {
  if (window === null) throw new FailureError({ code: 'UNEXPECTED', detail: 'no window to ask in' })
  return window
}

async function titleOf({ entries }: OpenBundle, page: PaperPage): Promise<string> {
  const path = page.kind === 'condition' ? payload.condition(page.id) : payload.handout(page.id)
  const bytes = await entries.read(path)
  return page.kind === 'condition'
    ? readJson(bytes, conditionSchema, path).title
    : readJson(bytes, handoutSchema, path).title
}

async function showOpenDialog(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: messages.dialogs.openBundle,
    properties: ['openFile'],
    filters: [{ name: messages.dialogs.bundleFiles, extensions: ['lectern'] }],
  })
  return filePaths[0] ?? null
}

async function confirmLeaving(window: BrowserWindow, address: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: messages.dialogs.leave,
    detail: messages.dialogs.leaveDetail.replace('{address}', () => address),
    buttons: [messages.dialogs.leaveYes, messages.dialogs.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
