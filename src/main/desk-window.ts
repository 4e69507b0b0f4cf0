import { BrowserWindow, nativeTheme } from 'electron'
import type { Settings } from '../shared/settings'
import { webPreferences } from './security/lockdown'
import { appOrigin } from './security/trusted-sender'
import type { State } from './state/state'

/** The page's own colours, so that the window does not flash before the page is painted. */
const paper = { light: '#FBFAF7', dark: '#15171A' }

/** Makes Electron and Chromium follow the reader's theme. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme
}

/** Makes the one window of the desk; {@link loadDesk} puts the page in. */
export function openDeskWindow(size: State['window'], icon: string): BrowserWindow {
  const window = new BrowserWindow({
    width: size?.width ?? 1440,
    height: size?.height ?? 900,
    minWidth: 360,
    minHeight: 400,
    title: 'Lectern',
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences,
  })
  if (size?.maximized === true) window.maximize()
  return window
}

/**
 * Loads the page of the desk. When its process ends, `gone` is told why and the page is loaded again, once: a page that
 * ends each time would otherwise be loaded for ever.
 */
export async function loadDesk(window: BrowserWindow, gone: (reason: string) => void): Promise<void> {
  let mayReload = true
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    gone(reason)
    if (!mayReload) return
    mayReload = false
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    })
  })
  await window.loadURL(`${appOrigin}/`)
}
