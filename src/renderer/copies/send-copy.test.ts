import { beforeEach, expect, it, vi } from 'vitest'
import { largestCopyPart } from '../../shared/contract'
import { attachFile, sendCopy } from './send-copy'
import { bundleIdSchema, sourceIdSchema } from '../../bundle'

interface Part {
  readonly part: string
  readonly bytes: Uint8Array
}

const sendCopyPart = vi.hoisted(() => vi.fn<(part: Part) => Promise<unknown>>())
const attachCopy = vi.hoisted(() => vi.fn<(request: { readonly name: string }) => Promise<unknown>>())
vi.mock('../bridge', () => ({ app: { sendCopyPart, attachCopy } }))
beforeEach(() => {
  vi.clearAllMocks()
  sendCopyPart.mockResolvedValue({ ok: true, value: null })
  attachCopy.mockResolvedValue({ ok: true, value: null })
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
