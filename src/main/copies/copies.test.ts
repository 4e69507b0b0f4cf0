import type { BrowserWindow } from 'electron'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { bundleIdSchema, sourceIdSchema } from '../../bundle'
import { info, jsonBytes, sourceData } from '../../bundle/test-content'
import { sha256, type OpenBundle } from '../../library'
import { copiesPath, largestCopy, largestCopyIndex } from '../../shared/contract'
import { FailureError } from '../../shared/failure'
import { answerCopy } from '../protocols/copy-protocol'
import { firstState } from '../state/state'
import { StateKeeper } from '../state/state-keeper'
import { createCopyHandlers } from './copy-handlers'
import { CopyStore } from './copy-store'

const dialog = vi.hoisted(() => ({ showMessageBox: vi.fn() }))
vi.mock('electron', () => ({ dialog }))
beforeEach(() => {
  vi.clearAllMocks()
  dialog.showMessageBox.mockResolvedValue({ response: 0 })
})

const bundle = bundleIdSchema.parse('ldn')
const a = { bundle, source: sourceIdSchema.parse('a') }
const b = { bundle, source: sourceIdSchema.parse('b') }
const pdf = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${text}`)

/** Handlers over an empty folder, with two sources that are two papers. */
async function copies() {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-copies-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const kept = join(folder, 'copies')
  const entries = {
    paths: new Set(['sources/a.json', 'sources/b.json']),
    read: (path: string) => {
      const id = /sources\/(\w+)\.json/.exec(path)?.[1] ?? ''
      if (path === 'references.json')
        return Promise.resolve(
          jsonBytes(['a', 'b'].map((one) => ({ id: one, type: 'book', DOI: `10.1000/${one}` }))),
        )
      return Promise.resolve(
        jsonBytes({ ...sourceData, id, record: { id, type: 'book', DOI: `10.1000/${id}` } }),
      )
    },
  }
  const open = { info: info(), entries } as unknown as OpenBundle
  const state = new StateKeeper(firstState, () => Promise.resolve(), vi.fn())
  const store = new CopyStore(kept)
  const openAs = (id: string): OpenBundle => {
    if (id !== 'ldn') throw new FailureError({ code: 'NO_SUCH_BUNDLE', at: id })
    return open
  }
  const ask = (): BrowserWindow => ({}) as BrowserWindow
  const handlers = createCopyHandlers({ state, store, ask, openAs, find: openAs })
  const files = (): Promise<string[]> => readdir(kept).catch(() => [])
  /** Sends a file in one part and attaches it. */
  const attachCopy = async ({ bytes, ...to }: typeof a & { name: string; bytes: Uint8Array }) => {
    await handlers.sendCopyPart({ name: to.name, part: 'first', bytes })
    return handlers.attachCopy(to)
  }
  return { ...handlers, finish: handlers.attachCopy, attachCopy, state, store, folder, kept, files }
}

describe('a copy of the reader', () => {
  it('is kept under the hash of its bytes, and found again', async () => {
    const { attachCopy, ownCopy, files, kept } = await copies()
    expect(await ownCopy(a)).toBeNull()
    const copy = await attachCopy({ ...a, name: 'paper.pdf', bytes: pdf('one') })
    expect(copy).toMatchObject({
      sha256: await sha256(pdf('one')),
      name: 'paper.pdf',
      bytes: 12,
      isThere: true,
    })
    expect(await files()).toEqual([`${copy.sha256}.pdf`])
    expect(new Uint8Array(await readFile(join(kept, `${copy.sha256}.pdf`)))).toEqual(pdf('one'))
    expect(await ownCopy(a)).toEqual(copy)
    expect(await ownCopy(b)).toBeNull()
  })

  it('takes the place of the one before, whose file goes', async () => {
    const { attachCopy, files } = await copies()
    await attachCopy({ ...a, name: 'one.pdf', bytes: pdf('one') })
    const { sha256: hash } = await attachCopy({ ...a, name: 'two.pdf', bytes: pdf('two') })
    expect(await files()).toEqual([`${hash}.pdf`])
  })

  it('attached twice is there once', async () => {
    const { attachCopy, files } = await copies()
    await attachCopy({ ...a, name: 'one.pdf', bytes: pdf('one') })
    await attachCopy({ ...a, name: 'same.pdf', bytes: pdf('one') })
    expect(await files()).toHaveLength(1)
  })

  it('of two papers goes with the last of them', async () => {
    const { attachCopy, removeCopy, ownCopy, files } = await copies()
    await attachCopy({ ...a, name: 'both.pdf', bytes: pdf('both') })
    await attachCopy({ ...b, name: 'both.pdf', bytes: pdf('both') })
    await removeCopy(a)
    expect(await ownCopy(a)).toBeNull()
    expect((await ownCopy(b))?.isThere).toBe(true)
    await removeCopy(b)
    expect(await files()).toEqual([])
  })

  it('removed where there is none is no failure, and nothing is asked', async () => {
    const { removeCopy } = await copies()
    await expect(removeCopy(a)).resolves.toEqual({ removed: true })
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
  })

  it('stays when the reader says no, or closes the dialog', async () => {
    const { attachCopy, removeCopy, ownCopy, files } = await copies()
    await attachCopy({ ...a, name: '$& {name}.pdf', bytes: pdf('one') })
    dialog.showMessageBox.mockResolvedValue({ response: 1 })
    expect(await removeCopy(a)).toEqual({ removed: false })
    expect((await ownCopy(a))?.isThere).toBe(true)
    expect(await files()).toHaveLength(1)
    expect(dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({
      detail: expect.stringContaining('“$& {name}.pdf”'),
      ...{ defaultId: 1, cancelId: 1 },
    })
  })

  it.each([
    ['has vanished', (file: string) => rm(file)],
    ['was cut off', (file: string) => truncate(file, 3)],
  ])('that %s is still listed, and said not to be there', async (_what, spoil) => {
    const { attachCopy, ownCopy, kept, removeCopy } = await copies()
    const { sha256: hash } = await attachCopy({ ...a, name: 'one.pdf', bytes: pdf('one') })
    await spoil(join(kept, `${hash}.pdf`))
    expect(await ownCopy(a)).toMatchObject({ name: 'one.pdf', isThere: false })
    await removeCopy(a)
    expect(await ownCopy(a)).toBeNull()
  })

  it.each(['', 'hello', '<html>', `${'x'.repeat(1_100)}%PDF-1.7`])(
    'that is no PDF is refused and leaves nothing: %s',
    async (text) => {
      const { attachCopy, ownCopy, files } = await copies()
      const bytes = new TextEncoder().encode(text)
      await expect(attachCopy({ ...a, name: 'x.pdf', bytes })).rejects.toMatchObject({
        failure: { code: 'NOT_A_PDF', at: 'x.pdf' },
      })
      expect(await ownCopy(a)).toBeNull()
      expect(await files()).toEqual([])
    },
  )

  it('that cannot be written keeps the one before', async () => {
    const { attachCopy, ownCopy, kept } = await copies()
    await attachCopy({ ...a, name: 'one.pdf', bytes: pdf('one') })
    await rm(kept, { recursive: true })
    await writeFile(kept, 'a file where the folder should be')
    await expect(attachCopy({ ...a, name: 'two.pdf', bytes: pdf('two') })).rejects.toMatchObject({
      failure: { code: 'COPY_NOT_KEPT', at: 'two.pdf' },
    })
    expect(await ownCopy(a)).toMatchObject({ name: 'one.pdf', isThere: false })
  })

  it('of a bundle that is not open is not asked for', async () => {
    const { ownCopy, attachCopy, removeCopy, files } = await copies()
    const other = { ...a, bundle: bundleIdSchema.parse('other') }
    for (const ask of [
      () => ownCopy(other),
      () => attachCopy({ ...other, name: 'x.pdf', bytes: pdf('x') }),
      () => removeCopy(other),
    ])
      await expect(ask()).rejects.toThrow('NO_SUCH_BUNDLE')
    expect(await files()).toEqual([])
  })
})

describe('a copy that arrives in parts', () => {
  const parts = ['%PD', 'F-1.7\n', 'the ', 'rest'].map((text) => new TextEncoder().encode(text))
  const name = 'paper.pdf'

  it('is kept whole, in its order', async () => {
    const { sendCopyPart, finish, kept, files } = await copies()
    for (const [at, bytes] of parts.entries())
      await sendCopyPart({ name, part: at === 0 ? 'first' : 'more', bytes })
    const copy = await finish({ ...a, name })
    expect(await readFile(join(kept, `${copy.sha256}.pdf`), 'utf8')).toBe('%PDF-1.7\nthe rest')
    expect(copy).toMatchObject({ bytes: 17, sha256: await sha256(pdf('the rest')) })
    expect(await files()).toHaveLength(1)
  })

  it('begins anew with a first part; what came before is gone', async () => {
    const { sendCopyPart, finish, kept, files } = await copies()
    await sendCopyPart({ name: 'other.pdf', part: 'first', bytes: pdf('other') })
    await sendCopyPart({ name, part: 'first', bytes: pdf('mine') })
    const { sha256: hash } = await finish({ ...a, name })
    expect(await readFile(join(kept, `${hash}.pdf`), 'utf8')).toBe('%PDF-1.7\nmine')
    expect(await files()).toHaveLength(1)
  })

  it('without a first part, or without any, is refused', async () => {
    const { sendCopyPart, finish, files } = await copies()
    const refused = { failure: { code: 'COPY_NOT_KEPT', at: name } }
    await expect(sendCopyPart({ name, part: 'more', bytes: pdf('x') })).rejects.toMatchObject(refused)
    await expect(finish({ ...a, name })).rejects.toMatchObject(refused)
    expect(await files()).toEqual([])
  })

  it('is attached once', async () => {
    const { attachCopy, finish } = await copies()
    await attachCopy({ ...a, name, bytes: pdf('one') })
    await expect(finish({ ...b, name })).rejects.toMatchObject({ failure: { code: 'COPY_NOT_KEPT' } })
  })

  it('larger than a copy may be is let go of on the way', async () => {
    const { sendCopyPart, files } = await copies()
    await sendCopyPart({ name, part: 'first', bytes: pdf('') })
    const most = { length: largestCopy, subarray: () => new Uint8Array() } as unknown as Uint8Array
    await expect(sendCopyPart({ name, part: 'more', bytes: most })).rejects.toMatchObject({
      failure: { code: 'COPY_TOO_LARGE', at: name },
    })
    expect(await files()).toEqual([])
  })

  it('for a bundle that is not open leaves nothing', async () => {
    const { sendCopyPart, finish, files } = await copies()
    await sendCopyPart({ name, part: 'first', bytes: pdf('x') })
    await expect(finish({ ...a, bundle: bundleIdSchema.parse('other'), name })).rejects.toThrow(
      'NO_SUCH_BUNDLE',
    )
    expect(await files()).toEqual([])
  })
})

describe('the text of a copy', () => {
  const index = new TextEncoder().encode('LECTSHRD')

  /** A copy of one source, and what is listed of it. */
  async function attached() {
    const all = await copies()
    const { sha256: hash } = await all.attachCopy({ ...a, name: 'one.pdf', bytes: pdf('one') })
    const text = async () => (await all.listCopies({ bundle })).map(({ copy }) => copy.text)
    const unread = async () => (await all.listCopies({ bundle })).map(({ copy }) => copy.unread)
    /** Sends an index in two parts and has it kept. */
    const keepIndex = async (lacks: readonly number[] = []) => {
      await all.sendIndexPart({ sha256: hash, part: 'first', bytes: index.subarray(0, 5) })
      await all.sendIndexPart({ sha256: hash, part: 'more', bytes: index.subarray(5) })
      return all.keepCopyIndex({ sha256: hash, unread: lacks })
    }
    return { ...all, hash, text, unread, keepIndex }
  }

  it('waits to be read, and is when its index is kept beside it', async () => {
    const { keepIndex, files, kept, hash, text, ownCopy } = await attached()
    expect(await text()).toEqual(['waiting'])
    expect(await keepIndex()).toEqual({ kept: true })
    expect(new Uint8Array(await readFile(join(kept, `${hash}.shard`)))).toEqual(index)
    expect(await text()).toEqual(['read'])
    expect((await ownCopy(a))?.text).toBe('read')
    expect(await files()).toEqual([`${hash}.pdf`, `${hash}.shard`])
  })

  it('is read in part: the pages that could not be are kept with it, until they can be', async () => {
    const { keepIndex, noteCopyText, attachCopy, hash, unread, ownCopy } = await attached()
    await keepIndex([3, 7])
    expect([await unread(), (await ownCopy(a))?.unread]).toEqual([[[3, 7]], [3, 7]])
    expect((await attachCopy({ ...b, name: 'two.pdf', bytes: pdf('one') })).unread).toEqual([3, 7])
    await noteCopyText({ sha256: hash, text: 'waiting' })
    expect(await unread()).toEqual([[], []])
    await keepIndex()
    expect(await unread()).toEqual([[], []])
  })

  it('comes in parts; those of another copy, or without a first, are not kept', async () => {
    const { sendIndexPart, keepCopyIndex, hash, text, files } = await attached()
    const refused = { failure: { code: 'COPY_TEXT_NOT_KEPT' } }
    const part = (sha256: string, which: 'first' | 'more') =>
      sendIndexPart({ sha256, part: which, bytes: index })
    await expect(part(hash, 'more')).rejects.toMatchObject(refused)
    await expect(keepCopyIndex({ sha256: hash, unread: [] })).rejects.toMatchObject(refused)
    await part('f'.repeat(64), 'first')
    await expect(part(hash, 'more')).rejects.toMatchObject(refused)
    await part('f'.repeat(64), 'first')
    await expect(keepCopyIndex({ sha256: hash, unread: [] })).rejects.toMatchObject(refused)
    expect([await text(), await files()]).toEqual([['waiting'], [`${hash}.pdf`]])
  })

  it('larger than an index may be is let go of on the way', async () => {
    const { sendIndexPart, hash, files } = await attached()
    await sendIndexPart({ sha256: hash, part: 'first', bytes: index })
    const most = { length: largestCopyIndex } as unknown as Uint8Array
    await expect(sendIndexPart({ sha256: hash, part: 'more', bytes: most })).rejects.toMatchObject({
      failure: { code: 'COPY_TEXT_NOT_KEPT', at: 'one.pdf' },
    })
    expect(await files()).toEqual([`${hash}.pdf`])
  })

  it.each(['stopped', 'locked', 'no words', 'unreadable', 'too long'] as const)(
    'is noted: %s',
    async (is) => {
      const { noteCopyText, hash, text } = await attached()
      await noteCopyText({ sha256: hash, text: is })
      expect(await text()).toEqual([is])
    },
  )

  it.each([
    ['has vanished', (file: string) => rm(file)],
    ['is empty', (file: string) => truncate(file, 0)],
  ])('waits again when its index %s', async (_what, spoil) => {
    const { keepIndex, hash, text, kept } = await attached()
    await keepIndex()
    await spoil(join(kept, `${hash}.shard`))
    expect(await text()).toEqual(['waiting'])
  })

  it('is known of a file that another source has already; what came to nothing is tried again', async () => {
    const { attachCopy, keepIndex, noteCopyText, hash } = await attached()
    await noteCopyText({ sha256: hash, text: 'unreadable' })
    expect((await attachCopy({ ...b, name: 'two.pdf', bytes: pdf('one') })).text).toBe('waiting')
    await keepIndex()
    expect((await attachCopy({ ...b, name: 'two.pdf', bytes: pdf('one') })).text).toBe('read')
  })

  it('goes with the last source that has the file', async () => {
    const { attachCopy, keepIndex, removeCopy, hash, files, text } = await attached()
    await attachCopy({ ...b, name: 'two.pdf', bytes: pdf('one') })
    await keepIndex()
    await removeCopy(a)
    expect([await text(), await files()]).toEqual([['read'], [`${hash}.pdf`, `${hash}.shard`]])
    await removeCopy(b)
    expect([await text(), await files()]).toEqual([[], []])
  })

  it('of a copy that was removed meanwhile is not kept', async () => {
    const { keepCopyIndex, sendIndexPart, keepIndex, removeCopy, hash, files } = await attached()
    await sendIndexPart({ sha256: hash, part: 'first', bytes: index })
    const keeping = keepCopyIndex({ sha256: hash, unread: [] })
    await removeCopy(a)
    expect(await keeping).toEqual({ kept: false })
    expect(await keepIndex()).toEqual({ kept: false })
    expect(await files()).toEqual([])
  })

  it('that finds no room fails, keeps the copy and leaves nothing half-written', async () => {
    const { keepIndex, hash, kept, text } = await attached()
    await mkdir(join(kept, `${hash}.shard`))
    await expect(keepIndex()).rejects.toMatchObject({
      failure: { code: 'COPY_TEXT_NOT_KEPT', at: 'one.pdf' },
    })
    expect(await readdir(kept)).toEqual([`${hash}.pdf`, `${hash}.shard`])
    expect(await text()).toEqual(['waiting'])
  })
})

describe('the copies of a bundle', () => {
  it('are those of its sources, with what these are called', async () => {
    const { attachCopy, listCopies } = await copies()
    expect(await listCopies({ bundle })).toEqual([])
    const copy = await attachCopy({ ...b, name: 'b.pdf', bytes: pdf('b') })
    expect(await listCopies({ bundle })).toEqual([
      { source: 'b', label: sourceData.label, conditions: [], copy },
    ])
  })

  it('are also those that were attached in another bundle, by their DOI, and no others', async () => {
    const { attachCopy, listCopies, state } = await copies()
    await attachCopy({ ...a, name: 'a.pdf', bytes: pdf('a') })
    const elsewhere = bundleIdSchema.parse('other')
    state.change((now) => ({
      ...now,
      copies: now.copies.map((copy) => ({ ...copy, of: { ...copy.of, bundle: elsewhere } })),
    }))
    expect((await listCopies({ bundle })).map(({ source }) => source)).toEqual(['a'])
    state.change((now) => ({
      ...now,
      copies: now.copies.map((copy) => ({ ...copy, of: { ...copy.of, doi: '10.1000/else' } })),
    }))
    expect(await listCopies({ bundle })).toEqual([])
  })

  it('are not asked for in a bundle that is not open', async () => {
    const { listCopies } = await copies()
    await expect(listCopies({ bundle: bundleIdSchema.parse('other') })).rejects.toThrow('NO_SUCH_BUNDLE')
  })
})

describe('what a run that was killed left half-written', () => {
  it('is removed at the next start, and nothing else', async () => {
    const { attachCopy, store, kept, files } = await copies()
    const { sha256: hash } = await attachCopy({ ...a, name: 'a.pdf', bytes: pdf('a') })
    const whole = [`${hash}.pdf`, `${'b'.repeat(64)}.pdf`, 'notes.txt', 'x.pdf.123', 'incoming-mail']
    const left = `incoming-${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`
    for (const name of [...whole.slice(1), left]) await writeFile(join(kept, name), 'x')
    await store.sweep()
    expect((await files()).sort()).toEqual([...whole].sort())
  })

  it('is nothing where there are no copies', async () => {
    const { store, files } = await copies()
    await store.sweep()
    expect(await files()).toEqual([])
  })
})

describe('the address of a copy', () => {
  const ask = (store: CopyStore, name: string, headers: Record<string, string> = {}, method = 'GET') =>
    answerCopy(new Request(`lectern-app://desk${copiesPath}${name}`, { headers, method }), store)

  async function served() {
    const { store, kept } = await copies()
    const incoming = await store.begin('a.pdf')
    await incoming.add(pdf('0123456789'))
    const { sha256: hash } = await incoming.keep()
    return { store, hash, kept, whole: pdf('0123456789') }
  }

  it('gives the whole, or the part that is asked for', async () => {
    const { store, hash, whole } = await served()
    const all = await ask(store, `${hash}.pdf`)
    expect(all.status).toBe(200)
    expect(new Uint8Array(await all.arrayBuffer())).toEqual(whole)
    const part = await ask(store, `${hash}.pdf`, { Range: 'bytes=5-8' })
    expect(part.status).toBe(206)
    expect(part.headers.get('Content-Range')).toBe(`bytes 5-8/${whole.length}`)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.subarray(5, 9))
  })

  it('gives its search index under its own ending, as bytes', async () => {
    const { store, hash } = await served()
    expect((await ask(store, `${hash}.shard`)).status).toBe(404)
    const index = await store.beginIndex()
    await index.add(new TextEncoder().encode('LECTSHRD'))
    await store.keepIndex(hash, index)
    const reply = await ask(store, `${hash}.shard`)
    expect([reply.status, await reply.text()]).toEqual([200, 'LECTSHRD'])
    expect(reply.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(reply.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
  })

  it('lets nothing in it run, and is kept nowhere else', async () => {
    const { store, hash } = await served()
    const { headers } = await ask(store, `${hash}.pdf`)
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('Content-Type')).toBe('application/pdf')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it('has no part beyond the end', async () => {
    const { store, hash } = await served()
    expect((await ask(store, `${hash}.pdf`, { Range: 'bytes=900-' })).status).toBe(416)
  })

  it.each([
    '',
    'a.pdf',
    `${'0'.repeat(64)}.pdf`,
    '../state.json',
    '..%2fstate.json',
    '%2e%2e/state.json',
    'state.json',
    `${'0'.repeat(64)}`,
    `${'0'.repeat(64)}.pdf/../../state.json`,
    `${'0'.repeat(64)}.shard`,
    `${'0'.repeat(64)}.json`,
    `${'0'.repeat(64)}.pdf.shard`,
  ])('%j gives nothing', async (name) => {
    const { store, kept } = await served()
    await writeFile(join(kept, '../state.json'), '{}')
    const reply = await ask(store, name)
    expect(reply.status).toBe(404)
    expect(await reply.json()).toEqual({ code: 'COPY_GONE' })
  })

  it('is only read', async () => {
    const { store, hash } = await served()
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask(store, `${hash}.pdf`, {}, method)).status).toBe(405)
  })

  it.skipIf(process.getuid?.() === 0)('that cannot be read gives nothing', async () => {
    const { store, hash, kept } = await served()
    await chmod(join(kept, `${hash}.pdf`), 0)
    expect((await ask(store, `${hash}.pdf`)).status).toBe(404)
  })
})
