import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calls, largestCopyPart, mostUnread, type Call } from '../shared/contract'
import { defaultSettings, textSizes } from '../shared/settings'
import { requests } from './requests'

const accepts = (call: Call, request: unknown): boolean => requests[call].safeParse(request).success

/** What no call takes, whatever it asks for. */
const nonsense: readonly unknown[] = [
  undefined,
  true,
  0,
  '',
  'ldn',
  [],
  [null],
  () => null,
  Symbol('x'),
  new Set(['ldn']).values,
  { __proto__: { bundle: 'ldn' } },
]
/** Requests of the calls that name something in a bundle, each spoilt in one way. */
const badBundles = [
  undefined,
  null,
  7,
  '',
  'LDN',
  '../ldn',
  'ldn/x',
  'ldn.example',
  'nul',
  ['ldn'],
  { id: 'ldn' },
]
const badIds = [
  undefined,
  null,
  7,
  '',
  '..',
  'a/b',
  'a\\b',
  '/a',
  'a%2Fb',
  'nul',
  'a\0',
  'https://a.org',
  ['a'],
  'x'.repeat(81),
]

describe.each(calls)('%s', (call) => {
  it.each(nonsense)('refuses %o', (request) => expect(accepts(call, request)).toBe(false))

  it('refuses whatever chance makes, or takes it for null or for no change at all', () => {
    fc.assert(
      fc.property(fc.anything(), (chance) => {
        const request = requests[call].safeParse(chance)
        if (request.success) expect(request.data ?? {}).toEqual({})
      }),
    )
  })
})

describe.each([
  'getSession',
  'chooseBundle',
  'openDefaultBundle',
  'listBundles',
  'listTrustedKeys',
  'getSearches',
] as const)('%s', (call) => {
  it('takes null and nothing else', () => {
    expect(accepts(call, null)).toBe(true)
    for (const request of [{}, { path: '/etc/passwd' }, '/etc/passwd'])
      expect(accepts(call, request)).toBe(false)
  })
})

describe.each(['openKnownBundle', 'forgetBundle'] as const)('%s', (call) => {
  it('takes the id of a bundle', () => expect(accepts(call, { bundle: 'ldn' })).toBe(true))

  it.each(badBundles)('refuses the bundle %j', (bundle) => expect(accepts(call, { bundle })).toBe(false))

  it.each([{}, { bundle: 'ldn', path: '/etc/passwd' }, null])('refuses %j', (request) =>
    expect(accepts(call, request)).toBe(false),
  )
})

describe('rememberLocation', () => {
  const at = (location: unknown): boolean => accepts('rememberLocation', { bundle: 'ldn', location })

  it.each([
    '/',
    '/claims',
    '/conditions/fibromyalgia?statement=fm-pain&q=low%20dose',
    `/${'a'.repeat(1_999)}`,
  ])('takes the location %s', (location) => expect(at(location)).toBe(true))

  it.each([
    undefined,
    null,
    7,
    '',
    'claims',
    '//example.org',
    '/\\example.org',
    '\\\\server\\share',
    '/a\\b',
    '/a b',
    '/a\n',
    '/a\tb',
    ' /a',
    'https://example.org/',
    'lectern://ldn/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '?q=x',
    '#top',
    ['/'],
    `/${'a'.repeat(2_000)}`,
  ])('refuses the location %j', (location) => expect(at(location)).toBe(false))

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts('rememberLocation', { bundle, location: '/' })).toBe(false)
  })

  it('refuses a key that it does not know', () => {
    expect(accepts('rememberLocation', { bundle: 'ldn', location: '/', file: '/etc/passwd' })).toBe(false)
  })
})

describe('saveSettings', () => {
  it.each([
    {},
    defaultSettings,
    { theme: 'dark' },
    { findingsAs: 'words' },
    ...textSizes.map((textSize) => ({ textSize })),
  ])('takes %j', (changes) => expect(accepts('saveSettings', changes)).toBe(true))

  it.each([
    null,
    { theme: 'pink' },
    { theme: null },
    { theme: undefined },
    { textSize: 79 },
    { textSize: 201 },
    { textSize: '100' },
    { textSize: Number.NaN },
    { textSize: Number.POSITIVE_INFINITY },
    { panes: { contents: true } },
    { panes: { contents: true, evidence: true, source: 'yes' } },
    { panes: { contents: true, evidence: true, source: true, chat: true } },
    { panes: undefined },
    { widths: { page: 9, evidence: 32, source: 32 } },
    { widths: { page: 81, evidence: 32, source: 32 } },
    { widths: { page: 36, evidence: 32 } },
    { widths: { page: -36, evidence: 32, source: 32 } },
    { findingsAs: 'pictures' },
    { version: 1 },
    { theme: 'dark', script: 'alert(1)' },
    ['theme', 'dark'],
  ])('refuses %o', (changes) => expect(accepts('saveSettings', changes)).toBe(false))
})

describe('saveSearches', () => {
  const searches = { recent: ['pain in:findings'], pinned: ['"vivid dreams"'] }

  it.each([searches, { recent: [], pinned: [] }])('takes %j', (good) => {
    expect(accepts('saveSearches', { bundle: 'ldn', searches: good })).toBe(true)
  })

  it.each([
    undefined,
    [],
    { recent: [] },
    { recent: [''], pinned: [] },
    { recent: ['x'.repeat(301)], pinned: [] },
    { recent: [null], pinned: [] },
    { ...searches, shared: [] },
  ])('refuses %o', (bad) => expect(accepts('saveSearches', { bundle: 'ldn', searches: bad })).toBe(false))

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts('saveSearches', { bundle, searches })).toBe(false)
  })
})

describe.each(['printPage', 'savePdf'] as const)('%s', (call) => {
  const page = { kind: 'condition', id: 'fibromyalgia' }

  it.each([page, { kind: 'handout', id: 'fm-easy' }])('takes %j', (good) => {
    expect(accepts(call, { bundle: 'ldn', page: good })).toBe(true)
  })

  it.each([
    undefined,
    null,
    'fibromyalgia',
    '/conditions/fibromyalgia',
    {},
    { kind: 'condition' },
    { id: 'fibromyalgia' },
    { kind: 'source', id: 'younger2013' },
    { kind: 'Condition', id: 'fibromyalgia' },
    { ...page, to: '/tmp/x.pdf' },
    [page],
  ])('refuses the page %j', (bad) => expect(accepts(call, { bundle: 'ldn', page: bad })).toBe(false))

  it.each(badIds)('refuses the id %j', (id) => {
    expect(accepts(call, { bundle: 'ldn', page: { kind: 'condition', id } })).toBe(false)
    expect(accepts(call, { bundle: 'ldn', page: { kind: 'handout', id } })).toBe(false)
  })

  it.each(badBundles)('refuses the bundle %j', (bundle) =>
    expect(accepts(call, { bundle, page })).toBe(false),
  )

  it('refuses to be told where to write', () => {
    expect(accepts(call, { bundle: 'ldn', page, file: '/tmp/x.pdf' })).toBe(false)
  })
})

describe('trustKey', () => {
  it.each(['bundle', 'file'])('takes the key of the %s', (from) => {
    expect(accepts('trustKey', { bundle: 'ldn', from })).toBe(true)
  })

  it.each([undefined, null, '', 'Bundle', '/home/a/evil.pub', ['bundle'], { key: 'RWQ' }])(
    'refuses the key of %j',
    (from) => expect(accepts('trustKey', { bundle: 'ldn', from })).toBe(false),
  )

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts('trustKey', { bundle, from: 'bundle' })).toBe(false)
  })

  it('refuses to be told a key, a file, or that the reader was asked', () => {
    for (const more of [{ key: 'RWQ' }, { file: '/tmp/a.pub' }, { confirmed: true }])
      expect(accepts('trustKey', { bundle: 'ldn', from: 'bundle', ...more })).toBe(false)
  })
})

describe('distrustKey', () => {
  const fingerprint = Array.from({ length: 16 }, () => '0a1f').join(' ')

  it('takes a fingerprint as it is shown', () => expect(accepts('distrustKey', { fingerprint })).toBe(true))

  it.each([
    undefined,
    null,
    '',
    fingerprint.toUpperCase(),
    fingerprint.replaceAll(' ', ''),
    `${fingerprint} 0a1f`,
    fingerprint.slice(5),
    `${fingerprint}\n`,
    [fingerprint],
  ])('refuses %j', (bad) => expect(accepts('distrustKey', { fingerprint: bad })).toBe(false))
})

describe('openOriginal', () => {
  it('takes a source by its id', () => {
    expect(accepts('openOriginal', { bundle: 'ldn', source: 'younger2013' })).toBe(true)
  })

  it.each(badIds)('refuses the source %j', (source) => {
    expect(accepts('openOriginal', { bundle: 'ldn', source })).toBe(false)
  })

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts('openOriginal', { bundle, source: 'younger2013' })).toBe(false)
  })

  it('refuses to be told an address', () => {
    expect(accepts('openOriginal', { bundle: 'ldn', source: 'a', url: 'https://a.org' })).toBe(false)
    expect(accepts('openOriginal', { url: 'https://a.org' })).toBe(false)
  })
})

describe('openResource', () => {
  it('takes a resource by its id', () => {
    expect(accepts('openResource', { bundle: 'ldn', resource: 'ldn-trust' })).toBe(true)
  })

  it.each(badIds)('refuses the resource %j', (resource) => {
    expect(accepts('openResource', { bundle: 'ldn', resource })).toBe(false)
  })

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts('openResource', { bundle, resource: 'ldn-trust' })).toBe(false)
  })

  it('refuses to be told an address', () => {
    expect(accepts('openResource', { bundle: 'ldn', resource: 'a', url: 'https://a.org' })).toBe(false)
    expect(accepts('openResource', { url: 'https://a.org' })).toBe(false)
  })
})

describe('saveReferences', () => {
  const asks = (of: unknown, format: unknown = 'ris'): boolean =>
    accepts('saveReferences', { bundle: 'ldn', of, format })

  it.each([{ kind: 'source', id: 'a' }, { kind: 'condition', id: 'a' }, { kind: 'bundle' }])(
    'takes %j in each format',
    (of) => {
      for (const format of ['ris', 'bibtex', 'csl-json']) expect(asks(of, format)).toBe(true)
    },
  )

  it.each([
    undefined,
    null,
    'bundle',
    {},
    { kind: 'claim', id: 'a' },
    { kind: 'source' },
    { kind: 'bundle', id: 'a' },
    { kind: 'bundle', file: '/tmp/x.ris' },
    [{ kind: 'bundle' }],
  ])('refuses those of %j', (of) => expect(asks(of)).toBe(false))

  it.each(badIds)('refuses the id %j', (id) => {
    expect(asks({ kind: 'source', id })).toBe(false)
    expect(asks({ kind: 'condition', id })).toBe(false)
  })

  it.each([undefined, null, '', 'RIS', 'exe', '../ris', ['ris'], 'constructor'])(
    'refuses the format %j',
    (format) =>
      expect(accepts('saveReferences', { bundle: 'ldn', of: { kind: 'bundle' }, format })).toBe(false),
  )

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts('saveReferences', { bundle, of: { kind: 'bundle' }, format: 'ris' })).toBe(false)
  })

  it('refuses to be told where to write, or what', () => {
    const good = { bundle: 'ldn', of: { kind: 'bundle' }, format: 'ris' }
    for (const more of [{ file: '/tmp/x.ris' }, { text: 'TY  - JOUR' }])
      expect(accepts('saveReferences', { ...good, ...more })).toBe(false)
  })
})

describe('copyText', () => {
  it.each(['a', '“Quote”\nline', 'x'.repeat(10_000_000)])('takes text', (text) => {
    expect(accepts('copyText', { text })).toBe(true)
  })

  it.each([undefined, null, 7, '', ['a'], new Uint8Array(3), 'x'.repeat(10_000_001)])(
    'refuses other',
    (text) => {
      expect(accepts('copyText', { text })).toBe(false)
    },
  )

  it('refuses anything that is not text beside it', () => {
    expect(accepts('copyText', { text: 'a', html: '<b>a</b>' })).toBe(false)
  })
})

describe.each(['ownCopy', 'removeCopy'] as const)('%s', (call) => {
  it('takes a source by its id', () => {
    expect(accepts(call, { bundle: 'ldn', source: 'younger2013' })).toBe(true)
  })

  it.each(badIds)('refuses the source %j', (source) => {
    expect(accepts(call, { bundle: 'ldn', source })).toBe(false)
  })

  it.each(badBundles)('refuses the bundle %j', (bundle) => {
    expect(accepts(call, { bundle, source: 'younger2013' })).toBe(false)
  })

  it('refuses to be told a file', () => {
    for (const more of [{ file: '/etc/passwd' }, { sha256: '0'.repeat(64) }])
      expect(accepts(call, { bundle: 'ldn', source: 'younger2013', ...more })).toBe(false)
  })
})

describe('sendCopyPart', () => {
  const good = { name: 'paper.pdf', part: 'first', bytes: new Uint8Array(8) }
  const takes = (change: object): boolean => accepts('sendCopyPart', { ...good, ...change })

  it.each([{}, { name: 'Ünïcode (1).PDF' }, { part: 'more' }, { bytes: Buffer.from('%PDF') }])(
    'takes %j',
    (change) => {
      expect(takes(change)).toBe(true)
    },
  )

  it.each([
    ...['', '/etc/passwd', '../a.pdf', 'a\\b.pdf', 'a\0.pdf', 'x'.repeat(256), 7].map((name) => ({ name })),
    ...[new Uint8Array(0), [1, 2], 'JVBERi0=', { length: 3 }, new ArrayBuffer(3), null].map((bytes) => ({
      bytes,
    })),
    { bytes: { byteLength: 3, length: largestCopyPart + 1 } },
    ...['last', '', 1, null].map((part) => ({ part })),
    { path: '/home/a/paper.pdf' },
    { sha256: '0'.repeat(64) },
  ])('refuses %j', (change) => expect(takes(change)).toBe(false))

  it('refuses what would hold up the window', () => {
    expect(takes({ bytes: new Uint8Array(largestCopyPart) })).toBe(true)
    expect(takes({ bytes: new Uint8Array(largestCopyPart + 1) })).toBe(false)
  })
})

describe('attachCopy', () => {
  const good = { bundle: 'ldn', source: 'younger2013', name: 'paper.pdf' }
  const takes = (change: object): boolean => accepts('attachCopy', { ...good, ...change })

  it.each([{}, { name: 'Ünïcode (1).PDF' }])('takes %j', (change) => {
    expect(takes(change)).toBe(true)
  })

  it.each([
    ...['', '/etc/passwd', '../a.pdf', 'a\\b.pdf', 'a\0.pdf', 'x'.repeat(256), 7].map((name) => ({ name })),
    { bytes: new Uint8Array(8) },
    { path: '/home/a/paper.pdf' },
    { sha256: '0'.repeat(64) },
  ])('refuses %j', (change) => expect(takes(change)).toBe(false))

  it.each(badIds)('refuses the source %j', (source) => expect(takes({ source })).toBe(false))
  it.each(badBundles)('refuses the bundle %j', (bundle) => expect(takes({ bundle })).toBe(false))
})

describe('listCopies', () => {
  it('takes a bundle', () => expect(accepts('listCopies', { bundle: 'ldn' })).toBe(true))
  it.each(badBundles)('refuses the bundle %j', (bundle) =>
    expect(accepts('listCopies', { bundle })).toBe(false),
  )
})

const badHashes = [
  '',
  'a'.repeat(63),
  'A'.repeat(64),
  `../${'a'.repeat(61)}`,
  `${'a'.repeat(64)}.pdf`,
  null,
  7,
]

describe('sendIndexPart', () => {
  const good = { sha256: 'a'.repeat(64), part: 'first', bytes: new Uint8Array(8) }
  const takes = (change: object): boolean => accepts('sendIndexPart', { ...good, ...change })

  it.each([{}, { part: 'more' }])('takes %j', (change) => expect(takes(change)).toBe(true))

  it.each(badHashes)('refuses the copy %j', (sha256) => expect(takes({ sha256 })).toBe(false))

  it.each([
    ...[new Uint8Array(0), [1, 2], 'LECTSHRD', { length: 3 }, new ArrayBuffer(3), null].map((bytes) => ({
      bytes,
    })),
    ...['last', '', 1, null].map((part) => ({ part })),
    { path: '/home/a/x.shard' },
  ])('refuses %j', (change) => expect(takes(change)).toBe(false))

  it('refuses what would hold up the window', () => {
    expect(takes({ bytes: new Uint8Array(largestCopyPart) })).toBe(true)
    expect(takes({ bytes: new Uint8Array(largestCopyPart + 1) })).toBe(false)
  })
})

describe('keepCopyIndex', () => {
  const good = { sha256: 'a'.repeat(64), unread: [] }
  const takes = (change: object): boolean => accepts('keepCopyIndex', { ...good, ...change })

  it.each([0, 1, 2, mostUnread])('takes a copy that lacks so many pages: %i', (count) =>
    expect(takes({ unread: Array.from({ length: count }, (_page, index) => index + 1) })).toBe(true),
  )

  it.each(badHashes)('refuses the copy %j', (sha256) => expect(takes({ sha256 })).toBe(false))

  it.each([
    ...[null, '3', [0], [-1], [1.5], ['3'], Array.from({ length: mostUnread + 1 }, () => 1)].map(
      (unread) => ({ unread }),
    ),
    { index: new Uint8Array(8) },
    { path: '/home/a/x.shard' },
  ])('refuses %j', (change) => expect(takes(change)).toBe(false))
})

describe('noteCopyText', () => {
  const sha256 = 'a'.repeat(64)

  it.each(['waiting', 'stopped', 'locked', 'no words', 'unreadable', 'too long'])('takes %j', (text) =>
    expect(accepts('noteCopyText', { sha256, text })).toBe(true),
  )

  // That it was read says only who keeps the index.
  it.each(['read', '', 'gone', null, 7])('refuses %j', (text) =>
    expect(accepts('noteCopyText', { sha256, text })).toBe(false),
  )

  it.each(badHashes)('refuses the copy %j', (hash) =>
    expect(accepts('noteCopyText', { sha256: hash, text: 'stopped' })).toBe(false),
  )
})
