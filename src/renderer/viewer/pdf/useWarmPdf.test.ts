// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, reactive } from 'vue'
import { info } from '../../../bundle/test-content'
import { defaultSettings } from '../../../shared/settings'
import { useSession } from '../../stores/session'
import { useWarmPdf } from './useWarmPdf'

vi.hoisted(() => vi.stubGlobal('lectern', {}))
const loadPdfLibrary = vi.hoisted(() => vi.fn(() => Promise.resolve()))
vi.mock('./pdf-library', () => ({ loadPdfLibrary }))
vi.mock('./PdfView.vue', () => ({ default: {} }))
const route = reactive({ name: 'condition' })
vi.mock('vue-router', () => ({ useRoute: () => route }))

const waiting = new Set<() => void>()
vi.stubGlobal('requestIdleCallback', (call: () => void) => {
  waiting.add(call)
  return 1
})
vi.stubGlobal('cancelIdleCallback', () => waiting.clear())

const begin = (pdfs: number): void => {
  const bundle = { ...info(), counts: { ...info().counts, pdfs } }
  useSession().take({
    ...{ bundle, file: null, failure: null, location: null, settings: defaultSettings },
    ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [] },
  })
  effectScope().run(useWarmPdf)
}
/** Lets the page be painted, time pass, and the window be idle. */
async function settle(time = 10_000): Promise<void> {
  document.documentElement.dataset['ready'] = 'true'
  await vi.advanceTimersByTimeAsync(time)
  for (const call of waiting) call()
  waiting.clear()
  await vi.dynamicImportSettled()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.clearAllMocks()
  waiting.clear()
  route.name = 'condition'
  document.documentElement.dataset['ready'] = 'false'
  setActivePinia(createPinia())
})
afterEach(() => vi.useRealTimers())

it('makes ready for PDFs where the bundle holds some, once', async () => {
  begin(3)
  await settle()
  await settle()
  expect(loadPdfLibrary).toHaveBeenCalledOnce()
})

it('reads nothing where the bundle holds none', async () => {
  begin(0)
  await settle()
  expect(loadPdfLibrary).not.toHaveBeenCalled()
})

it('reads nothing for a page that is laid out for paper', async () => {
  route.name = 'paper'
  begin(3)
  await settle()
  expect(loadPdfLibrary).not.toHaveBeenCalled()
})

it('waits until the page has been there for a while', async () => {
  begin(3)
  await nextTick()
  await settle(100)
  expect(loadPdfLibrary).not.toHaveBeenCalled()
})
