import type { Session } from 'electron'

/** The schemes that never leave the machine. */
const ownSchemes = new Set(['lectern-app:', 'lectern-bundle:', 'devtools:', 'blob:', 'data:'])

/**
 * True when a request stays on this machine. In development the dev server's own address is let through, for hot
 * reload, and nothing else.
 */
export function staysHere(address: string, devServer: string | undefined): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  if (ownSchemes.has(protocol)) return true
  return devServer !== undefined && /^(?:https?|wss?):$/.test(protocol) && host === new URL(devServer).host
}

/** Cancels every request of a session that would leave the machine. Lectern works without a network, by construction. */
export function blockEgress(session: Session, devServer: string | undefined): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !staysHere(url, devServer) }))
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
