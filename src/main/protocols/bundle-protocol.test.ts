import { describe, expect, it, vi } from 'vitest'
import { FlawError, type EntryReader } from '../../bundle'
import { answerRequest, type Served } from './bundle-protocol'

/* Only the name of the scheme is used of what `schemes.ts` has; telling Chromium about it is for the end-to-end tests. */
vi.mock('electron', () => ({ protocol: {} }))

const files = new Map([
  ['bundle.json', '{"id":"ldn"}'],
  ['sources/younger2013.json', '0123456789'],
  ['sources/a b.json', 'space'],
  ['sources/young.pdf', '%PDF'],
  ['odd.html', '<script>alert(1)</script>'],
  ['odd.exe', 'MZ'],
])
const entries: EntryReader = {
  paths: new Set([...files.keys(), 'changed.json', 'broken.json']),
  read: async (path) => {
    if (path === 'changed.json') throw new FlawError({ code: 'WRONG_HASH', at: path })
    if (path === 'broken.json') throw new Error('EIO')
    return new TextEncoder().encode(files.get(path))
  },
}
const ldn: Served = { id: 'ldn', entries }
const ask = (address: string, init: RequestInit = {}, served: Served | null = ldn): Promise<Response> =>
  answerRequest(new Request(`lectern-bundle://${address}`, init), served)
const withRange = (range: string): RequestInit => ({ headers: { Range: range } })

describe('a file that the bundle lists', () => {
  it('is sent whole, as what it is', async () => {
    const response = await ask('ldn/bundle.json')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('Accept-Ranges')).toBe('bytes')
    expect(await response.text()).toBe('{"id":"ldn"}')
  })

  it.each([
    ['sources/a%20b.json', 'space'],
    ['sources%2Fyounger2013.json', '0123456789'],
    ['./sources/../bundle.json', '{"id":"ldn"}'],
    ['bundle.json?x=1', '{"id":"ldn"}'],
  ])('is found as %s too, because only its name counts', async (path, text) => {
    expect(await (await ask(`ldn/${path}`)).text()).toBe(text)
  })

  it.each([
    ['sources/young.pdf', 'application/pdf'],
    ['odd.exe', 'application/octet-stream'],
  ])('%s is served as %s', async (path, type) => {
    expect((await ask(`ldn/${path}`)).headers.get('Content-Type')).toBe(type)
  })

  it('can be read by our own page only, is never guessed at, and never runs', async () => {
    for (const path of ['ldn/odd.html', 'ldn/nowhere', 'other/x', 'ldn/changed.json']) {
      const { headers } = await ask(path)
      expect(headers.get('Access-Control-Allow-Origin')).toBe('lectern-app://desk')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
    }
  })

  it('is a copy, so that nobody can change what is kept', async () => {
    const kept = new TextEncoder().encode('kept')
    const served = { id: 'ldn', entries: { paths: new Set(['a']), read: () => Promise.resolve(kept) } }
    new Uint8Array(await (await ask('ldn/a', {}, served)).arrayBuffer()).fill(0)
    expect(new TextDecoder().decode(kept)).toBe('kept')
  })
})

describe('a part of a file', () => {
  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('%s is sent as such', async (range, text, said) => {
    const response = await ask('ldn/sources/younger2013.json', withRange(range))
    expect(response.status).toBe(206)
    expect(response.headers.get('Content-Range')).toBe(said)
    expect(await response.text()).toBe(text)
  })

  it('that the file does not have is refused with its size', async () => {
    const response = await ask('ldn/sources/younger2013.json', withRange('bytes=10-'))
    expect(response.status).toBe(416)
    expect(response.headers.get('Content-Range')).toBe('bytes */10')
    expect(await response.text()).toBe('')
  })

  it.each(['bytes=5-2', 'bytes=0-1,4-5', 'items=0-1'])('asked for as %s is ignored', async (range) => {
    const response = await ask('ldn/sources/younger2013.json', withRange(range))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('0123456789')
  })
})

describe('what is not answered', () => {
  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])(
    '%s, even of a file that is there',
    async (method) => {
      expect((await ask('ldn/bundle.json', { method })).status).toBe(405)
    },
  )

  it.each([
    'ldn/',
    'ldn',
    'ldn/nowhere.json',
    'ldn/sources',
    'ldn/sources/',
    'ldn/BUNDLE.JSON',
    'ldn//bundle.json',
    'ldn/bundle.json/',
    'ldn/bundle.json%00',
    'ldn/../bundle.json/../../etc/passwd',
    'ldn/..%2f..%2fetc%2fpasswd',
    'ldn/%2e%2e/%2e%2e/etc/passwd',
    'ldn/..%5c..%5cwindows',
    'ldn/%2Fetc%2Fpasswd',
    'ldn/%252e%252e/bundle.json',
    'ldn/%',
    'ldn/%c3%28',
    'ldn/file:///etc/passwd',
    'ldn/manifest-sha256.txt',
    'ldn/constructor',
  ])('%s, which the bundle does not list', async (address) => {
    const response = await ask(address)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(await response.json()).toMatchObject({ code: 'MISSING_ENTRY' })
  })

  it.each([
    'other/bundle.json',
    'LDN/bundle.json',
    'ldn:80/bundle.json',
    'ldn.evil/bundle.json',
    '/bundle.json',
  ])('%s, which is of another bundle', async (address) => {
    const response = await ask(address)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'NO_SUCH_BUNDLE' })
  })

  it('anything while no bundle is open', async () => {
    const response = await ask('ldn/bundle.json', {}, null)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 'NO_SUCH_BUNDLE', at: 'ldn' })
  })

  it('a file that was changed after it was packed: the flaw is sent in its place', async () => {
    const response = await ask('ldn/changed.json', withRange('bytes=0-1'))
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ code: 'WRONG_HASH', at: 'changed.json' })
  })

  it('a file that the system cannot read: the failure is sent in its place', async () => {
    const response = await ask('ldn/broken.json')
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ code: 'UNEXPECTED', at: 'broken.json' })
  })
})
