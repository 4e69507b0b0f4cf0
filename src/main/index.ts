import { app, Menu, session, type BrowserWindow } from 'electron'
import { join, resolve } from 'node:path'
import type { Announcements } from '../shared/contract'
import { channelOf } from '../shared/contract'
import type { OpenBundle } from '../library'
import { toFailure } from './answer'
import { argumentsAfterApp, readArguments } from './arguments'
import { capture, sayPainted } from './capture'
import { CopyStore } from './copies/copy-store'
import { Desk } from './desk'
import { applyTheme, loadDesk, openDeskWindow } from './desk-window'
import { onHandOver } from './hand-overs'
import { createHandlers } from './handlers'
import { Library } from './library'
import { createMenu } from './menu'
import { serveApp } from './protocols/app-protocol'
import { serveBundle, type Served } from './protocols/bundle-protocol'
import { watchPreview } from './preview/watch-preview'
import { registerSchemes } from './protocols/schemes'
import { report } from './report'
import { blockEgress } from './security/egress'
import { closeNetwork, lockContents } from './security/lockdown'
import { serve } from './serve'
import { StateFile } from './state/state-file'
import { StateKeeper } from './state/state-keeper'
import { trustedKeys } from './state/trust'
import { settleUserData } from './user-data'

/** What the app works on, once the reader's state has been read. */
interface Prepared {
  readonly desk: Desk
  readonly library: Library
  readonly keeper: StateKeeper
}

const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const resources = app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '..')
const defaultBundle = join(resources, 'bundles', 'ldn.lectern')
const icon = join(app.isPackaged ? resources : join(resources, '../resources'), 'icons', 'icon.png')
const ownArguments = argumentsAfterApp(process.argv, app.isPackaged)
const asked = readArguments(ownArguments)

closeNetwork(devServer)
registerSchemes()
lockContents()
app.on('session-created', (created) => blockEgress(created, devServer))
const userData = settleUserData(process.env['LECTERN_USER_DATA'], asked.preview !== null)

/** The window of the desk, while there is one. */
let window: BrowserWindow | null = null
const announce = <A extends keyof Announcements>(name: A, said: Announcements[A]): void =>
  window?.webContents.send(channelOf(name), said)

if (app.requestSingleInstanceLock({ args: ownArguments })) begin()
else app.quit()

/** Listens for what others hand over, at once, and starts. Nothing that fails on the way ends in silence. */
function begin(): void {
  // Packages for the other systems say so themselves; a portable Windows build has nobody else to say it.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient('lectern')
  const prepared = prepare()
  const fail =
    (at: string) =>
    (error: unknown): void => {
      report(error, at)
      prepared.then(({ desk }) => desk.tell(toFailure(error, at))).catch(() => undefined) // said by `run`
    }
  onHandOver((handed) => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
    prepared.then(({ desk }) => desk.follow(handed)).catch(fail('a second start'))
  })
  app.on('window-all-closed', () => app.quit())
  run(prepared, fail).catch((error: unknown) => {
    fail('the start')(error)
    if (window === null) app.exit(1) // nobody could see the app, nor end it
  })
}

/** Reads the reader's state and lets the desk open what was asked for, before anything that is handed over later. */
async function prepare(): Promise<Prepared> {
  const file = new StateFile(userData.folder)
  const { state: loaded, notices } = await file.load()
  // A preview looks as the reader likes it and leaves no trace in what is kept of them.
  const keeper = new StateKeeper(
    loaded,
    asked.preview === null ? (state) => file.save(state) : () => Promise.resolve(),
    (failure) => desk.tell(failure),
  )
  const library = new Library(() => trustedKeys(keeper.current))
  const desk = new Desk(library, keeper, defaultBundle, announce)
  for (const notice of notices) desk.tell(notice)
  if (userData.notice !== null) desk.tell(userData.notice)
  if (asked.badAddress) desk.tell({ code: 'BAD_ADDRESS' })
  if (asked.preview !== null) {
    const stop = await watchPreview(resolve(asked.preview), (now, bundle) => desk.showPreview(now, bundle))
    app.on('will-quit', stop)
    return { desk, library, keeper }
  }
  desk.start(asked.bundle === null ? null : resolve(asked.bundle), asked.place).catch((error: unknown) => {
    report(error, 'the start')
    desk.tell(toFailure(error, 'the start'))
  })
  return { desk, library, keeper }
}

async function run(
  prepared: Promise<Prepared>,
  fail: (at: string) => (error: unknown) => void,
): Promise<void> {
  const { desk, library, keeper } = await prepared
  app.on('will-quit', (event) => {
    if (!keeper.pending) return
    event.preventDefault()
    // Not before this event is over: Electron passes over a wish to quit while it asks about one.
    void keeper.flush().finally(() => setImmediate(() => app.quit()))
  })

  await app.whenReady()
  applyTheme(keeper.current.settings.theme)
  blockEgress(session.defaultSession, devServer)
  const served = (open: OpenBundle | null): Served | null =>
    open === null ? null : { id: open.info.id, entries: open.entries }
  const copies = new CopyStore(join(userData.folder, 'copies'))
  void copies.sweep()
  serveApp(session.defaultSession, devServer, () => served(library.current), copies)
  serveBundle(session.defaultSession, (id) => served(library.find(id)))
  serve(
    createHandlers(desk, library, keeper, copies, () => window),
    (sender) => sender === window?.webContents,
  )
  Menu.setApplicationMenu(createMenu((command) => announce('command', command)))

  const remembered = asked.size === null ? keeper.current.window : { ...asked.size, maximized: false }
  const opened = openDeskWindow(remembered, icon)
  window = opened
  opened.on('close', () => {
    const { width, height } = opened.getNormalBounds()
    keeper.change((state) => ({ ...state, window: { width, height, maximized: opened.isMaximized() } }))
  })
  opened.on('closed', () => {
    window = null
    desk.leave()
  })
  const gone = (reason: string): void => {
    desk.leave()
    fail('the window')(new Error(`its process ended: ${reason}`))
  }
  loadDesk(opened, gone).catch(fail('the window'))

  if (asked.sayPainted) {
    sayPainted(opened.webContents, (line) => process.stdout.write(`${line}\n`)).catch(fail('the first page'))
  }
  if (asked.capture !== null) {
    try {
      await capture(opened, asked.capture)
      app.exit(0)
    } catch (error) {
      process.stderr.write(`lectern: no picture was made: ${String(error)}\n`)
      app.exit(1)
    }
  }
}
