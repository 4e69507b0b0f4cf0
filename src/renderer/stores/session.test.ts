// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { info } from '../../bundle/test-content'
import type { Session } from '../../shared/contract'
import type { Failure } from '../../shared/failure'
import { defaultSettings } from '../../shared/settings'
import { useSession } from './session'
import { useSettings } from './settings'

/* `window.lectern` must be there before the bridge is read. */
const lectern = vi.hoisted(() => {
  const app = { getSession: vi.fn(), saveSettings: vi.fn() }
  vi.stubGlobal('lectern', app)
  return app
})

const said = (change: Partial<Session> = {}): Session => ({
  bundle: info(),
  file: 'ldn.lectern',
  failure: null,
  location: null,
  settings: defaultSettings,
  signature: { is: 'none' },
  signedBefore: null,
  preview: null,
  notices: [],
  ...change,
})
const readOnly: Failure = { code: 'STATE_READ_ONLY' }
const gone: Failure = { code: 'NO_SUCH_BUNDLE', at: 'gone' }

beforeEach(() => setActivePinia(createPinia()))

describe('the start of a window', () => {
  it('shows what main says, and names the path to show', async () => {
    const settings = { ...defaultSettings, theme: 'dark' } as const
    lectern.getSession.mockResolvedValue({
      ok: true,
      value: said({ location: '/claims', settings, notices: [readOnly] }),
    })
    const session = useSession()
    expect(await session.start()).toBe('/claims')
    expect([session.bundle?.id, session.file, session.failure]).toEqual(['ldn', 'ldn.lectern', null])
    expect(session.notices).toEqual([readOnly])
    expect(useSettings().current.theme).toBe('dark')
    expect(lectern.getSession).toHaveBeenCalledExactlyOnceWith(null)
  })

  it('that main refuses shows why, and nothing else', async () => {
    lectern.getSession.mockResolvedValue({ ok: false, failure: { code: 'UNEXPECTED' } })
    const session = useSession()
    expect(await session.start()).toBeNull()
    expect([session.bundle, session.file, session.failure]).toEqual([null, null, { code: 'UNEXPECTED' }])
  })

  it('is empty before main has said anything', () => {
    const session = useSession()
    expect([session.bundle, session.failure, session.notices, session.announcement]).toEqual([
      null,
      null,
      [],
      '',
    ])
  })
})

describe('another session', () => {
  it('takes the place of the one before, but keeps its notices', () => {
    const session = useSession()
    session.take(said({ notices: [readOnly] }))
    session.take(said({ bundle: info({ id: 'crohns' }), failure: null, notices: [gone] }))
    expect(session.bundle?.id).toBe('crohns')
    expect(session.notices).toEqual([readOnly, gone])
  })

  it('with a failure keeps the bundle that is open, until the failure is put away', () => {
    const session = useSession()
    session.take(said({ failure: { code: 'DAMAGED', at: 'x.lectern' } }))
    expect(session.failure).toEqual({ code: 'DAMAGED', at: 'x.lectern' })
    session.clearFailure()
    expect([session.failure, session.bundle?.id]).toEqual([null, 'ldn'])
  })
})

describe('a notice', () => {
  it('is shown once, however often it is told', () => {
    const session = useSession()
    for (const notice of [readOnly, gone, { ...readOnly }]) session.tell(notice)
    expect(session.notices).toEqual([gone, readOnly])
  })

  it('of another place is another notice', () => {
    const session = useSession()
    session.tell(gone)
    session.tell({ ...gone, at: 'other' })
    expect(session.notices).toHaveLength(2)
  })

  it('can be put away, and the others stay', () => {
    const session = useSession()
    session.tell(readOnly)
    session.tell(gone)
    session.dismiss(readOnly)
    expect(session.notices).toEqual([gone])
  })

  it('is what becomes of a failed outcome; a good one is its value', () => {
    const session = useSession()
    expect(session.valueOf({ ok: true, value: 7 })).toBe(7)
    expect(session.valueOf({ ok: true, value: null })).toBeNull()
    expect(session.notices).toEqual([])
    expect(session.valueOf({ ok: false, failure: gone })).toBeNull()
    expect(session.notices).toEqual([gone])
  })
})
