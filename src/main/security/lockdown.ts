import { app, type WebPreferences } from 'electron'
import { join } from 'node:path'
import { documentsPath } from '../protocols/document-protocol'
import { isTrusted } from './trusted-sender'

/** How every window of Lectern is made. Stated in full, so that no default of another Electron can loosen it. */
export const webPreferences: WebPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false, // would download dictionaries
}

/**
 * Switches that must stand before Electron is ready: no name is ever looked up, nothing runs in the background. In
 * development the dev server's own name is left.
 */
export function closeNetwork(devServer: string | undefined): void {
  const exception = devServer === undefined ? '' : `, EXCLUDE ${new URL(devServer).hostname}`
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`)
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** True for the address of a document of the bundle: all that a frame may show. */
function isDocument(address: string): boolean {
  return isTrusted({ url: address, isTopFrame: true }) && new URL(address).pathname.startsWith(documentsPath)
}

/** Refuses pop-ups, navigation away and embedded guests in whatever contents are ever made. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isTrusted({ url: event.url, isTopFrame: true }) || isDocument(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame && !isDocument(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
