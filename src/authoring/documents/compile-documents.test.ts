import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readJson, severityOf, sourceSchema, type Flaw } from '../../bundle'
import { openPdf } from '../../library'
import { compileBundle, type Compiled } from '../compile-bundle'
import { edited, folderOf } from '../fixtures/small-folder'

const labels = await readFile(new URL('../../documents/fixtures/labels.pdf', import.meta.url))

const page = '<!doctype html><title>t</title><h1>Result</h1><p>Pain fell by two points.</p>'

const head = (id: string, passages = ''): string => `---\nid: ${id}\ntitle: A paper\n${passages}---\n`

const quoted = head('paper', 'passages:\n  paper-pain: fell by two points\n')

/** The small folder with a paper that a handout cites, so that it is used. */
const withPaper = (files: Record<string, string | Uint8Array | null>): Promise<Compiled> =>
  compileBundle(
    folderOf({
      ...edited('about.md', ['It is no advice.', 'It is no advice [@paper].']),
      ...files,
    }),
    { openPdf },
  )

const errors = ({ flaws }: Compiled): string[] =>
  flaws.filter((flaw) => severityOf(flaw) === 'error').map(({ code, at }: Flaw) => `${code} ${at}`)

async function filesOf(compiled: Compiled): Promise<Map<string, Uint8Array>> {
  expect(errors(compiled)).toEqual([])
  const files = new Map<string, Uint8Array>()
  for await (const { path, bytes } of compiled.payload ?? []) files.set(path, bytes)
  return files
}

describe('a source with a document', () => {
  test.each([
    ['pdf', labels, 'application/pdf', 2],
    ['html', page, 'text/html', null],
  ])('is packed with its %s file, unchanged', async (ending, document, type, pages) => {
    const files = await filesOf(
      await withPaper({ 'sources/paper.md': quoted, [`sources/paper.${ending}`]: document }),
    )
    const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : new Uint8Array(document)
    const source = readJson(files.get('sources/paper.json') ?? new Uint8Array(), sourceSchema, '')
    expect(new Uint8Array(files.get(`files/paper.${ending}`) ?? [])).toEqual(bytes)
    expect(source.file).toEqual({ path: `files/paper.${ending}`, type, bytes: bytes.length, pages })
    expect(source).toMatchObject({ kind: 'document', body: [] })
    expect(source.passages.map(({ quote, position }) => [quote, position.in])).toEqual([
      ['fell by two points', ending],
    ])
    expect(Object.keys(source.restsOn)).toEqual(['paper-pain'])
  })

  test('has passages in its text where they say so, and else in its file', async () => {
    const passages =
      'passages:\n  paper-pain: fell by two points\n  paper-own: { quote: In our words, in: text }\n'
    const files = await filesOf(
      await withPaper({
        'sources/paper.md': `${head('paper', passages)}\nIn our words: pain fell by two points.\n`,
        'sources/paper.pdf': labels,
      }),
    )
    const source = readJson(files.get('sources/paper.json') ?? new Uint8Array(), sourceSchema, '')
    expect(source.passages.map(({ id, position }) => [id, position.in])).toEqual([
      ['paper-own', 'text'],
      ['paper-pain', 'pdf'],
    ])
  })

  test('is not read at all where it has none, so that a plain folder needs no reader of PDF', async () => {
    expect(errors(await compileBundle(folderOf()))).toEqual([])
  })

  test('that changes while it is packed is not packed', async () => {
    const folder = folderOf({
      ...edited('about.md', ['It is no advice.', 'It is no advice [@paper].']),
      'sources/paper.md': quoted,
      'sources/paper.pdf': labels,
    })
    let reads = 0
    const readBytes = (path: string): Promise<Uint8Array> =>
      reads++ === 0 ? folder.readBytes(path) : Promise.resolve(new Uint8Array(3))
    await expect(filesOf(await compileBundle({ ...folder, readBytes }, { openPdf }))).rejects.toThrow(
      /CANNOT_READ sources\/paper.pdf/,
    )
  })
})

describe('a folder is refused', () => {
  test.each<[string, Record<string, string | Uint8Array | null>, string[]]>([
    [
      'with two documents of one source',
      { 'sources/paper.md': head('paper'), 'sources/paper.pdf': labels, 'sources/paper.html': page },
      ['TWO_DOCUMENTS sources/paper.html'],
    ],
    [
      'with a document and no source',
      { 'sources/paper.md': head('paper'), 'sources/other.pdf': labels },
      ['DOCUMENT_ALONE sources/other.pdf'],
    ],
    [
      'with a broken document',
      { 'sources/paper.md': head('paper'), 'sources/paper.pdf': 'no PDF' },
      ['PDF_BROKEN sources/paper.pdf'],
    ],
    [
      'with a quote that stands in the text and not in the file',
      {
        'sources/paper.md': `${quoted}\nPain fell by two points.\n`,
        'sources/paper.html': '<p>Nothing of it.',
      },
      ['QUOTE_NOT_FOUND sources/paper.md:5'],
    ],
    [
      'with a quote that is said to stand in the text and stands in the file',
      {
        'sources/paper.md': head(
          'paper',
          'passages:\n  paper-pain: { quote: fell by two points, in: text }\n',
        ),
        'sources/paper.pdf': labels,
      },
      ['QUOTE_NOT_FOUND sources/paper.md:5'],
    ],
    [
      'with a passage in something else',
      {
        'sources/paper.md': head(
          'paper',
          'passages:\n  paper-pain: { quote: fell by two points, in: pdf }\n',
        ),
        'sources/paper.pdf': labels,
      },
      ['BAD_FIELD sources/paper.md:5'],
    ],
    [
      'with a script, at its line',
      { 'sources/paper.md': head('paper'), 'sources/paper.html': '<p>One</p>\n\n<script></script>' },
      ['HTML_ACTIVE_CONTENT sources/paper.html:3'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(errors(await withPaper(files))).toEqual(expected)
  })
})
