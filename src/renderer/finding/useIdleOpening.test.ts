// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import type { BundleInfo } from '../../bundle'
import { info } from '../../bundle/test-content'
import { defaultSettings } from '../../shared/settings'
import { useSession } from '../stores/session'
import { useIdleOpening } from './useIdleOpening'

vi.hoisted(() =>
  vi.stubGlobal('lectern', {
    saveSettings: vi.fn(),
    listBundles: () => Promise.resolve({ ok: true, value: [] }),
    listCopies: () => Promise.resolve({ ok: true, value: [] }),
  }),
)

const opened = vi.hoisted(() => ({ clients: 0, bundles: [] as string[] }))
vi.mock('../search/search-client', () => ({
  SearchClient: class {
    constructor() {
      opened.clients++
    }
    open({ id }: BundleInfo) {
      opened.bundles.push(id)
    }
    leave(id: string) {
      opened.bundles.push(`not ${id}`)
    }
    setCopies() {}
    cancel() {}
    close() {}
  },
}))

/** What waits for the window to be idle, by its number. */
const waiting = new Map<number, () => void>()
vi.stubGlobal('requestIdleCallback', (call: () => void) => {
  waiting.set(waiting.size + 1, call)
  return waiting.size
})
vi.stubGlobal('cancelIdleCallback', (number: number) => waiting.delete(number))

const take = (changes: object = {}): void =>
  void useSession().take({
    ...{ bundle: info(), file: null, failure: null, location: null, settings: defaultSettings },
    ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [], ...changes },
  })
const paint = async (isReady: boolean): Promise<void> => {
  document.documentElement.dataset['ready'] = String(isReady)
  await new Promise((done) => setTimeout(done))
}
const idle = (): void => {
  for (const call of waiting.values()) call()
  waiting.clear()
}
const begin = () => {
  const scope = effectScope()
  scope.run(useIdleOpening)
  return scope
}

beforeEach(async () => {
  Object.assign(opened, { clients: 0, bundles: [] })
  waiting.clear()
  setActivePinia(createPinia())
  await paint(false)
})

describe('the index', () => {
  it('is not opened before the page is painted, nor before the window is idle', async () => {
    take()
    begin()
    await nextTick()
    idle()
    expect(opened.clients).toBe(0)
    await paint(true)
    expect(opened.clients).toBe(0)
    idle()
    expect(opened.clients).toBe(1)
  })

  it('is not opened where there is no bundle', async () => {
    begin()
    await paint(true)
    idle()
    expect(opened.clients).toBe(0)
  })

  it('is opened once, however often the page is painted', async () => {
    take()
    begin()
    for (const isReady of [true, false, true]) await paint(isReady)
    idle()
    expect(opened.clients).toBe(1)
  })

  it('of a bundle that was closed meanwhile is not opened', async () => {
    take()
    begin()
    await paint(true)
    take({ bundle: null })
    await nextTick()
    idle()
    expect(opened.clients).toBe(0)
  })

  it('of another bundle is opened in its place', async () => {
    take()
    begin()
    await paint(true)
    idle()
    take({ bundle: info({ id: 'other' as never }) })
    await nextTick()
    idle()
    expect(opened).toEqual({ clients: 1, bundles: ['ldn', 'not ldn', 'other'] })
  })

  it('is not opened when the field is gone', async () => {
    take()
    begin().stop()
    await paint(true)
    idle()
    expect(opened.clients).toBe(0)
  })
})
