import type { Session } from 'electron'
import { FlawError, type EntryReader } from '../../bundle'
import { appOrigin } from '../security/trusted-sender'
import { readRange } from './byte-range'
import { contentTypeOf } from './content-type'
import { decoded } from './decoded'
import { HeldFile } from './held-file'
import { bundleScheme } from './schemes'

/** What the protocol serves from: the id of an open bundle and its files. */
export interface Served {
  readonly id: string
  readonly entries: EntryReader
}

/** Sent with every answer: only our own page may read it, and nothing in it may run. */
const headers = {
  'Access-Control-Allow-Origin': appOrigin,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

/**
 * Serves `lectern-bundle://<id>/<path>`: only what the bundle's manifest lists, each file checked against its hash
 * when first read. A failure is answered with the flaw as JSON, so that the desk can say what is wrong.
 */
export function serveBundle(session: Session, find: (id: string) => Served | null): void {
  session.protocol.handle(bundleScheme, (request) => answerRequest(request, find(new URL(request.url).host)))
}

const held = new HeldFile()

/** One answer of the protocol, apart from Electron. */
export async function answerRequest(request: Request, served: Served | null): Promise<Response> {
  const { host, pathname } = new URL(request.url)
  if (request.method !== 'GET') return refusal(405, { code: 'REFUSED', at: host })
  if (served === null || host !== served.id) return refusal(404, { code: 'NO_SUCH_BUNDLE', at: host })
  const path = decoded(pathname.slice(1))
  if (path === null || !served.entries.paths.has(path)) {
    return refusal(404, { code: 'MISSING_ENTRY', at: path ?? pathname })
  }
  try {
    const range = request.headers.get('Range')
    const bytes = await (range === null ? served.entries.read(path) : held.read(served.entries, path))
    return part(bytes, path, range)
  } catch (error) {
    if (error instanceof FlawError) return refusal(500, error.flaw)
    return refusal(500, { code: 'UNEXPECTED', at: path, detail: String(error) })
  }
}

function part(bytes: Uint8Array, path: string, rangeHeader: string | null): Response {
  const type = { 'Content-Type': contentTypeOf(path), 'Accept-Ranges': 'bytes' }
  const range = readRange(rangeHeader, bytes.length)
  if (range === null) return new Response(bytesBody(bytes), { headers: { ...headers, ...type } })
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${bytes.length}` },
    })
  }
  return new Response(bytesBody(bytes.subarray(range.start, range.end + 1)), {
    status: 206,
    headers: { ...headers, ...type, 'Content-Range': `bytes ${range.start}-${range.end}/${bytes.length}` },
  })
}

// The verified bytes are kept in a cache, so a response gets its own copy.
const bytesBody = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const refusal = (status: number, failure: object): Response =>
  new Response(JSON.stringify(failure), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json' },
  })
