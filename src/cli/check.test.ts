import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edited, smallFolder } from '../authoring/fixtures/small-folder'
import {
  inFolder,
  lectern,
  recordOf,
  smallPayload,
  writeFiles,
  writeSmallBundle,
  type Change,
} from './check-fixtures'

const coverage = {
  statements: 3,
  withFinding: 3,
  withPassage: 2,
  findings: 3,
  noEvidenceFound: 1,
  passages: 2,
}

describe('lectern check of an authoring folder', () => {
  test('finds nothing in a sound folder and counts what the chain holds', () =>
    inFolder(async (root) => {
      const ran = await lectern('check', await writeFiles(root, smallFolder), '--json')
      expect(ran.code).toBe(0)
      expect(recordOf(ran)).toMatchObject({ ok: true, coverage })
    }))

  test('tells every flaw at once, each with file, line, meaning and next step', () =>
    inFolder(async (root) => {
      const changes = {
        ...edited('conditions/fibromyalgia.md', ['finding=fm-pain-12w', 'finding=nothing']),
        'claims.yaml': 'claims: []\nextra: 1\n',
        'notes.txt': 'mine',
      }
      const dir = await writeFiles(root, { ...smallFolder, ...changes })
      const { code, out, err } = await lectern('check', dir)
      expect({ code, err }).toEqual({ code: 1, err: '' })
      expect(out).toMatch(/^claims\.yaml:2 {2}BAD_FIELD {2}A field .* → Compare the field/m)
      expect(out).toMatch(/^conditions\/fibromyalgia\.md:12 {2}UNKNOWN_FINDING .*nothing.* → Correct the id/m)
      expect(out).toMatch(/^notes\.txt {2}STRAY_FILE/m)
      const json = await lectern('check', dir, '--json')
      expect(json.code).toBe(1)
      const { ok, flaws } = recordOf(json) as { ok: boolean; flaws: Record<string, unknown>[] }
      expect(ok).toBe(false)
      for (const flaw of flaws) {
        expect(Object.keys(flaw)).toEqual(
          expect.arrayContaining(['code', 'at', 'says', 'next', 'severity']) as string[],
        )
      }
      expect(flaws).toContainEqual(expect.objectContaining({ code: 'STRAY_FILE', severity: 'warning' }))
    }))

  test('is not failed by warnings', () =>
    inFolder(async (root) => {
      const { code, out } = await lectern('check', await writeFiles(root, { ...smallFolder, 'a.txt': '' }))
      expect(code).toBe(0)
      expect(out).toMatch(/0 errors, \d+ warnings?; 3 statements/)
    }))

  test('writes nothing into the folder', () =>
    inFolder(async (root) => {
      const dir = await writeFiles(root, smallFolder)
      await lectern('check', dir)
      const { readdir } = await import('node:fs/promises')
      expect((await readdir(dir, { recursive: true })).filter((name) => /lectern|tmp/.test(name))).toEqual([])
    }))
})

describe('lectern check of a bundle', () => {
  test('finds nothing in what lectern pack wrote, and counts the same', () =>
    inFolder(async (root) => {
      const out = join(root, 'small.lectern')
      await lectern('pack', await writeFiles(join(root, 'dir'), smallFolder), '--out', out)
      const ran = await lectern('check', out, '--json')
      expect(recordOf(ran)).toEqual({ ok: true, flaws: [], coverage })
      expect(ran.code).toBe(0)
    }))

  const gone = '{"type":"citation","items":[{"source":"gone","label":"Gone"}]}'
  const text = '{"type":"text","value":"Nothing but text."}'
  const refusals: [string, Record<string, Change>, string, string][] = [
    [
      '§8.1 a statement on a finding that is not there',
      { 'conditions/fibromyalgia.json': ['"fm-dreams"', '"gone"'] },
      'UNKNOWN_FINDING',
      'conditions/fibromyalgia.json',
    ],
    [
      '§8.1 a statement on a finding of another condition',
      { 'conditions/fibromyalgia.json': ['"fm-dreams"', '"cd-any"'] },
      'FINDING_ELSEWHERE',
      'conditions/fibromyalgia.json',
    ],
    [
      '§8.2 a statement that is surer than its findings',
      { 'conditions/fibromyalgia.json': ['"certainty":"very low"', '"certainty":"high"'] },
      'BAD_JSON',
      'conditions/fibromyalgia.json',
    ],
    [
      '§9.3 a finding on a passage that is not there',
      { 'evidence/fibromyalgia.json': ['"bruun2024-dreams"', '"gone"'] },
      'UNKNOWN_PASSAGE',
      'evidence/fibromyalgia.json',
    ],
    [
      '§9.3 a finding whose passage stands in another source',
      { 'evidence/fibromyalgia.json': ['"source":"bruun2024"}', '"source":"plain"}'] },
      'UNKNOWN_PASSAGE',
      'evidence/fibromyalgia.json',
    ],
    [
      '§9.2 a finding without passage or noEvidence',
      { 'evidence/crohns-disease.json': ['"noEvidence"', '"nothing"'] },
      'NO_PASSAGE',
      'evidence/crohns-disease.json',
    ],
    [
      '§12.2 a quote that is not at its position',
      { 'sources/bruun2024.json': ['"quote":"four"', '"quote":"five"'] },
      'QUOTE_NOT_FOUND',
      'sources/bruun2024.json',
    ],
    [
      '§12.6 a passage that is not marked in the text',
      {
        'sources/bruun2024.json': ['"type":"passage","id":"bruun2024-pain"', '"type":"passage","id":"other"'],
      },
      'QUOTE_NOT_FOUND',
      'sources/bruun2024.json',
    ],
    [
      '§11.7 a source that is rested on by a statement that is not there',
      { 'sources/bruun2024.json': ['"id":"fm-pain",', '"id":"gone",'] },
      'UNKNOWN_STATEMENT',
      'sources/bruun2024.json',
    ],
    [
      '§7.6 a citation of a source that is not there',
      { 'sources/plain.json': [text, gone] },
      'UNKNOWN_SOURCE',
      'sources/plain.json',
    ],
    [
      '§7.5 a link that leads nowhere',
      {
        'conditions/crohns-disease.json': ['/conditions/fibromyalgia?statement=fm-pain', '/conditions/gone'],
      },
      'BROKEN_LINK',
      'conditions/crohns-disease.json',
    ],
    [
      '§14.3 a handout that rests on a passage that is not there',
      { 'handouts/fibromyalgia-easy.json': ['"bruun2024-pain"', '"gone"'] },
      'UNKNOWN_PASSAGE',
      'handouts/fibromyalgia-easy.json',
    ],
    [
      '§13.2 a claim with a condition that is not there',
      { 'claims.json': ['["fibromyalgia"]', '["gone"]'] },
      'UNKNOWN_CONDITION',
      'claims.json',
    ],
    [
      '§13.2 a claim with a source that is not there',
      { 'claims.json': ['"id":"bruun2024"', '"id":"gone"'] },
      'UNKNOWN_SOURCE',
      'claims.json',
    ],
    [
      '§4.1 a page that the contents promise and is not there',
      { 'handouts/fibromyalgia-easy.json': null },
      'MISSING_ENTRY',
      'bundle.json',
    ],
    [
      '§5.9 news of a page that is not there',
      {
        'bundle.json': [
          '"changes":[]',
          '"changes":[{"version":"1.0.0","day":"2026-11-22","items":[{"says":"New.","concerns":[{"condition":"gone"}]}]}]',
        ],
      },
      'UNKNOWN_CONDITION',
      'bundle.json',
    ],
    ['contents that are not there', { 'bundle.json': null }, 'MISSING_ENTRY', 'bundle.json'],
    [
      '§18.1 a result of a search that leads nowhere',
      { 'search/shard-0.bin': ['"kind":"claim","id":"c01"', '"kind":"claim","id":"c99"'] },
      'BROKEN_LINK',
      'search/shard-0.bin',
    ],
    [
      '§5.6 counts that are not so',
      { 'bundle.json': ['"statements":3', '"statements":4'] },
      'BAD_JSON',
      'bundle.json',
    ],
    ['§5.6 PDFs that are not there', { 'bundle.json': ['"pdfs":0', '"pdfs":3'] }, 'BAD_JSON', 'bundle.json'],
    [
      '§4.6 a page under the name of another',
      { 'sources/plain.json': ['"id":"plain"', '"id":"plane"'] },
      'ID_IS_NOT_NAME',
      'sources/plain.json',
    ],
    [
      '§4.2 a page that its schema does not know',
      { 'claims.json': ['"verdict":"partly"', '"verdict":"maybe"'] },
      'BAD_JSON',
      'claims.json',
    ],
    [
      '§7.1 raw HTML in a page',
      { 'sources/plain.json': [text, '{"type":"html","value":"<b>"}'] },
      'BAD_JSON',
      'sources/plain.json',
    ],
    [
      '§18.2 a search index that cannot be asked',
      { 'search/shard-0.bin': '{}' },
      'BAD_JSON',
      'search/shard-0.bin',
    ],
    [
      '§17.2 a format of the future',
      { 'bundle.json': ['"format":"1.0"', '"format":"2.0"'] },
      'NEWER_FORMAT',
      'bundle.json',
    ],
  ]
  test.each(refusals)('tells of %s', (_, changes, code, at) =>
    inFolder(async (root) => {
      const ran = await lectern('check', await writeSmallBundle(join(root, 'a'), changes), '--json')
      expect(ran.code).toBe(1)
      const { ok, flaws } = recordOf(ran) as { ok: boolean; flaws: unknown[] }
      expect(ok).toBe(false)
      expect(flaws).toContainEqual(expect.objectContaining({ code, at, severity: 'error' }))
    }),
  )

  test('tells several flaws of several files at once, and not what only follows from a file it could not read', () =>
    inFolder(async (root) => {
      const path = await writeSmallBundle(join(root, 'a'), {
        'sources/bruun2024.json': '{',
        'claims.json': ['["fibromyalgia"]', '["gone"]'],
      })
      const { flaws } = recordOf(await lectern('check', path, '--json')) as { flaws: { code: string }[] }
      expect(flaws.map(({ code }) => code).sort()).toEqual(['BAD_JSON', 'UNKNOWN_CONDITION'])
    }))

  test('§16.3 only warns of a file that format 1.0 does not know: a later minor version may add some', () =>
    inFolder(async (root) => {
      const ran = await lectern('check', await writeSmallBundle(join(root, 'a'), { 'extra.bin': '1' }))
      expect(ran.code).toBe(0)
      expect(ran.out).toMatch(/^extra\.bin {2}STRAY_FILE/)
    }))

  test('reads the same bundle unzipped into a folder', () =>
    inFolder(async (root) => {
      const { unzipped } = await import('./verify-fixtures')
      const dir = await unzipped(await writeSmallBundle(join(root, 'a')), join(root, 'b'))
      expect((await lectern('check', dir)).code).toBe(0)
      await writeFile(join(dir, 'data', 'claims.json'), '{}')
      expect((await lectern('check', dir)).out).toMatch(/^claims\.json {2}WRONG_HASH/m)
    }))
})

test('the small payload is what these tests think it is', async () => {
  expect([...(await smallPayload()).keys()]).toContain('search/shard-0.bin')
})

describe('dates', () => {
  test('§5.8 past ones are errors on that day, in a folder, a bundle and when packing, and warnings with --allow-expired', () =>
    inFolder(async (root) => {
      const dir = await writeFiles(join(root, 'dir'), smallFolder)
      const bundle = await writeSmallBundle(join(root, 'a'))
      const out = join(root, 'b')
      for (const args of [
        ['check', dir],
        ['check', bundle],
        ['pack', dir, '--out', out],
      ]) {
        expect((await lectern(...args, '--today', '2027-11-22')).code).toBe(0)
        const past = await lectern(...args, '--today', '2028-01-01')
        expect(past.code).toBe(1)
        expect(past.out).toMatch(/EXPIRED/)
        const allowed = await lectern(...args, '--today', '2028-01-01', '--allow-expired')
        expect(allowed.code).toBe(0)
        expect(allowed.out).toMatch(/STALE_BUT_ALLOWED/)
      }
    }))

  test.each(['yesterday', '2026-02-30', '22.11.2026'])('%s is no day', async (day) => {
    expect((await lectern('check', '.', '--today', day)).code).toBe(2)
  })
})

describe('lectern check ends with 2', () => {
  test('where there is nothing, or a folder that is no authoring folder', () =>
    inFolder(async (root) => {
      for (const path of [join(root, 'nothing'), root]) {
        const { code, out, err } = await lectern('check', path)
        expect({ code, out }).toEqual({ code: 2, out: '' })
        expect(err).toMatch(/CANNOT_READ|NO_FOLDER/)
        const json = await lectern('check', path, '--json')
        expect(json.code).toBe(2)
        expect(recordOf(json)).toMatchObject({ ok: false })
      }
    }))

  test.each([
    ['without a path', ['check']],
    ['with two paths', ['check', 'a', 'b']],
    ['with an unknown option', ['check', 'a', '--fix']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await lectern(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })

  test('but with 1 for a file that is no bundle: it was read and refused', () =>
    inFolder(async (root) => {
      await writeFile(join(root, 'a.lectern'), 'hello')
      await writeFile(join(root, 'empty.lectern'), '')
      for (const name of ['a.lectern', 'empty.lectern'])
        expect((await lectern('check', join(root, name))).code).toBe(1)
    }))
})
