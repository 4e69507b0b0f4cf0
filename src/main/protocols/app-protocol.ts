import type { Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { appHost, appScheme } from '../security/trusted-sender'
import { contentSecurityPolicy, developmentPolicy } from '../security/content-security-policy'
import { copiesPath } from '../../shared/contract'
import type { CopyStore } from '../copies/copy-store'
import type { Served } from './bundle-protocol'
import { contentTypeOf } from './content-type'
import { answerCopy } from './copy-protocol'
import { decoded } from './decoded'
import { answerDocument, documentsPath } from './document-protocol'

/** Where the built window lies. */
const root = join(import.meta.dirname, '../renderer')

/**
 * The file of the window that a path names, or null when it would climb out of the folder or is no path. A path without a file's
 * ending is a route of the app and gets the one page.
 */
export function fileFor(pathname: string): string | null {
  const path = decoded(pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  if (!path.startsWith('/assets/')) return join(root, 'index.html')
  const file = normalize(join(root, path))
  return file.startsWith(root + sep) ? file : null
}

/** No opener policy: no window can open another (`security/lockdown.ts`), and it costs each start a second process. */
const securityHeaders = (policy: string): Record<string, string> => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
})

/**
 * Serves the window's own files at `lectern-app://desk/…`, in development what the dev server has; and below them the
 * HTML documents of the open bundle, which the window shows in a frame, and the reader's own copies.
 */
export function serveApp(
  session: Session,
  devServer: string | undefined,
  open: () => Served | null,
  copies: CopyStore,
): void {
  session.protocol.handle(appScheme, async (request) => {
    const { host, pathname, search } = new URL(request.url)
    if (host === appHost && pathname.startsWith(documentsPath)) return answerDocument(request, open())
    if (host === appHost && pathname.startsWith(copiesPath)) return answerCopy(request, copies)
    if (host !== appHost || request.method !== 'GET') return new Response(null, { status: 404 })
    if (devServer !== undefined) return fromDevServer(devServer, pathname + search)
    const file = fileFor(pathname)
    if (file === null) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { 'Content-Type': contentTypeOf(file), ...securityHeaders(contentSecurityPolicy) },
      })
    } catch {
      return new Response(null, { status: 404 }) // the one way this fails: no such file
    }
  })
}

async function fromDevServer(server: string, path: string): Promise<Response> {
  const isFile = /\.\w+(?:\?|$)|^\/@|^\/node_modules\//.test(path)
  const response = await fetch(new URL(isFile ? path : '/', server))
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(securityHeaders(developmentPolicy(server))))
    headers.set(name, value)
  return new Response(response.body, { status: response.status, headers })
}
