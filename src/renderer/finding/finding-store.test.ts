// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { info } from '../../bundle/test-content'
import { find } from '../../search'
import { loaded, ofKind } from '../../search/test-rows'
import { defaultSettings } from '../../shared/settings'
import type { Narrowing } from '../search/messages'
import type { SearchListener } from '../search/search-client'
import { useSession } from '../stores/session'
import { useFinding } from './finding-store'

vi.hoisted(() => vi.stubGlobal('lectern', { saveSettings: vi.fn() }))

const asked = vi.hoisted(() => ({
  questions: [] as { text: string; narrowing: Narrowing }[],
  clients: 0,
  listener: null as SearchListener | null,
}))
vi.mock('../search/search-client', () => ({
  SearchClient: class {
    constructor(_bundle: unknown, listener: SearchListener) {
      asked.clients++
      asked.listener = listener
    }
    find(text: string, narrowing: Narrowing) {
      asked.questions.push({ text, narrowing })
    }
    cancel() {}
    setCopies() {}
    close() {}
  },
}))

const shard = loaded(Array.from({ length: 90 }, (_, n) => ofKind('finding', `f${n}`, `pain ${n}`)))
const answer = (): void => {
  const last = asked.questions.at(-1)
  if (last !== undefined) asked.listener?.found(last.text, find([shard], last.text, last.narrowing), 1, false)
}
const open = (): void =>
  void useSession().take({
    ...{ bundle: info(), file: null, failure: null, location: null, settings: defaultSettings },
    ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [] },
  })

beforeEach(() => {
  Object.assign(asked, { questions: [], clients: 0, listener: null })
  setActivePinia(createPinia())
  open()
})

describe('the search of the window', () => {
  it('starts nothing until something is asked', async () => {
    const finding = useFinding()
    finding.query = 'page:claims'
    await nextTick()
    expect([asked.clients, asked.questions]).toEqual([0, []])
  })

  it('does not take an empty part of the index for an answer', async () => {
    const finding = useFinding()
    finding.query = 'pain'
    await nextTick()
    asked.listener?.found('pain', find([], 'pain'), 1, true)
    expect(finding.answer).toBeNull()
    asked.listener?.found('pain', find([], 'pain'), 1, false)
    expect(finding.answer?.found.total).toBe(0)
  })

  it('asks without the page, and for that page', async () => {
    useFinding().query = 'pain page:conditions/fm'
    await nextTick()
    const page = { kind: 'condition', id: 'fm' }
    expect(asked.questions).toEqual([{ text: 'pain ', narrowing: { limit: 60, names: true, page } }])
  })

  it('says of an answer what was asked for it, also when the reader has typed on', async () => {
    const finding = useFinding()
    finding.query = 'pain'
    await nextTick()
    finding.query = 'pain 1'
    answer()
    expect(finding.answer?.query).toBe('pain')
  })

  it('asks for more when a kind is opened of which not all were handed out, and for less with the next query', async () => {
    const finding = useFinding()
    finding.query = 'pain '
    await nextTick()
    answer()
    finding.open('finding')
    await nextTick()
    expect(asked.questions.at(-1)?.narrowing.limit).toBe(240)
    finding.query = 'pain 1'
    await nextTick()
    expect(asked.questions.at(-1)?.narrowing.limit).toBe(60)
    expect(finding.opened.size).toBe(0)
  })

  it('asks again without other names, and forgets nothing else', async () => {
    const finding = useFinding()
    finding.query = 'pain'
    finding.names = false
    await nextTick()
    expect(asked.questions).toEqual([{ text: 'pain', narrowing: { limit: 60, names: false } }])
  })

  it('says why it failed, has no answer, and tries again when asked again', async () => {
    const finding = useFinding()
    finding.query = 'pain'
    await nextTick()
    asked.listener?.failed({ code: 'NO_INDEX' })
    expect([finding.failure?.code, finding.answer]).toEqual(['NO_INDEX', null])
    finding.start()
    expect([asked.clients, finding.failure]).toEqual([2, null])
  })

  it('lets go of everything when another bundle is opened', async () => {
    const finding = useFinding()
    finding.keep('pain')
    await nextTick()
    answer()
    open()
    await nextTick()
    expect([finding.kept, finding.query, finding.answer]).toEqual(['', '', null])
  })
})
