// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { bundleIdSchema, type BundleInfo } from '../../bundle'
import { info } from '../../bundle/test-content'
import { find } from '../../search'
import { loaded, ofKind } from '../../search/test-rows'
import { defaultSettings } from '../../shared/settings'
import type { Narrowing } from '../search/messages'
import type { SearchListener } from '../search/search-client'
import { useSession } from '../stores/session'
import { useShelf } from '../stores/shelf'
import { useFinding } from './finding-store'

/* Main lists the open bundle and what a test puts on the shelf. */
const { shelf } = vi.hoisted(() => {
  const shelf: unknown[] = []
  vi.stubGlobal('lectern', {
    saveSettings: vi.fn(),
    listBundles: () => Promise.resolve({ ok: true, value: [...shelf] }),
  })
  return { shelf }
})

const asked = vi.hoisted(() => ({
  questions: [] as { text: string; narrowing: Narrowing }[],
  clients: 0,
  open: [] as string[],
  listener: null as SearchListener | null,
}))
vi.mock('../search/search-client', () => ({
  SearchClient: class {
    constructor(listener: SearchListener) {
      asked.clients++
      asked.open = []
      asked.listener = listener
    }
    open({ id }: BundleInfo) {
      asked.open.push(id)
    }
    leave(id: string) {
      asked.open.push(`not ${id}`)
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
const open = (id = 'ldn'): void =>
  void useSession().take({
    ...{ bundle: info({ id }), file: null, failure: null, location: null, settings: defaultSettings },
    ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [] },
  })

beforeEach(() => {
  Object.assign(asked, { questions: [], clients: 0, open: [], listener: null })
  shelf.length = 0
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
    const filters = { bundle: ['ldn'] } // another bundle may have a page of that name
    expect(asked.questions).toEqual([
      { text: 'pain ', narrowing: { limit: 60, names: true, excerpts: 'listed', page, filters } },
    ])
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
    expect(asked.questions.at(-1)?.narrowing).toMatchObject({ limit: 240, excerpts: 'all' })
    finding.query = 'pain 1'
    await nextTick()
    expect(asked.questions.at(-1)?.narrowing).toMatchObject({ limit: 60, excerpts: 'listed' })
    expect(finding.opened.size).toBe(0)
  })

  it('asks for the words around all hits when a kind is opened of which all were handed out', async () => {
    const finding = useFinding()
    finding.query = 'pain 12 '
    await nextTick()
    answer()
    finding.open('finding')
    await nextTick()
    expect(asked.questions.map(({ narrowing: { limit, excerpts } }) => [limit, excerpts])).toEqual([
      [60, 'listed'],
      [60, 'all'],
    ])
  })

  it('asks again without other names, and forgets nothing else', async () => {
    const finding = useFinding()
    finding.query = 'pain'
    finding.names = false
    await nextTick()
    expect(asked.questions).toEqual([
      { text: 'pain', narrowing: { limit: 60, names: false, excerpts: 'listed' } },
    ])
  })

  it('says why it failed, has no answer, and tries again when asked again', async () => {
    const finding = useFinding()
    finding.query = 'pain'
    await nextTick()
    asked.listener?.failed({ code: 'NO_INDEX' }, null)
    expect([finding.failure?.code, finding.answer]).toEqual(['NO_INDEX', null])
    finding.start()
    expect([asked.clients, finding.failure]).toEqual([2, null])
  })

  it('goes on when another bundle is opened, which is searched too then', async () => {
    const finding = useFinding()
    finding.keep('pain')
    await nextTick()
    answer()
    open('other')
    await nextTick()
    expect([finding.kept, finding.answer?.query]).toEqual(['pain', 'pain'])
    expect(asked.open).toEqual(['ldn', 'not ldn', 'other'])
  })
})

describe('the bundles that are searched', () => {
  const beside = (id: string) => ({
    id,
    file: `${id}.lectern`,
    is: 'beside',
    bundle: info({ id, title: id }),
  })
  const started = async () => {
    const finding = useFinding()
    finding.start()
    await new Promise((done) => setTimeout(done))
    return finding
  }

  it('are the open one, and then those beside it, each read once', async () => {
    shelf.push({ ...beside('ldn'), is: 'on the desk' }, beside('crohns'))
    const finding = await started()
    expect(asked.open).toEqual(['ldn', 'crohns'])
    expect([finding.searchedIn.length, finding.unsearched]).toEqual([2, []])
    shelf.reverse()
    shelf.splice(0, 2, { ...beside('crohns'), is: 'on the desk' }, beside('ldn'))
    useSession().take({
      ...{ bundle: info({ id: 'crohns', title: 'crohns' }), file: null, failure: null, location: null },
      ...{
        settings: defaultSettings,
        signature: { is: 'none' },
        signedBefore: null,
        preview: null,
        notices: [],
      },
    })
    await new Promise((done) => setTimeout(done))
    expect(asked.open.filter((id) => id === 'crohns')).toHaveLength(1)
  })

  it('are not those that cannot be read, nor those whose signer is doubted, and that is said', async () => {
    shelf.push({ id: 'usb', file: 'usb.lectern', is: 'failed', failure: { code: 'CANNOT_READ' } })
    shelf.push({ ...beside('crohns'), is: 'doubted' })
    const finding = await started()
    expect(asked.open).toEqual(['ldn'])
    expect(finding.unsearched).toEqual(['usb.lectern', 'crohns'])
  })

  it('go on without one whose index is damaged; without that of the open one there is no search', async () => {
    shelf.push(beside('crohns'))
    const finding = await started()
    asked.listener?.failed({ code: 'NO_INDEX' }, bundleIdSchema.parse('crohns'))
    expect([finding.failure, finding.unsearched, finding.searchedIn.length]).toEqual([null, ['crohns'], 1])
    asked.listener?.failed({ code: 'NO_INDEX' }, bundleIdSchema.parse('ldn'))
    expect(finding.failure?.code).toBe('NO_INDEX')
  })

  it('no longer have one that was taken off the shelf', async () => {
    shelf.push(beside('crohns'))
    await started()
    shelf.length = 0
    await useShelf().read()
    await nextTick()
    expect(asked.open).toEqual(['ldn', 'crohns', 'not crohns'])
  })
})
