// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { info } from '../../bundle/test-content'
import { mostRecent } from '../../shared/searches'
import { defaultSettings } from '../../shared/settings'
import { useSession } from '../stores/session'
import { useRememberedSearches } from './remembered-searches'

const lectern = vi.hoisted(() => {
  const app = { getSearches: vi.fn(), saveSearches: vi.fn(), saveSettings: vi.fn() }
  vi.stubGlobal('lectern', app)
  return app
})

beforeEach(() => {
  setActivePinia(createPinia())
  lectern.getSearches
    .mockReset()
    .mockResolvedValue({ ok: true, value: { recent: ['pain'], pinned: ['dose'] } })
  lectern.saveSearches.mockReset().mockResolvedValue({ ok: true, value: null })
})

async function opened() {
  useSession().take({
    ...{ bundle: info(), file: null, failure: null, location: null, settings: defaultSettings },
    ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [] },
  })
  const searches = useRememberedSearches()
  await vi.waitFor(() => expect(searches.recent).toEqual(['pain']))
  return searches
}
const saved = (): unknown => lectern.saveSearches.mock.calls.at(-1)?.[0].searches

describe('remembered searches', () => {
  it('come from main', async () => {
    const searches = await opened()
    expect(searches.pinned).toEqual(['dose'])
    expect(lectern.saveSearches).not.toHaveBeenCalled()
  })

  it('put the latest first, each once, and not more than are kept', async () => {
    const searches = await opened()
    for (let n = 0; n < 20; n++) searches.add(`query ${n}`)
    searches.add(' query 15 ')
    expect(searches.recent).toHaveLength(mostRecent)
    expect(searches.recent.slice(0, 2)).toEqual(['query 15', 'query 19'])
    expect(saved()).toEqual({ recent: searches.recent, pinned: ['dose'] })
  })

  it.each(['', '  ', 'x'.repeat(301), 'dose'])('do not list %j', async (query) => {
    const searches = await opened()
    searches.add(query)
    await nextTick()
    expect(searches.recent).toEqual(['pain'])
    expect(lectern.saveSearches).not.toHaveBeenCalled()
  })

  it('move from recent to pinned and back', async () => {
    const searches = await opened()
    searches.togglePin('pain')
    expect(saved()).toEqual({ recent: [], pinned: ['pain', 'dose'] })
    searches.togglePin('dose')
    expect(saved()).toEqual({ recent: ['dose'], pinned: ['pain'] })
  })

  it('can be forgotten, but for the pinned ones', async () => {
    const searches = await opened()
    searches.forget()
    expect(saved()).toEqual({ recent: [], pinned: ['dose'] })
  })

  it('that cannot be read are none, and the reader is told', async () => {
    lectern.getSearches.mockResolvedValue({ ok: false, failure: { code: 'REFUSED' } })
    useSession().take({
      ...{ bundle: info(), file: null, failure: null, location: null, settings: defaultSettings },
      ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [] },
    })
    const searches = useRememberedSearches()
    await vi.waitFor(() => expect(useSession().notices).toHaveLength(1))
    expect(searches.recent).toEqual([])
  })
})
