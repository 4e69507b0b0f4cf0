import type { BrowserWindow } from 'electron'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { bundleIdSchema, conditionIdSchema, sourceIdSchema } from '../../bundle'
import { conditionData, info, jsonBytes, sourceData } from '../../bundle/test-content'
import type { OpenBundle } from '../../library'
import { FailureError } from '../../shared/failure'
import { createReferenceHandlers } from './reference-handlers'

const dialog = vi.hoisted(() => ({ showSaveDialog: vi.fn() }))
vi.mock('electron', () => ({ dialog, app: { getPath: () => '/documents' } }))

const bundle = bundleIdSchema.parse('ldn')
const younger = { kind: 'source', id: sourceIdSchema.parse('younger2013') } as const
const page = { kind: 'condition', id: conditionIdSchema.parse('fibromyalgia') } as const
const all = { kind: 'bundle' } as const
const records = ['a', 'younger2013', 'z'].map((id) => ({ id, type: 'book', title: `Title of ${id}` }))

function handlersOf(record: object | null = { ...sourceData.record, title: 'Title of younger2013' }) {
  const sources = ['z', 'younger2013'].map((id) => ({ id, label: id, title: id }))
  const files = new Map([
    ['sources/younger2013.json', jsonBytes({ ...sourceData, record })],
    ['references.json', jsonBytes(records)],
    ['conditions/fibromyalgia.json', jsonBytes({ ...conditionData(), sources })],
  ])
  const entries = {
    paths: new Set(files.keys()),
    read: (path: string) => Promise.resolve(files.get(path) ?? new Uint8Array()),
  }
  const open = { info: info(), entries } as unknown as OpenBundle
  const state = { isOther: false }
  const gone = new FailureError({ code: 'NO_SUCH_BUNDLE', at: 'ldn' })
  const handlers = createReferenceHandlers({
    openAs: (id) => {
      if (id !== 'ldn') throw gone
      return open
    },
    mustBeOpen: () => {
      if (state.isOther) throw gone
    },
    ask: () => ({}) as BrowserWindow,
  })
  return { ...handlers, state }
}

/** A folder, and a file in it that the reader chooses. */
async function chosenFile(name: string): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-references-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, name)
  dialog.showSaveDialog.mockResolvedValue({ filePath: file })
  return { folder, file }
}

beforeEach(() => vi.clearAllMocks())

describe('saving references', () => {
  it.each([
    [younger, ['younger2013']],
    [page, ['younger2013', 'z']],
    [all, ['a', 'younger2013', 'z']],
  ])('of %j writes those and no others', async (of, expected) => {
    const { file } = await chosenFile('refs.json')
    const saved = await handlersOf().saveReferences({ bundle, of, format: 'csl-json' })
    expect(saved).toEqual({ saved: 'refs.json' })
    const written = JSON.parse(await readFile(file, 'utf8')) as { id: string }[]
    expect(written.map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    ['ris', '.ris', 'TY  - '],
    ['bibtex', '.bib', '@book{a,'],
    ['csl-json', '.json', '"id": "a"'],
  ] as const)('as %s offers a file that ends in %s', async (format, ending, holds) => {
    const { file } = await chosenFile(`refs${ending}`)
    await handlersOf().saveReferences({ bundle, of: all, format })
    const { defaultPath } = dialog.showSaveDialog.mock.calls[0]?.[1] as { defaultPath: string }
    expect(basename(defaultPath)).toBe(`LDN evidence, references${ending}`)
    expect(await readFile(file, 'utf8')).toContain(holds)
  })

  it('writes nothing when the reader cancels', async () => {
    dialog.showSaveDialog.mockResolvedValue({ filePath: '' })
    expect(await handlersOf().saveReferences({ bundle, of: all, format: 'ris' })).toEqual({ saved: null })
  })

  it('writes nothing when another bundle was opened while the reader chose', async () => {
    const { folder } = await chosenFile('refs.ris')
    const handlers = handlersOf()
    handlers.state.isOther = true
    await expect(handlers.saveReferences({ bundle, of: all, format: 'ris' })).rejects.toThrow(
      'NO_SUCH_BUNDLE',
    )
    expect(await readdir(folder)).toEqual([])
  })

  it('of another bundle asks nothing', async () => {
    const other = bundleIdSchema.parse('other')
    await expect(handlersOf().saveReferences({ bundle: other, of: all, format: 'ris' })).rejects.toThrow(
      'ldn',
    )
    expect(dialog.showSaveDialog).not.toHaveBeenCalled()
  })

  it('into a folder that is not there fails by name', async () => {
    dialog.showSaveDialog.mockResolvedValue({ filePath: '/nowhere/at/all/refs.ris' })
    await expect(handlersOf().saveReferences({ bundle, of: all, format: 'ris' })).rejects.toMatchObject({
      failure: { code: 'CANNOT_SAVE', at: 'refs.ris' },
    })
  })

  it('of a source without a record writes an empty list', async () => {
    const { file } = await chosenFile('refs.json')
    await handlersOf(null).saveReferences({ bundle, of: younger, format: 'csl-json' })
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([])
  })
})
