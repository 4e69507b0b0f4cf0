// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { info } from '../../bundle/test-content'
import type { CopyText, ListedCopy, OwnCopy } from '../../shared/contract'
import { defaultSettings } from '../../shared/settings'
import { useSession } from '../stores/session'
import { useCopyTexts } from './copy-texts'
import type { CopyReading } from './read-copy'

const app = vi.hoisted(() => ({
  listBundles: vi.fn(),
  listCopies: vi.fn(),
  sendIndexPart: vi.fn(),
  keepCopyIndex: vi.fn(),
  noteCopyText: vi.fn(),
}))
vi.hoisted(() => vi.stubGlobal('lectern', app))
vi.mock('../composables/painted', () => ({
  painted: () => Promise.resolve(),
  painting: () => () => undefined,
}))
const readCopy = vi.hoisted(() => vi.fn<(copy: OwnCopy) => Promise<CopyReading>>())
vi.mock('./read-copy', () => ({ readCopy }))

const hash = 'a'.repeat(64)
const index = new Uint8Array(3)
/** What main keeps, as far as the store sees it. */
let text: CopyText = 'waiting'
let unread: readonly number[] = []
let isThere = true

const listedCopy = (): ListedCopy =>
  ({
    ...{ source: 'younger2013', label: 'Younger 2013' },
    copy: { sha256: hash, name: 'paper.pdf', bytes: 9, added: '2026-11-22', isThere, text, unread },
  }) as ListedCopy
const searchable = (): unknown[] => [...useCopyTexts().searchable.values()].flat()
const settled = () => new Promise((done) => setTimeout(done, 20))

/** Begins the store with a bundle on the desk, and waits until it has read what it reads. */
async function begin(): Promise<ReturnType<typeof useCopyTexts>> {
  useSession().take({
    ...{ bundle: info(), file: null, failure: null, location: null, settings: defaultSettings },
    ...{ signature: { is: 'none' }, signedBefore: null, preview: null, notices: [] },
  })
  const texts = useCopyTexts()
  await settled()
  return texts
}

beforeEach(() => {
  vi.clearAllMocks()
  setActivePinia(createPinia())
  ;[text, unread, isThere] = ['waiting', [], true]
  app.listBundles.mockResolvedValue({ ok: true, value: [] })
  app.listCopies.mockImplementation(() => Promise.resolve({ ok: true, value: [listedCopy()] }))
  app.sendIndexPart.mockResolvedValue({ ok: true, value: null })
  app.keepCopyIndex.mockImplementation((kept: { unread: readonly number[] }) => {
    ;[text, unread] = ['read', kept.unread]
    return Promise.resolve({ ok: true, value: { kept: true } })
  })
  app.noteCopyText.mockImplementation((noted: { text: CopyText }) => {
    text = noted.text
    return Promise.resolve({ ok: true, value: null })
  })
  readCopy.mockResolvedValue({ is: 'read', index, unread: [] })
})

describe('a copy that waits', () => {
  it('is read once, its index kept, and can then be searched', async () => {
    await begin()
    expect(readCopy).toHaveBeenCalledOnce()
    expect(app.sendIndexPart).toHaveBeenCalledExactlyOnceWith({ sha256: hash, part: 'first', bytes: index })
    expect(app.keepCopyIndex).toHaveBeenCalledExactlyOnceWith({ sha256: hash, unread: [] })
    expect(searchable()).toEqual([
      {
        sha256: hash,
        source: 'younger2013',
        label: 'Younger 2013',
        where: 'Page {page} of your copy, paper.pdf',
      },
    ])
  })

  it('of which some pages could not be read is searched all the same, and which they are is said', async () => {
    readCopy.mockResolvedValue({ is: 'read', index, unread: [3, 7] })
    const texts = await begin()
    expect(texts.textOf(listedCopy().copy)).toMatchObject({ text: 'read', unread: [3, 7] })
    await texts.indexRebuilt(hash, index) // by other rules of today: the same pages lack
    expect(app.keepCopyIndex).toHaveBeenLastCalledWith({ sha256: hash, unread: [3, 7] })
    expect(useSession().said).toBe(
      'paper.pdf can be searched now, but for pages 3, 7, which could not be read',
    )
    expect(searchable()).toHaveLength(1)
  })

  it('whose text finds no room is noted as stopped, said, and not tried again by itself', async () => {
    const failure = { code: 'COPY_TEXT_NOT_KEPT', at: 'paper.pdf' }
    app.keepCopyIndex.mockResolvedValue({ ok: false, failure })
    const texts = await begin()
    expect(app.noteCopyText).toHaveBeenCalledExactlyOnceWith({ sha256: hash, text: 'stopped' })
    expect(useSession().notices).toContainEqual(failure)
    await texts.changed(null)
    await settled()
    expect(readCopy).toHaveBeenCalledOnce()
    expect(searchable()).toEqual([])
  })
})

describe('a copy is not read', () => {
  it.each(['read', 'stopped', 'locked', 'no words', 'unreadable', 'too long'] as const)(
    'that is noted as %s',
    async (is) => {
      text = is
      await begin()
      expect(readCopy).not.toHaveBeenCalled()
      expect(searchable()).toHaveLength(is === 'read' ? 1 : 0)
    },
  )

  it('whose file has vanished, nor can it be searched', async () => {
    ;[text, isThere] = ['read', false]
    await begin()
    expect([readCopy.mock.calls, searchable()]).toEqual([[], []])
  })
})

describe('an index that cannot be used', () => {
  it('is made again once; a second time the copy is noted as not searchable', async () => {
    text = 'read'
    const texts = await begin()
    await texts.indexLost(hash)
    await settled()
    expect(readCopy).toHaveBeenCalledOnce()
    await texts.indexLost(hash)
    await settled()
    expect(readCopy).toHaveBeenCalledOnce()
    expect(text).toBe('stopped')
  })
})

it('what was stopped is read when the reader asks for it', async () => {
  text = 'stopped'
  const texts = await begin()
  await texts.makeSearchable(hash)
  await settled()
  expect(readCopy).toHaveBeenCalledOnce()
  expect(text).toBe('read')
})
