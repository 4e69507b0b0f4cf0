import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { severityOf } from '../../bundle'
import { compileBundle, type CompileOptions } from '../compile-bundle'
import { at, edited, folderOf, smallFolder } from '../fixtures/small-folder'

const flawsOf = async (
  changes: Parameters<typeof folderOf>[0],
  options?: CompileOptions,
): Promise<string[]> =>
  (await compileBundle(folderOf(changes), options)).flaws.map(({ code, at: place }) => `${code} ${place}`)

describe('each gate tells the file and the line', () => {
  const fm = 'conditions/fibromyalgia.md'
  const evidence = 'evidence/fibromyalgia.yaml'
  const easy = 'handouts/fibromyalgia-easy.md'
  test.each<[string, string, string, string, string, string?]>([
    ['statement', fm, 'LDN may make *little or no* difference to', 'LDN reduces', 'WORDING_TOO_STRONG'],
    ['statement, praise', fm, 'dreams and pain', 'these remarkable dreams', 'WORDING_PROMOTIONAL'],
    [
      'bottom line, praise',
      fm,
      '## Bottom line\n',
      '## Bottom line\n\nLDN cures pain.\n',
      'WORDING_PROMOTIONAL',
      'LDN cures',
    ],
    [
      'language of a page',
      fm,
      'reviewed: 2026-11-22',
      'reviewed: 2026-11-22\nlanguage: de',
      'WORDING_NOT_CHECKED',
      '---\nid',
    ],
    [
      'finding',
      evidence,
      'LDN may make little or no difference to mean',
      'LDN probably lowers',
      'WORDING_TOO_STRONG',
      'words: LDN',
    ],
    ['short words', evidence, 'short: more', 'short: proven', 'WORDING_PROMOTIONAL'],
    ['our answer to a claim', 'claims.yaml', 'It was studied.', 'This is proven.', 'WORDING_PROMOTIONAL'],
    ['percentage', evidence, 'percent: 45', 'percent: 54', 'PERCENT_AGAINST_COUNTS', '- { label: LDN'],
    ['p value', evidence, "p: '0.27'", "p: '0.02'", 'P_AGAINST_INTERVAL'],
    ['levels', evidence, 'levels: 2', 'levels: 1', 'CERTAINTY_AGAINST_REASONS', 'certainty: low'],
    [
      'dose of a study',
      'sources/bruun2024.md',
      "participants: '99' }",
      "dose: '6 a day' }",
      'DOSE_WITHOUT_UNIT',
      'study:',
    ],
    [
      'unit of a study',
      'sources/bruun2024.md',
      "participants: '99' }",
      'dose: 5 ug a day }',
      'ERROR_PRONE_ABBREVIATION',
      'study:',
    ],
    [
      'unit in a question',
      evidence,
      'intervention: LDN',
      'intervention: LDN 5 mcg',
      'ERROR_PRONE_ABBREVIATION',
    ],
    ['unit on a page', fm, 'a ratio of 3:1', '5 mcg', 'ERROR_PRONE_ABBREVIATION', 'At 12:30'],
    ['unit in a handout', easy, 'say if', 'take 5 mcg if', 'ERROR_PRONE_ABBREVIATION', '- take'],
    ['handout, too strong', easy, 'We are very unsure if LDN helps.', 'LDN may help.', 'WORDING_TOO_STRONG'],
    ['handout, praise', easy, 'We are', 'It is a miracle. We are', 'WORDING_PROMOTIONAL', 'It is a'],
    ['handout, title', easy, 'title: LDN and', 'title: LDN cures', 'WORDING_PROMOTIONAL'],
    ['handout, percent', easy, 'say if', 'tell 45% if', 'PERCENT_ALONE', '- tell'],
    [
      'handout, nothing to do',
      easy,
      'say if you take an opioid',
      'opioids',
      'HANDOUT_NOTHING_TO_DO',
      '\n## In short',
    ],
    [
      'handout, too hard',
      easy,
      'We are very unsure',
      'Pharmacological considerations notwithstanding, rheumatological authorities internationally remain extraordinarily very unsure'.replace(
        'extraordinarily ',
        '',
      ),
      'HANDOUT_TOO_HARD',
      'level: easy',
    ],
    [
      'translation of nothing',
      easy,
      'level: easy',
      'level: easy\ntranslation: { of: gone, status: draft }',
      'UNKNOWN_HANDOUT',
      'translation',
    ],
    [
      'address',
      'references.json',
      '"DOI"',
      '"URL": "http://example.org",\n    "DOI"',
      'BAD_WEB_ADDRESS',
      '"URL"',
    ],
  ])('%s', async (_, path, from, to, code, words = to) => {
    const changes = edited(path, [from, to])
    expect(await flawsOf(changes)).toContain(`${code} ${at(path, words, changes)}`)
  })

  test('regimens', async () => {
    const path = 'conditions/fibromyalgia.md'
    const table =
      '## Regimens reported\n\n| Where | Start | When |\n| --- | --- | --- |\n| Trial 2 | 4.5 | day 1 |\n'
    const changes = { [path]: `${smallFolder[path] ?? ''}\n${table}` }
    expect(await flawsOf(changes)).toEqual([`DOSE_WITHOUT_UNIT ${at(path, '| Trial 2', changes)}`])
  })
})

describe('retraction', () => {
  const retracted = edited('sources/bruun2024.md', ['status: none known', 'status: retracted'])
  test('reaches every finding and handout', async () => {
    expect(await flawsOf(retracted)).toEqual([
      'RETRACTED_NOT_SAID evidence/fibromyalgia.yaml:10',
      'RETRACTED_RATED_TOO_HIGH evidence/fibromyalgia.yaml:28',
      'RETRACTED_NOT_SAID evidence/fibromyalgia.yaml:32',
      'HANDOUT_ON_RETRACTED handouts/fibromyalgia-easy.md:3',
    ])
  })
})

describe('freshness', () => {
  test('is not checked without a day', async () => {
    expect(await flawsOf({})).toEqual([])
  })
  test('§5.8 stops packing when past, unless it is allowed', async () => {
    const past = await compileBundle(folderOf(), { today: '2028-01-01', allowExpired: false })
    expect(new Set(past.flaws.map(({ code }) => code))).toEqual(new Set(['EXPIRED', 'REVIEW_OVERDUE']))
    expect(past.payload).toBeNull()
    const allowed = await compileBundle(folderOf(), { today: '2028-01-01', allowExpired: true })
    expect(new Set(allowed.flaws.map(({ code }) => code))).toEqual(new Set(['STALE_BUT_ALLOWED']))
    expect(allowed.payload).not.toBeNull()
  })
  test('is told when near, at its line', async () => {
    expect(await flawsOf({}, { today: '2027-11-01', allowExpired: false })).toContain(
      `EXPIRES_SOON ${at('bundle.yaml', 'expires')}`,
    )
  })
})

describe('a handout in two languages', () => {
  const german = (dose: string, more = ''): Record<string, string> => ({
    ...edited('bundle.yaml', ['languages: [en]', 'languages: [en, de]']),
    ...edited('handouts/fibromyalgia-easy.md', ['say if', 'take 4.5 mg and say if']),
    'handouts/fm-de.md': `---\nid: fm-de\ntitle: LDN\nlanguage: de\nlevel: easy\ncondition: fibromyalgia\nreviewed: 2026-11-22\n${more}---\n\n## Kurz\n\n${dose}\n`,
  })
  test('has the same figures, and is told what was not checked', async () => {
    expect((await flawsOf(german('4,5 mg'))).sort()).toEqual([
      'HANDOUT_NOT_MEASURED handouts/fm-de.md:5',
      'WORDING_NOT_CHECKED handouts/fm-de.md:1',
    ])
  })
  test.each(['45 mg', '4,5 Mikrogramm', 'LDN'])('is refused with others: %s', async (dose) => {
    expect(await flawsOf(german(dose))).toContain('TRANSLATION_DIFFERS handouts/fm-de.md:9')
    expect(await flawsOf(german(dose, 'translation: { of: fibromyalgia-easy, status: draft }\n'))).toContain(
      'TRANSLATION_DIFFERS handouts/fm-de.md:10',
    )
  })
  test('§14.2 says to its readers how far it was checked', async () => {
    const files = german('4,5 mg', 'translation: { of: fibromyalgia-easy, status: draft }\n')
    const { payload } = await compileBundle(folderOf(files))
    for await (const { path, bytes } of payload ?? [])
      if (path === 'handouts/fm-de.json')
        expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
          translation: { of: 'fibromyalgia-easy', status: 'draft' },
        })
  })
})

test('a finding that cannot be read is not told again through its statements and handouts', async () => {
  const broken = edited('evidence/fibromyalgia.yaml', ['direction: worse', 'direction: up'])
  expect((await flawsOf(broken)).map((flaw) => flaw.split(' ')[0])).toEqual(['BAD_FIELD'])
})

test('every sentence of the bundle that ships passes every gate', async () => {
  const root = new URL('../../../resources/ldn/', import.meta.url)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/').slice(root.pathname.length))
  const { flaws, coverage } = await compileBundle({
    paths: new Set(paths),
    read: (path) => Promise.resolve(readFileSync(new URL(path, root), 'utf8')),
    readBytes: (path) => Promise.resolve(readFileSync(new URL(path, root))),
  })
  expect(flaws.filter((flaw) => severityOf(flaw) === 'error')).toEqual([])
  expect(coverage.statements).toBeGreaterThan(40)
})
