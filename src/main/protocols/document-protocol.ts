import { FlawError } from '../../bundle'
import { appOrigin } from '../security/trusted-sender'
import type { Served } from './bundle-protocol'
import { decoded } from './decoded'

/**
 * Where HTML documents of the open bundle stand among the window's own addresses: `/_documents/<bundle>/<file>`. No
 * bundle id has an underscore, so this is never a route of the app.
 */
export const documentsPath = '/_documents/'

/** Documents and their pictures, and nothing with a type that could run or style our own page. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/**
 * What a document may do: show itself with its own styles and pictures. It shares our origin, so that the window can
 * mark words in it; nothing in it can make use of that, as nothing in it runs (docs/decisions/0010).
 */
export const documentPolicy = (bundle: string): string =>
  [
    "default-src 'none'",
    `img-src ${appOrigin}${documentsPath}${bundle}/ data:`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${appOrigin}`,
    'sandbox allow-same-origin',
  ].join('; ')

/** One document or picture of the open bundle. A failure is answered as JSON, which the window shows in words. */
export async function answerDocument(request: Request, served: Served | null): Promise<Response> {
  const { pathname } = new URL(request.url)
  const [bundle = '', name = '', ...more] = pathname.slice(documentsPath.length).split('/')
  const policy = documentPolicy(served?.id ?? '')
  if (request.method !== 'GET') return refusal(405, policy, { code: 'REFUSED', at: bundle })
  if (served === null || bundle !== served.id)
    return refusal(404, policy, { code: 'NO_SUCH_BUNDLE', at: bundle })
  const file = decoded(name)
  const path = `files/${file ?? ''}`
  const type = typeOf(path)
  if (file === null || more.length > 0 || type === null || !served.entries.paths.has(path))
    return refusal(404, policy, { code: 'MISSING_ENTRY', at: path })
  try {
    return new Response(new Uint8Array(await served.entries.read(path)), {
      headers: headersOf(policy, type),
    })
  } catch (error) {
    if (error instanceof FlawError) return refusal(500, policy, error.flaw)
    return refusal(500, policy, { code: 'UNEXPECTED', at: path, detail: String(error) })
  }
}

function typeOf(path: string): string | null {
  const ending = /\.([a-z]+)$/.exec(path)?.[1] ?? ''
  return Object.hasOwn(types, ending) ? (types[ending] ?? null) : null
}

const headersOf = (policy: string, type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
})

const refusal = (status: number, policy: string, failure: object): Response =>
  new Response(JSON.stringify(failure), { status, headers: headersOf(policy, 'application/json') })
