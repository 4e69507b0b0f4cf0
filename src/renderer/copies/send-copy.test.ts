import { beforeEach, expect, it, vi } from 'vitest'
import { largestCopyPart } from '../../shared/contract'
import { sendCopy } from './send-copy'

interface Part {
  readonly part: string
  readonly bytes: Uint8Array
}

const sendCopyPart = vi.hoisted(() => vi.fn<(part: Part) => Promise<unknown>>())
vi.mock('../bridge', () => ({ app: { sendCopyPart } }))
beforeEach(() => {
  vi.clearAllMocks()
  sendCopyPart.mockResolvedValue({ ok: true, value: null })
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
