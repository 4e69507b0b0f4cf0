import { copiesPath } from '../../shared/contract'
import type { CopyPart, CopyStore } from '../copies/copy-store'
import { readRange } from './byte-range'

const headers = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store', // what the reader removes is gone
}

const types: Readonly<Record<CopyPart, string>> = {
  pdf: 'application/pdf',
  shard: 'application/octet-stream',
}

/**
 * A copy of the reader's own, or a part of it, at `/_copies/<sha256>.pdf`, and its search index at `….shard`. Only the part that is asked for is read. What
 * is not there is answered with the failure as JSON, which the window shows in words.
 */
export async function answerCopy(request: Request, store: CopyStore): Promise<Response> {
  const { pathname } = new URL(request.url)
  const [, hash, part] = /^([0-9a-f]{64})\.(pdf|shard)$/.exec(pathname.slice(copiesPath.length)) ?? []
  if (request.method !== 'GET') return refusal(405)
  const kept = part === 'shard' ? 'shard' : 'pdf'
  const file = hash === undefined ? null : await store.open(hash, kept)
  if (file === null) return refusal(404)
  try {
    const { size } = await file.stat()
    const range = readRange(request.headers.get('Range'), size)
    if (range === 'unsatisfiable')
      return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
    const { start, end } = range ?? { start: 0, end: size - 1 }
    const bytes = new Uint8Array(end - start + 1)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    return new Response(bytes.subarray(0, bytesRead), {
      status: range === null ? 200 : 206,
      headers: {
        ...headers,
        'Content-Type': types[kept],
        'Accept-Ranges': 'bytes',
        ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
      },
    })
  } catch {
    return refusal(500) // the drive has gone while it was read
  } finally {
    await file.close()
  }
}

const refusal = (status: number): Response =>
  new Response(JSON.stringify({ code: 'COPY_GONE' }), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json' },
  })
