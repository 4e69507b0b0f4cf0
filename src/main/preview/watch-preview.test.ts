import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { previewStatusFile, writePreviewStatus, type PreviewStatus } from '../../library'
import { watchPreview } from './watch-preview'

const status = (change: Partial<PreviewStatus> = {}): PreviewStatus => ({
  folder: 'ldn',
  state: 'good',
  revision: 1,
  bundle: 'preview-1.lectern',
  at: '2026-11-22T10:00:00.000Z',
  flaws: [],
  ...change,
})
const within = { timeout: 5_000, interval: 30 }

async function watched(first: PreviewStatus | null) {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-watch-'))
  const file = previewStatusFile(folder)
  let stop: (() => void) | null = null
  onTestFinished(async () => {
    stop?.()
    await rm(folder, { recursive: true, force: true })
  })
  if (first !== null) await writePreviewStatus(file, first)
  const shown: [string, string | null][] = []
  stop = await watchPreview(file, ({ state, folder: name, revision }, bundle) => {
    shown.push([`${name} ${state} ${revision}`, bundle])
    return Promise.resolve()
  })
  return { folder, file, shown }
}

it('shows what is there at once, each change after it, and the end', async () => {
  const { folder, file, shown } = await watched(status())
  const [one, two] = [join(folder, 'preview-1.lectern'), join(folder, 'preview-2.lectern')]
  expect(shown).toEqual([['ldn good 1', one]])
  await writePreviewStatus(file, status({ state: 'kept' }))
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(['ldn kept 1', one]), within)
  await writePreviewStatus(file, status({ revision: 2, bundle: 'preview-2.lectern' }))
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(['ldn good 2', two]), within)
  await rm(folder, { recursive: true })
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(['ldn ended 2', null]), within)
})

it('says that the preview has ended where there is none', async () => {
  const { shown } = await watched(null)
  expect(shown).toEqual([[' ended 0', null]])
})

it.each(['{', '{}', JSON.stringify(status({ bundle: '../../etc/passwd.lectern' }))])(
  'shows nothing of a file that is none of ours: %s, and reports it',
  async (text) => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { file, shown } = await watched(status())
    await writeFile(file, text)
    await vi.waitFor(() => expect(write.mock.calls.join()).toContain('the preview'), within)
    expect(shown).toHaveLength(1)
    write.mockRestore()
  },
)
