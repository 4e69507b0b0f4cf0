import type { BrowserWindow } from 'electron'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { bundleIdSchema, conditionIdSchema, resourceIdSchema, sourceIdSchema } from '../bundle'
import { conditionData, info, jsonBytes, sourceData } from '../bundle/test-content'
import { messages } from '../shared/messages/en'
import { CopyStore } from './copies/copy-store'
import { Desk } from './desk'
import { createHandlers } from './handlers'
import type { Library } from './library'
import { firstState } from './state/state'
import { StateKeeper } from './state/state-keeper'

/*
 * What the reader is asked and what then happens. Electron stands for three things here, all of which only record: the
 * dialogs and what the reader answers, the browser, and where documents lie. That they work is for the end-to-end tests.
 */
const electron = vi.hoisted(() => ({
  dialog: { showMessageBox: vi.fn(), showOpenDialog: vi.fn(), showSaveDialog: vi.fn() },
  shell: { openExternal: vi.fn(() => Promise.resolve()) },
  app: { getPath: () => '/documents' },
  nativeTheme: { themeSource: 'system' },
}))
vi.mock('electron', () => electron)
/* The window that pages are laid out in; what happens while they are is up to the test. */
const paper = vi.hoisted(() => ({ printToPDF: vi.fn(), print: vi.fn(), painted: vi.fn() }))
vi.mock('./paper/paper-window', () => ({
  withPaper: async (_bundle: unknown, _page: unknown, use: (window: unknown) => Promise<unknown>) => {
    await paper.painted()
    return use({ webContents: paper })
  },
}))

const theWindow = { is: 'the desk' } as unknown as BrowserWindow
const bundle = bundleIdSchema.parse('ldn')
const trust = resourceIdSchema.parse('ldn-trust')
const younger = sourceIdSchema.parse('younger2013')
const page = { kind: 'condition', id: conditionIdSchema.parse('fibromyalgia') } as const

const resourceData = {
  ...{ id: 'ldn-trust', title: 'A trust', kind: 'organisation', offers: 'Guides.' },
  ...{ access: 'free', seen: 'page seen', sources: [] },
}

/** Handlers over an open bundle with one source, one resource and one page. */
function handlersOf(
  record: object | null = sourceData.record,
  title = 'Fibromyalgia',
  resource: object = { url: 'https://example.org/ldn?a=1' },
) {
  const files = new Map([
    ['sources/younger2013.json', jsonBytes({ ...sourceData, record })],
    ['resources.json', jsonBytes({ resources: [{ ...resourceData, ...resource }] })],
    ['conditions/fibromyalgia.json', jsonBytes({ ...conditionData(), title })],
  ])
  const entries = {
    paths: new Set(files.keys()),
    read: (path: string) => Promise.resolve(files.get(path) ?? new Uint8Array()),
  }
  const open = {
    path: '/home/ldn.lectern',
    info: info(),
    entries,
    signature: { is: 'none' },
    close: () => Promise.resolve(),
  }
  const library = { current: open, openFile: vi.fn() }
  const keeper = new StateKeeper(firstState, () => Promise.resolve(), vi.fn())
  const desk = new Desk(library as unknown as Library, keeper, '/app/ldn.lectern', vi.fn())
  const handlers = createHandlers(
    desk,
    library as unknown as Library,
    keeper,
    new CopyStore('/nowhere/copies'),
    () => theWindow,
  )
  /** As if the reader opened another bundle now. */
  const openOther = (): void => {
    library.current = { ...open, info: info({ id: 'other' }) }
  }
  return { ...handlers, desk, keeper, library, openOther }
}

beforeEach(() => {
  vi.clearAllMocks()
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 })
  paper.painted.mockReset()
  paper.printToPDF.mockResolvedValue(new TextEncoder().encode('%PDF-1.7'))
  paper.print.mockImplementation((_how: unknown, done: (printed: boolean, reason: string) => void) =>
    done(true, ''),
  )
})

describe('opening the original of a source', () => {
  it('shows the address first, and opens that very address', async () => {
    expect(await handlersOf().openOriginal({ bundle, source: younger })).toEqual({ opened: true })
    const asked = electron.dialog.showMessageBox.mock.calls[0]?.[1]
    expect(asked).toMatchObject({
      detail: expect.stringMatching(/\nhttps:\/\/doi\.org\/10\.1002\/art\.37734$/),
    })
    expect(electron.shell.openExternal.mock.calls).toEqual([['https://doi.org/10.1002/art.37734']])
  })

  it.each(["https://example.org/$&$`$'$$", 'https://example.org/{address}'])(
    'shows %s as it is',
    async (URL) => {
      await handlersOf({ id: 'younger2013', type: 'webpage', URL }).openOriginal({ bundle, source: younger })
      const [[shown] = []] = electron.shell.openExternal.mock.calls as unknown as string[][]
      expect(electron.dialog.showMessageBox.mock.calls[0]?.[1].detail.endsWith(`\n\n${shown}`)).toBe(true)
    },
  )

  it('opens nothing when the reader says no, or closes the dialog', async () => {
    electron.dialog.showMessageBox.mockResolvedValue({ response: 1 })
    expect(await handlersOf().openOriginal({ bundle, source: younger })).toEqual({ opened: false })
    const asked = electron.dialog.showMessageBox.mock.calls[0]?.[1]
    expect(asked).toMatchObject({
      defaultId: 1,
      cancelId: 1,
      buttons: [messages.dialogs.leaveYes, messages.dialogs.cancel],
    })
    expect(electron.shell.openExternal).not.toHaveBeenCalled()
  })

  it.each([
    ['no record', null],
    ['no address', { id: 'younger2013', type: 'book' }],
    ['an address of the unencrypted web', { id: 'younger2013', type: 'book', URL: 'http://example.org/' }],
    ['a file', { id: 'younger2013', type: 'book', URL: 'file:///etc/passwd' }],
    ['a script', { id: 'younger2013', type: 'book', URL: 'javascript:alert(1)' }],
  ])('asks nothing and opens nothing for a source with %s', async (_what, record) => {
    await expect(handlersOf(record).openOriginal({ bundle, source: younger })).rejects.toThrow('NO_ORIGINAL')
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled()
    expect(electron.shell.openExternal).not.toHaveBeenCalled()
  })

  it('of another bundle than the open one is refused', async () => {
    const asking = handlersOf().openOriginal({ bundle: bundleIdSchema.parse('other'), source: younger })
    await expect(asking).rejects.toThrow('NO_SUCH_BUNDLE other')
    expect(electron.shell.openExternal).not.toHaveBeenCalled()
  })
})

describe('opening a resource', () => {
  it('shows the address first, and opens that very address', async () => {
    expect(await handlersOf().openResource({ bundle, resource: trust })).toEqual({ opened: true })
    expect(electron.dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({
      detail: expect.stringMatching(/\nhttps:\/\/example\.org\/ldn\?a=1$/),
    })
    expect(electron.shell.openExternal.mock.calls).toEqual([['https://example.org/ldn?a=1']])
  })

  it('opens nothing when the reader says no', async () => {
    electron.dialog.showMessageBox.mockResolvedValue({ response: 1 })
    expect(await handlersOf().openResource({ bundle, resource: trust })).toEqual({ opened: false })
    expect(electron.shell.openExternal).not.toHaveBeenCalled()
  })

  it.each([
    ['no address', {}, 'NO_ADDRESS ldn-trust'],
    ['another id', { id: 'other', url: 'https://example.org/' }, 'NO_ADDRESS ldn-trust'],
    ['an address of the unencrypted web', { url: 'http://example.org/' }, 'BAD_JSON resources.json'],
    ['a file', { url: 'file:///etc/passwd' }, 'BAD_JSON resources.json'],
    ['a script', { url: 'javascript:alert(1)' }, 'BAD_JSON resources.json'],
    [
      'a name that looks like another host',
      { url: 'https://example.org@evil.example/' },
      'BAD_JSON resources.json',
    ],
  ])('asks nothing and opens nothing for a resource with %s', async (_what, resource, failure) => {
    const asking = handlersOf(sourceData.record, 'Fibromyalgia', resource)
    await expect(asking.openResource({ bundle, resource: trust })).rejects.toThrow(failure)
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled()
    expect(electron.shell.openExternal).not.toHaveBeenCalled()
  })

  it('of another bundle than the open one is refused', async () => {
    const asking = handlersOf().openResource({ bundle: bundleIdSchema.parse('other'), resource: trust })
    await expect(asking).rejects.toThrow('NO_SUCH_BUNDLE other')
  })
})

describe('saving a page as PDF', () => {
  const to = (filePath: string): unknown => electron.dialog.showSaveDialog.mockResolvedValue({ filePath })

  it('writes where the reader says and tells the window only the name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-pdf-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    to(join(folder, 'mine.pdf'))
    expect(await handlersOf().savePdf({ bundle, page })).toEqual({ saved: 'mine.pdf' })
    expect(await readFile(join(folder, 'mine.pdf'), 'utf8')).toBe('%PDF-1.7')
  })

  it('is not a failure when the reader cancels', async () => {
    to('')
    expect(await handlersOf().savePdf({ bundle, page })).toEqual({ saved: null })
  })

  it('says so when it cannot write, without the folder', async () => {
    to('/nowhere/at/all/mine.pdf')
    const saving = handlersOf().savePdf({ bundle, page })
    await expect(saving).rejects.toMatchObject({ failure: { code: 'CANNOT_SAVE', at: 'mine.pdf' } })
  })

  it.each(['Fibromyalgia', '../../Crohn: <b>"a|b"</b>?*\\', 'C:\\x', 'x'.repeat(300)])(
    'proposes for the title %j a name that every system takes',
    async (title) => {
      to('')
      await handlersOf(null, title).savePdf({ bundle, page })
      const { defaultPath } = electron.dialog.showSaveDialog.mock.calls[0]?.[1] as { defaultPath: string }
      expect(dirname(defaultPath)).toBe(join('/documents'))
      expect(basename(defaultPath)).toMatch(/^[^/\\:*?"<>|]{1,116}\.pdf$/)
    },
  )

  it('asks in the window of the desk', async () => {
    to('')
    await handlersOf().savePdf({ bundle, page })
    expect(electron.dialog.showSaveDialog.mock.calls[0]?.[0]).toBe(theWindow)
  })

  it('writes nothing when another bundle was opened while the reader chose', async () => {
    const handlers = handlersOf()
    electron.dialog.showSaveDialog.mockImplementation(() => {
      handlers.openOther()
      return Promise.resolve({ filePath: '/nowhere/mine.pdf' })
    })
    await expect(handlers.savePdf({ bundle, page })).rejects.toThrow('NO_SUCH_BUNDLE ldn')
    expect(paper.painted).not.toHaveBeenCalled()
  })

  it('writes and prints nothing when another bundle was opened while the page was laid out', async () => {
    for (const call of ['savePdf', 'printPage'] as const) {
      to('/nowhere/mine.pdf')
      const handlers = handlersOf()
      paper.painted.mockImplementation(handlers.openOther)
      await expect(handlers[call]({ bundle, page })).rejects.toThrow('NO_SUCH_BUNDLE ldn')
    }
    expect(paper.printToPDF).not.toHaveBeenCalled()
    expect(paper.print).not.toHaveBeenCalled()
  })

  it('or printing it says when it was printed', async () => {
    expect(await handlersOf().printPage({ bundle, page })).toEqual({ printed: true })
  })

  it('of another bundle than the open one is refused before anything is asked', async () => {
    const other = { bundle: bundleIdSchema.parse('other'), page }
    await expect(handlersOf().savePdf(other)).rejects.toThrow('NO_SUCH_BUNDLE')
    await expect(handlersOf().printPage(other)).rejects.toThrow('NO_SUCH_BUNDLE')
    expect(electron.dialog.showSaveDialog).not.toHaveBeenCalled()
  })
})

describe('the reader', () => {
  it('who chooses no bundle keeps the one that is open', async () => {
    electron.dialog.showOpenDialog.mockResolvedValue({ filePaths: [] })
    const handlers = handlersOf()
    expect(await handlers.chooseBundle()).toBeNull()
    expect(handlers.library.openFile).not.toHaveBeenCalled()
  })

  it('who changes one setting keeps the others', async () => {
    const handlers = handlersOf()
    expect(await handlers.saveSettings({ theme: 'dark' })).toEqual({ ...firstState.settings, theme: 'dark' })
    expect(handlers.keeper.current.settings.theme).toBe('dark')
    expect(electron.nativeTheme.themeSource).toBe('dark')
  })

  it('is found again where they were', async () => {
    const handlers = handlersOf()
    await handlers.rememberLocation({ bundle, location: '/claims' })
    expect(await handlers.getSession(null, 'desk')).toMatchObject({
      location: '/claims',
      file: 'ldn.lectern',
    })
  })
})

describe('the session', () => {
  it('is taken by the desk, and only looked at by a page for paper', async () => {
    const { desk, getSession } = handlersOf()
    desk.tell({ code: 'STATE_DAMAGED' })
    const notices = [{ code: 'STATE_DAMAGED' }]
    expect(await getSession(null, 'paper')).toMatchObject({ notices })
    expect(await getSession(null, 'desk')).toMatchObject({ notices })
    expect(await getSession(null, 'desk')).toMatchObject({ notices: [] })
  })
})
