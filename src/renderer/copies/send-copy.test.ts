import { beforeEach, expect, it, vi } from 'vitest'
import { largestCopyPart, mostUnread } from '../../shared/contract'
import { attachFile, keepIndex, sendCopy } from './send-copy'
import { bundleIdSchema, sourceIdSchema } from '../../bundle'

interface Part {
  readonly part: string
  readonly bytes: Uint8Array
}

const sendCopyPart = vi.hoisted(() => vi.fn<(part: Part) => Promise<unknown>>())
const attachCopy = vi.hoisted(() => vi.fn<(request: { readonly name: string }) => Promise<unknown>>())
const sendIndexPart = vi.hoisted(() => vi.fn<(part: Part) => Promise<unknown>>())
const keepCopyIndex = vi.hoisted(() => vi.fn<(request: object) => Promise<unknown>>())
vi.mock('../bridge', () => ({ app: { sendCopyPart, attachCopy, sendIndexPart, keepCopyIndex } }))
beforeEach(() => {
  vi.clearAllMocks()
  sendCopyPart.mockResolvedValue({ ok: true, value: null })
  attachCopy.mockResolvedValue({ ok: true, value: null })
  sendIndexPart.mockResolvedValue({ ok: true, value: null })
  keepCopyIndex.mockResolvedValue({ ok: true, value: { kept: true } })
})

/** What was sent, as sizes. */
const sent = (): unknown[] => sendCopyPart.mock.calls.map(([sent]) => [sent.part, sent.bytes.length])

it('a file crosses in parts, none larger than the contract takes', async () => {
  const file = new File([new Uint8Array(2 * largestCopyPart + 5)], 'book.pdf')
  expect(await sendCopy(file)).toBeNull()
  expect(sent()).toEqual([
    ['first', largestCopyPart],
    ['more', largestCopyPart],
    ['more', 5],
  ])
})

it('nothing more is sent after a part that could not be kept', async () => {
  const failure = { code: 'COPY_NOT_KEPT', at: 'book.pdf' }
  sendCopyPart.mockResolvedValueOnce({ ok: false, failure })
  expect(await sendCopy(new File([new Uint8Array(2 * largestCopyPart)], 'book.pdf'))).toBe(failure)
  expect(sendCopyPart).toHaveBeenCalledOnce()
})

it('a file that was moved away meanwhile is said, and nothing of it is attached', async () => {
  const file = new File(['%PDF-'], 'gone.pdf')
  file.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as unknown as Blob
  expect(await sendCopy(file)).toMatchObject({ code: 'COPY_NOT_KEPT', at: 'gone.pdf' })
  expect(sendCopyPart).not.toHaveBeenCalled()
})

const to = { bundle: bundleIdSchema.parse('ldn'), source: sourceIdSchema.parse('bruun2024') }

it('files that are attached at once never cross mixed, and one that fails does not hold up the next', async () => {
  const story: string[] = []
  sendCopyPart.mockImplementation(({ part, bytes }) => {
    story.push(`${part} ${bytes.length}`)
    return Promise.resolve(
      bytes.length === 3 ? { ok: false, failure: { code: 'COPY_NOT_KEPT' } } : { ok: true, value: null },
    )
  })
  attachCopy.mockImplementation(({ name }) => {
    story.push(`attach ${name}`)
    return Promise.resolve({ ok: true, value: null })
  })
  const files = [largestCopyPart + 1, 3, 2].map((size) => new File([new Uint8Array(size)], `${size}.pdf`))
  const ended = await Promise.all(files.map((file) => attachFile(to, file)))
  expect(ended.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(story).toEqual([
    `first ${largestCopyPart}`,
    'more 1',
    `attach ${largestCopyPart + 1}.pdf`,
    'first 3',
    'first 2',
    'attach 2.pdf',
  ])
})

const hash = 'a'.repeat(64)

it('an index crosses in parts that hold nothing but themselves, and so many of the pages that it lacks', async () => {
  const index = new Uint8Array(largestCopyPart + 5).fill(7)
  const lacks = Array.from({ length: mostUnread + 1 }, (_page, at) => at + 1)
  expect(await keepIndex(hash, index, lacks)).toEqual({ ok: true, value: { kept: true } })
  const parts = sendIndexPart.mock.calls.map(([{ bytes }]) => bytes)
  expect(parts.map((bytes) => bytes.buffer.byteLength)).toEqual([largestCopyPart, 5])
  expect(keepCopyIndex).toHaveBeenCalledExactlyOnceWith({ sha256: hash, unread: lacks.slice(0, -1) })
})

it('indexes never cross mixed, and one that finds no room is not said to be kept', async () => {
  const failure = { code: 'COPY_TEXT_NOT_KEPT', at: 'a.pdf' }
  sendIndexPart.mockImplementation(({ bytes }) =>
    Promise.resolve(bytes.length === 3 ? { ok: false, failure } : { ok: true, value: null }),
  )
  const sizes = [largestCopyPart + 1, 3, 2]
  const ended = await Promise.all(sizes.map((size) => keepIndex(hash, new Uint8Array(size), [])))
  expect(ended.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(sendIndexPart.mock.calls.map(([{ part, bytes }]) => [part, bytes.length])).toEqual([
    ['first', largestCopyPart],
    ['more', 1],
    ['first', 3],
    ['first', 2],
  ])
  expect(keepCopyIndex).toHaveBeenCalledTimes(2)
})
