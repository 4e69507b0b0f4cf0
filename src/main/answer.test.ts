import { describe, expect, it, vi } from 'vitest'
import { FlawError } from '../bundle'
import { calls, type Call, type Session } from '../shared/contract'
import { FailureError } from '../shared/failure'
import { defaultSettings } from '../shared/settings'
import { answer, toFailure, type Handlers } from './answer'

const session: Session = {
  bundle: null,
  file: null,
  failure: null,
  location: null,
  settings: defaultSettings,
  signature: { is: 'none' },
  signedBefore: null,
  preview: null,
  notices: [],
}

const copy = {
  ...{ sha256: '0'.repeat(64), name: 'a.pdf', bytes: 3, added: '2026-11-22', isThere: true },
  text: 'waiting' as const,
  unread: [],
}

/** Handlers that answer, each of them a spy; `change` puts others in their place. */
const handlers = (change: Partial<Handlers> = {}): Handlers => ({
  getSession: vi.fn(() => session),
  chooseBundle: vi.fn(() => null),
  openDefaultBundle: vi.fn(() => Promise.resolve(session)),
  listBundles: vi.fn(() => []),
  openKnownBundle: vi.fn(() => session),
  forgetBundle: vi.fn(() => []),
  listTrustedKeys: vi.fn(() => []),
  trustKey: vi.fn(() => null),
  distrustKey: vi.fn(() => null),
  rememberLocation: vi.fn(() => null),
  saveSettings: vi.fn(() => defaultSettings),
  getSearches: vi.fn(() => ({ recent: [], pinned: [] })),
  saveSearches: vi.fn(() => null),
  printPage: vi.fn(() => ({ printed: true })),
  savePdf: vi.fn(() => ({ saved: 'fibromyalgia.pdf' })),
  openOriginal: vi.fn(() => ({ opened: false })),
  openResource: vi.fn(() => ({ opened: false })),
  saveReferences: vi.fn(() => ({ saved: null })),
  copyText: vi.fn(() => null),
  ownCopy: vi.fn(() => null),
  sendCopyPart: vi.fn(() => null),
  attachCopy: vi.fn(() => copy),
  listCopies: vi.fn(() => []),
  sendIndexPart: vi.fn(() => null),
  keepCopyIndex: vi.fn(() => ({ kept: true })),
  noteCopyText: vi.fn(() => null),
  removeCopy: vi.fn(() => ({ removed: true })),
  ...change,
})
/** What the window of the desk is answered. */
const ask = <C extends Call>(call: C, raw: unknown, own: Handlers): ReturnType<typeof answer<C>> =>
  answer(call, raw, own, 'desk')

const good = {
  getSession: null,
  chooseBundle: null,
  openDefaultBundle: null,
  listBundles: null,
  openKnownBundle: { bundle: 'ldn' },
  forgetBundle: { bundle: 'ldn' },
  listTrustedKeys: null,
  trustKey: { bundle: 'ldn', from: 'bundle' },
  distrustKey: { fingerprint: Array(16).fill('0a1f').join(' ') },
  rememberLocation: { bundle: 'ldn', location: '/claims' },
  saveSettings: { theme: 'dark' },
  getSearches: null,
  saveSearches: { bundle: 'ldn', searches: { recent: ['pain'], pinned: [] } },
  printPage: { bundle: 'ldn', page: { kind: 'condition', id: 'fibromyalgia' } },
  savePdf: { bundle: 'ldn', page: { kind: 'handout', id: 'fm-easy' } },
  openOriginal: { bundle: 'ldn', source: 'younger2013' },
  openResource: { bundle: 'ldn', resource: 'ldn-trust' },
  saveReferences: { bundle: 'ldn', of: { kind: 'bundle' }, format: 'ris' },
  copyText: { text: 'Younger J.' },
  ownCopy: { bundle: 'ldn', source: 'younger2013' },
  sendCopyPart: { name: 'a.pdf', part: 'first', bytes: new Uint8Array(3) },
  attachCopy: { bundle: 'ldn', source: 'younger2013', name: 'a.pdf' },
  listCopies: { bundle: 'ldn' },
  sendIndexPart: { sha256: 'a'.repeat(64), part: 'first', bytes: new Uint8Array(3) },
  keepCopyIndex: { sha256: 'a'.repeat(64), unread: [3] },
  noteCopyText: { sha256: 'a'.repeat(64), text: 'stopped' },
  removeCopy: { bundle: 'ldn', source: 'younger2013' },
} as const

const throws = (error: unknown) => () => {
  throw error
}

describe.each(calls)('%s', (call) => {
  it('hands a good request to its handler and the reply back as a value', async () => {
    const own = handlers()
    expect(await ask(call, good[call], own)).toMatchObject({ ok: true })
    expect(own[call]).toHaveBeenCalledExactlyOnceWith(good[call], 'desk')
    for (const other of calls) if (other !== call) expect(own[other]).not.toHaveBeenCalled()
  })

  it.each([undefined, 3, 'x', [], [good[call]], { more: 1 }, { ...good[call], more: 1 }])(
    'refuses %j, says which call it was, and never asks the handler',
    async (request) => {
      const own = handlers()
      expect(await ask(call, request, own)).toMatchObject({
        ok: false,
        failure: { code: 'REFUSED', at: call, detail: expect.any(String) },
      })
      expect(own[call]).not.toHaveBeenCalled()
    },
  )

  it('makes a value of whatever its handler throws', async () => {
    const own = handlers({ [call]: throws(new TypeError('x is not a function')) })
    expect(await ask(call, good[call], own)).toEqual({
      ok: false,
      failure: { code: 'UNEXPECTED', at: call, detail: 'x is not a function' },
    })
  })
})

describe('an answer', () => {
  it('waits for a handler that takes its time', async () => {
    expect(await ask('openDefaultBundle', null, handlers())).toEqual({ ok: true, value: session })
  })

  it('is a value even when a handler rejects later', async () => {
    const own = handlers({ openDefaultBundle: () => Promise.reject(new Error('later')) })
    expect(await ask('openDefaultBundle', null, own)).toMatchObject({
      ok: false,
      failure: { detail: 'later' },
    })
  })

  it('keeps the code, place and detail of a failure and of a flaw', async () => {
    const failure = { code: 'CANNOT_SAVE', at: 'x.pdf', detail: 'ENOSPC' } as const
    const flaw = { code: 'WRONG_HASH', at: 'claims.json' } as const
    for (const [error, kept] of [
      [new FailureError(failure), failure],
      [new FlawError(flaw), flaw],
    ] as const) {
      expect(await ask('getSession', null, handlers({ getSession: throws(error) }))).toEqual({
        ok: false,
        failure: kept,
      })
    }
  })

  it('can always cross between the processes', async () => {
    for (const error of [
      new Error('x'),
      'text',
      null,
      undefined,
      Symbol('x'),
      { code: 'MADE_UP' },
      () => null,
    ]) {
      const said = await ask('getSession', null, handlers({ getSession: throws(error) }))
      expect(structuredClone(said)).toMatchObject({ ok: false, failure: { code: 'UNEXPECTED' } })
    }
  })

  it('lets nobody name a code that is not in the list', () => {
    expect(toFailure({ failure: { code: 'MADE_UP' } }, 'here')).toEqual({
      code: 'UNEXPECTED',
      at: 'here',
      detail: '[object Object]',
    })
  })
})
