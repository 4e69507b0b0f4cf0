import { describe, expect, it, vi } from 'vitest'
import { FlawError, type EntryReader } from '../../bundle'
import type { Served } from './bundle-protocol'
import { answerDocument, documentPolicy } from './document-protocol'

vi.mock('electron', () => ({ protocol: {} }))

const files = new Map([
  ['files/guide.html', '<p>Guide</p>'],
  ['files/figure.png', 'PNG'],
  ['files/a b.html', 'space'],
  ['files/paper.pdf', '%PDF'],
  ['files/run.js', 'alert(1)'],
  ['files/look.css', '*{}'],
  ['files/page.xhtml', '<html/>'],
  ['bundle.json', '{}'],
  ['sources/x.html', 'not a document'],
])
const entries: EntryReader = {
  paths: new Set([...files.keys(), 'files/changed.html', 'files/broken.html']),
  read: async (path) => {
    if (path === 'files/changed.html') throw new FlawError({ code: 'WRONG_HASH', at: path })
    if (path === 'files/broken.html') throw new Error('EIO')
    return new TextEncoder().encode(files.get(path))
  },
}
const ldn: Served = { id: 'ldn', entries }
const ask = (path: string, init: RequestInit = {}, served: Served | null = ldn): Promise<Response> =>
  answerDocument(new Request(`lectern-app://desk/_documents/${path}`, init), served)

describe('a document of the open bundle', () => {
  it.each([
    ['ldn/guide.html', 'text/html; charset=utf-8', '<p>Guide</p>'],
    ['ldn/figure.png', 'image/png', 'PNG'],
    ['ldn/a%20b.html', 'text/html; charset=utf-8', 'space'],
    ['ldn/guide.html?x=1', 'text/html; charset=utf-8', '<p>Guide</p>'],
  ])('%s is sent as %s', async (path, type, text) => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(await response.text()).toBe(text)
  })

  it('comes, like every refusal, with the policy under which nothing in it runs', async () => {
    for (const path of ['ldn/guide.html', 'ldn/none.html', 'ldn/changed.html', 'ldn/broken.html']) {
      const { headers } = await ask(path)
      expect(headers.get('Content-Security-Policy')).toBe(documentPolicy('ldn'))
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
  })

  it.each([
    ['a script', 'ldn/run.js'],
    ['a style sheet', 'ldn/look.css'],
    ['XHTML', 'ldn/page.xhtml'],
    ['a PDF, which has a viewer of its own', 'ldn/paper.pdf'],
    ['a file of the bundle that is no document', 'ldn/bundle.json'],
    ['a path out of the folder', 'ldn/..%2fbundle.json'],
    ['a path out of the folder, written twice', 'ldn/%252e%252e%252fbundle.json'],
    ['a document below another folder', 'ldn/sources/x.html'],
    ['a document that is not there', 'ldn/none.html'],
    ['a name in other letters', 'ldn/GUIDE.html'],
    ['a name that goes on', 'ldn/guide.html/more'],
    ['nothing', 'ldn/'],
    ['no name', 'ldn'],
    ['a broken escape', 'ldn/%ff.html'],
  ])('is not %s', async (_what, path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(await response.json()).toMatchObject({ code: 'MISSING_ENTRY' })
  })

  it.each(['other/guide.html', 'LDN/guide.html', '/guide.html', ''])('is not of %s', async (path) => {
    expect(await (await ask(path)).json()).toMatchObject({ code: 'NO_SUCH_BUNDLE' })
  })

  it('is not there when no bundle is open', async () => {
    expect((await ask('ldn/guide.html', {}, null)).status).toBe(404)
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('is not for %s', async (method) => {
    expect((await ask('ldn/guide.html', { method })).status).toBe(405)
  })

  it.each([
    ['changed.html', 'WRONG_HASH'],
    ['broken.html', 'UNEXPECTED'],
  ])('%s is answered with %s in place of its text', async (name, code) => {
    const response = await ask(`ldn/${name}`)
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ code })
  })
})

describe('the policy of documents', () => {
  const directives = new Map(
    documentPolicy('ldn')
      .split('; ')
      .map((one) => {
        const [name = '', ...values] = one.split(' ')
        return [name, values] as const
      }),
  )

  it.each([
    ['default-src', ["'none'"]],
    ['img-src', ['lectern-app://desk/_documents/ldn/', 'data:']],
    ['style-src', ["'unsafe-inline'"]],
    ['font-src', ['data:']],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['frame-ancestors', ['lectern-app://desk']],
    ['sandbox', ['allow-same-origin']],
  ])('lets %s be %j', (name, values) => expect(directives.get(name)).toEqual(values))

  it.each(['script-src', 'connect-src', 'frame-src', 'worker-src', 'object-src', 'media-src'])(
    'leaves %s to the default, which is nothing',
    (name) => expect(directives.has(name)).toBe(false),
  )

  it('lets no script run: the word that would is missing', () => {
    expect(documentPolicy('ldn')).not.toMatch(
      /allow-(?:scripts|forms|popups|top-navigation|modals|downloads)/,
    )
  })
})
