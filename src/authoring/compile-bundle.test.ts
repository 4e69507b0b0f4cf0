import { describe, expect, test } from 'vitest'
import {
  bundleInfoSchema,
  claimsFileSchema,
  conditionSchema,
  cslSchema,
  evidenceFileSchema,
  handoutSchema,
  readJson,
  severityOf,
  sourceSchema,
  textBlocks,
  textOf,
} from '../bundle'
import { find, fingerprint, loadShard } from '../search'
import { compileBundle, type Compiled } from './compile-bundle'
import type { AuthoringFolder } from './folder'
import { edited, folderOf, smallFolder } from './fixtures/small-folder'

type Files = Map<string, Uint8Array>

async function payloadOf({ payload, flaws }: Compiled): Promise<Files> {
  expect(flaws.filter((flaw) => severityOf(flaw) === 'error')).toEqual([])
  const files: Files = new Map()
  for await (const { path, bytes } of payload ?? []) files.set(path, bytes)
  return files
}

const compiled = async (changes?: Parameters<typeof folderOf>[0]): Promise<Files> =>
  payloadOf(await compileBundle(folderOf(changes)))

const bytesOf = (files: Files, path: string): Uint8Array => {
  const bytes = files.get(path)
  if (bytes === undefined) throw new Error(`${path} is missing; there are ${[...files.keys()].join(', ')}`)
  return bytes
}

const condition = (files: Files, id = 'fibromyalgia') =>
  readJson(bytesOf(files, `conditions/${id}.json`), conditionSchema, id)
const source = (files: Files, id = 'bruun2024') =>
  readJson(bytesOf(files, `sources/${id}.json`), sourceSchema, id)
const info = (files: Files) => readJson(bytesOf(files, 'bundle.json'), bundleInfoSchema, 'bundle.json')

describe('the payload', () => {
  test('§4.1 holds what the reading schemas ask for, and nothing else', async () => {
    const files = await compiled()
    expect([...files.keys()]).toEqual([
      'conditions/fibromyalgia.json',
      'evidence/fibromyalgia.json',
      'conditions/crohns-disease.json',
      'evidence/crohns-disease.json',
      'claims.json',
      'handouts/fibromyalgia-easy.json',
      'glossary.json',
      'resources.json',
      'sources/bruun2024.json',
      'sources/plain.json',
      'references.json',
      'search/shard-0.bin',
      'search/names.json',
      'bundle.json',
    ])
    // Reading drops what a schema does not name, so equality says that nothing was written in vain.
    const raw = (path: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(files, path)))
    expect(info(files)).toEqual(raw('bundle.json'))
    for (const id of ['fibromyalgia', 'crohns-disease']) {
      expect(condition(files, id)).toEqual(raw(`conditions/${id}.json`))
      const evidence = `evidence/${id}.json`
      expect(readJson(bytesOf(files, evidence), evidenceFileSchema, evidence)).toEqual(raw(evidence))
    }
    for (const id of ['bruun2024', 'plain']) expect(source(files, id)).toEqual(raw(`sources/${id}.json`))
    expect(readJson(bytesOf(files, 'claims.json'), claimsFileSchema, '')).toEqual(raw('claims.json'))
    const handout = 'handouts/fibromyalgia-easy.json'
    expect(readJson(bytesOf(files, handout), handoutSchema, '')).toEqual(raw(handout))
    expect(readJson(bytesOf(files, 'references.json'), cslSchema.array(), '')).toEqual(raw('references.json'))
  })

  test('§2.12 is the same bytes for CRLF, a byte order mark and any order of files', async () => {
    const windows = Object.fromEntries(
      Object.entries(smallFolder).map(([path, text]) => [path, `\uFEFF${text.replace(/\n/g, '\r\n')}`]),
    )
    const files = await compiled()
    expect(await compiled(windows)).toEqual(files)
    const reversed = folderOf()
    const again = await compileBundle({ ...reversed, paths: new Set([...reversed.paths].reverse()) })
    expect(await payloadOf(again)).toEqual(files)
  })

  test('§7.3 numbers the text blocks of every document in reading order', async () => {
    const files = await compiled()
    const handout = readJson(bytesOf(files, 'handouts/fibromyalgia-easy.json'), handoutSchema, '')
    const documents = [
      condition(files).sections.flatMap(({ body }) => body),
      source(files).body,
      [...handout.short, ...handout.body],
      info(files).about,
    ]
    for (const blocks of documents)
      expect(textBlocks(blocks).map(({ block }) => block)).toEqual(
        textBlocks(blocks).map((_, index) => index),
      )
  })

  test('can be searched by the core that the app uses', async () => {
    const files = await compiled()
    const { search } = info(files)
    expect(search).toEqual({ fingerprint, shards: ['search/shard-0.bin'] })
    const shard = loadShard(bytesOf(files, 'search/shard-0.bin'))
    if (!shard.ok) throw new Error(shard.failure.is)
    const found = (query: string): string[] => find([shard.value], query).hits.map(({ row }) => row.path)
    expect(found('fibromyalgia')[0]).toBe('/conditions/fibromyalgia')
    expect(found('M79.7')).toEqual(['/conditions/fibromyalgia'])
    expect(found('no trial')).toContain('/conditions/crohns-disease?statement=cd-none')
    expect(found('heals')).toEqual(['/claims?claim=c01'])
    expect(found('0.34')).toContain('/conditions/fibromyalgia?passage=bruun2024-pain')
    expect(found('nothing but text')).toEqual(['/sources/plain?block=0'])
    expect(found('opioid')).toContain('/handouts/fibromyalgia-easy?block=1')
  })

  test('of a folder with nothing but bundle.yaml is an empty bundle', async () => {
    const files = await payloadOf(
      await compileBundle(
        folderOf(
          Object.fromEntries(
            Object.keys(smallFolder).map((path) => [
              path,
              path === 'bundle.yaml' ? (smallFolder[path] ?? '') : null,
            ]),
          ),
        ),
      ),
    )
    expect([...files.keys()]).toEqual([
      'claims.json',
      'glossary.json',
      'resources.json',
      'references.json',
      'search/names.json',
      'bundle.json',
    ])
    expect(info(files).search.shards).toEqual([])
  })
})

describe('a condition page', () => {
  test('§8.2 gives its statements the weakest certainty of their findings', async () => {
    const [bottomLine] = condition(await compiled()).sections
    const statements = bottomLine?.body.flatMap((block) => (block.type === 'paragraph' ? block.children : []))
    expect(statements?.filter(({ type }) => type === 'statement')).toMatchObject([
      { id: 'fm-pain', certainty: 'low', findings: ['fm-pain-12w'] },
      { id: 'fm-two', certainty: 'very low', findings: ['fm-dreams', 'fm-pain-12w'] },
    ])
  })

  test('§6.4 gets the sections for claims and sources in their place, and an introduction stays', async () => {
    const files = await compiled()
    expect(condition(files).sections.map(({ kind }) => kind)).toEqual([
      'bottom-line',
      'studied',
      'claims',
      'sources',
    ])
    expect(condition(files).sections.find(({ kind }) => kind === 'claims')?.body).toEqual([])
    const [, claims] = condition(files, 'crohns-disease').sections
    expect(claims).toMatchObject({ kind: 'claims', title: 'What people say' })
    expect(textBlocks(claims?.body ?? []).map(({ children }) => textOf(children))).toEqual([
      'An introduction.',
    ])
  })

  test('§6.1 lists what it cites and what its findings rest on, its claims and its handouts', async () => {
    const page = condition(await compiled())
    expect(page.sources).toEqual([
      { id: 'bruun2024', label: 'Bruun and others 2024', title: 'Naltrexone 6 mg once daily versus placebo' },
      { id: 'plain', label: 'A plain document', title: 'A plain document' },
    ])
    expect(page.claims).toEqual(['c01'])
    expect(page.handouts).toEqual([
      { id: 'fibromyalgia-easy', title: 'LDN and fibromyalgia', language: 'en' },
    ])
  })

  test('prints citations with labels and keeps times and ratios as text', async () => {
    const text = textBlocks(condition(await compiled()).sections[1]?.body ?? []).map(({ children }) =>
      textOf(children),
    )
    expect(text[0]).toBe('At 12:30 a ratio of 3:1 was seen (Bruun and others 2024; A plain document).')
  })
})

describe('a source', () => {
  test('§11.7 §12.6 has its passages marked, with all that rests on them', async () => {
    const { passages, restsOn, body } = source(await compiled())
    expect(passages.map(({ id, quote }) => [id, quote])).toEqual([
      ['bruun2024-pain', 'The difference was −0.34 points (95% CI −0.95 to 0.27).'],
      ['bruun2024-dreams', 'four'],
    ])
    for (const { quote, position } of passages)
      expect(
        textOf(textBlocks(body)[position.in === 'text' ? position.block : -1]?.children ?? []).slice(
          position.start,
          position.end,
        ),
      ).toBe(quote)
    expect(restsOn['bruun2024-pain']).toEqual({
      regimens: [],
      findings: [
        { id: 'fm-pain-12w', condition: 'fibromyalgia', outcome: 'Mean pain' },
        { id: 'fm-dreams', condition: 'fibromyalgia', outcome: 'Vivid dreams' },
      ],
      statements: [
        {
          id: 'fm-pain',
          condition: 'fibromyalgia',
          finding: 'fm-pain-12w',
          text: 'LDN may make little or no difference to pain.',
        },
        {
          id: 'fm-two',
          condition: 'fibromyalgia',
          finding: 'fm-dreams',
          text: 'The evidence is very uncertain about dreams and pain.',
        },
      ],
      claims: [{ id: 'c01', says: 'LDN heals pain.' }],
      handouts: [{ id: 'fibromyalgia-easy', title: 'LDN and fibromyalgia' }],
    })
    expect(restsOn['bruun2024-dreams']?.handouts).toEqual([
      { id: 'fibromyalgia-easy', title: 'LDN and fibromyalgia' },
    ])
    expect(restsOn['bruun2024-dreams']?.claims).toEqual([])
  })

  test('needs only an id and a title', async () => {
    expect(source(await compiled(), 'plain')).toMatchObject({
      title: 'A plain document',
      label: 'A plain document',
      kind: 'document',
      language: 'en',
      record: null,
      retraction: { status: 'not looked up' },
      restsOn: {},
    })
  })

  test('§11.1 §11.3 with a record takes title and label from it and is a digest', async () => {
    expect(source(await compiled())).toMatchObject({
      title: 'Naltrexone 6 mg once daily versus placebo',
      label: 'Bruun and others 2024',
      kind: 'digest',
    })
  })
})

describe('claims and handouts', () => {
  test('§13.2 §13.3 §14.3 are resolved to where they lead', async () => {
    const files = await compiled()
    expect(readJson(bytesOf(files, 'claims.json'), claimsFileSchema, '')).toMatchObject({
      article: { source: 'plain', label: 'A plain document' },
      claims: [
        {
          statements: [{ id: 'fm-pain', condition: 'fibromyalgia', finding: 'fm-pain-12w' }],
          sources: [{ id: 'bruun2024', label: 'Bruun and others 2024' }],
        },
      ],
    })
    expect(readJson(bytesOf(files, 'handouts/fibromyalgia-easy.json'), handoutSchema, '')).toMatchObject({
      short: [{ type: 'paragraph' }],
      body: [{ type: 'heading', depth: 2 }, { type: 'list' }],
      findings: [
        { id: 'fm-dreams', condition: 'fibromyalgia', outcome: 'Vivid dreams', certainty: 'very low' },
      ],
      passages: [{ id: 'bruun2024-pain', source: 'bruun2024', label: 'Bruun and others 2024' }],
    })
  })
})

describe('the table of contents', () => {
  test('§5.3 follows the groups of bundle.yaml, then titles', async () => {
    const files = await compiled(edited('bundle.yaml', ['[Pain, Gut]', '[Gut, Pain]']))
    expect(info(files).conditions.map(({ id }) => id)).toEqual(['crohns-disease', 'fibromyalgia'])
  })

  const entryOf = async (changes?: Record<string, string>, id = 'fibromyalgia') =>
    info(await compiled(changes)).conditions.find((one) => one.id === id)

  test('§5.3 says how sure the answer in the first column is, not the strongest of any finding', async () => {
    const harmsFirst = edited(
      'evidence/fibromyalgia.yaml',
      ['column: symptom', 'column: harms'],
      ['column: harms\n        direction: worse', 'column: symptom\n        direction: worse'],
    )
    expect(await entryOf(harmsFirst)).toMatchObject({
      certainty: 'low',
      answer: { column: 'symptom', certainty: 'very low' },
    })
  })

  test('§5.3 says how sure its bottom line is first, where no finding stands in the first column', async () => {
    expect(
      await entryOf(edited('evidence/fibromyalgia.yaml', ['column: symptom', 'column: harms'])),
    ).toMatchObject({
      answer: { column: null, certainty: 'low' },
    })
    expect(await entryOf({}, 'crohns-disease')).toMatchObject({ answer: { column: null, certainty: 'none' } })
  })

  test('§5.3 says "no evidence found" of a page without such words only where every finding says it', async () => {
    const silent = {
      'conditions/crohns-disease.md':
        "---\nid: crohns-disease\ntitle: Crohn's disease\ngroup: Gut\nreviewed: 2026-11-22\n---\n\n## Bottom line\n\nWords.\n",
    }
    expect(await entryOf(silent, 'crohns-disease')).toMatchObject({
      answer: { column: null, certainty: 'none' },
    })
    const something = edited(
      'evidence/crohns-disease.yaml',
      ['words: No trial was found.', 'words: It may help.'],
      [
        'certainty: none\n        noEvidence: { searched: 2026-11-22, how: Not a systematic search. }',
        'certainty: low\n        reasons: [{ domain: imprecision, levels: 2, why: Few people. }]\n        passages: [bruun2024-pain]',
      ],
    )
    expect((await entryOf({ ...silent, ...something }, 'crohns-disease'))?.answer).toBeUndefined()
    const nothing = { ...silent, 'evidence/crohns-disease.yaml': 'summaries: []\n' }
    expect((await entryOf(nothing, 'crohns-disease'))?.answer).toBeUndefined()
  })

  test('§5.4 names the kinds of study behind a cell and behind a condition; nothing found has none', async () => {
    const entry = await entryOf()
    expect(entry?.designs).toEqual(['randomised trial'])
    expect(entry?.cells.map(({ designs }) => designs)).toEqual([['randomised trial'], ['randomised trial']])
    expect((await entryOf({}, 'crohns-disease'))?.designs).toEqual([])
  })

  test('§5.4 has in each cell the finding that one can be surest of, the first of equals', async () => {
    const both = {
      ...edited(
        'evidence/fibromyalgia.yaml',
        ['column: harms', 'column: symptom'],
        ['LDN may make little or no difference to mean pain', 'The evidence is very uncertain'],
        ['certainty: low', 'certainty: very low'],
        ['levels: 2', 'levels: 3'],
      ),
      ...edited('conditions/fibromyalgia.md', [
        'LDN may make *little or no* difference to pain',
        'The evidence is *very uncertain*',
      ]),
    }
    const cells = async (changes?: Record<string, string>): Promise<unknown> =>
      info(await compiled(changes)).conditions[0]?.cells
    expect(await cells()).toMatchObject([
      {
        column: 'symptom',
        finding: 'fm-pain-12w',
        short: 'no difference',
        direction: 'no difference',
        certainty: 'low',
      },
      { column: 'harms', finding: 'fm-dreams', short: 'more', direction: 'worse', certainty: 'very low' },
    ])
    expect(await cells(both)).toMatchObject([{ finding: 'fm-pain-12w' }])
    const surer = edited(
      'evidence/fibromyalgia.yaml',
      ['column: harms', 'column: symptom'],
      ['very low', 'moderate'],
    )
    expect(await cells(surer)).toMatchObject([{ finding: 'fm-dreams', certainty: 'moderate' }])
  })

  test('§5.6 counts coverage', async () => {
    const files = await compiled()
    expect(info(files).coverage).toEqual({
      ...{ statements: 3, withFinding: 3, withPassage: 2, findings: 3, noEvidenceFound: 1, passages: 2 },
    })
    expect(info(files).counts).toEqual({
      sources: 2,
      pdfs: 0,
      claims: 1,
      regimens: 0,
      terms: 0,
      resources: 0,
    })
    expect(info(files).conditions.map(({ certainty }) => certainty)).toEqual(['low', 'none'])
  })
})

describe('a page nested as deeply as is accepted', () => {
  const page = (quotes: number, emphases: number): Record<string, string> => {
    const words = `${'*a '.repeat(emphases)}:statement[It may.]{#deep finding=fm-pain-12w}${' c*'.repeat(emphases)}`
    const table = ['| d | e |', '| - | - |', `| f | ${words} |`]
      .map((line) => '> '.repeat(quotes) + line)
      .join('\n')
    return edited('conditions/fibromyalgia.md', ['## What was studied', `${table}\n\n## What was studied`])
  }

  test('can still be read', async () => {
    const files = await compiled(page(12, 5))
    expect(condition(files).sections).not.toEqual([])
  })

  test.each([
    [13, 5],
    [12, 6],
  ])('and not one step further: %i quotations, %i emphases', async (quotes, emphases) => {
    const { flaws } = await compileBundle(folderOf(page(quotes, emphases)))
    expect(flaws[0]).toMatchObject({ code: 'NOT_IN_SUBSET', detail: 'nested too deeply' })
  })
})

describe('a large folder', () => {
  test('compiles, with each of its statements', async () => {
    const folderWith = (count: number): AuthoringFolder => {
      const statements = Array.from(
        { length: count },
        (_, n) => `:statement[LDN may reduce pain at ${n} weeks.]{#s${n} finding=fm-pain-12w}`,
      )
      const lines = `${statements.join('\n\n')}\n\n## What was studied`
      return folderOf(edited('conditions/fibromyalgia.md', ['## What was studied', lines]))
    }
    const { flaws, coverage } = await compileBundle(folderWith(2_000))
    expect(flaws).toEqual([])
    expect(coverage.statements).toBe(2_003)
  })

  test('hands out its payload file by file, as it is asked for', async () => {
    const { payload } = await compileBundle(folderOf())
    const files = payload?.[Symbol.asyncIterator]()
    expect(await files?.next()).toMatchObject({
      done: false,
      value: { path: 'conditions/fibromyalgia.json' },
    })
  })
})
