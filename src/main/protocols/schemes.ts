import { protocol } from 'electron'
import { appScheme } from '../security/trusted-sender'

/** The scheme of bundle content: `lectern-bundle://<bundle id>/<path in the payload>`. */
export const bundleScheme = 'lectern-bundle'

/** Tells Chromium how to treat our schemes. Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: bundleScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])
}
