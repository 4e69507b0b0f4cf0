import { describe, expect, test } from 'vitest'
import { FlawError, type Flaw } from '../bundle'
import { compileBundle } from './compile-bundle'
import { at, edited, folderOf, smallFolder } from './fixtures/small-folder'

const flawsOf = async (changes: Parameters<typeof folderOf>[0]): Promise<readonly Flaw[]> => {
  const { flaws, payload } = await compileBundle(folderOf(changes))
  expect(payload).toBeNull()
  return flaws
}

describe('§16.2 refuses, with the line', () => {
  const fm = 'conditions/fibromyalgia.md'
  const fmEvidence = 'evidence/fibromyalgia.yaml'
  const cdEvidence = 'evidence/crohns-disease.yaml'
  const bruun = 'sources/bruun2024.md'
  const easy = 'handouts/fibromyalgia-easy.md'
  test.each<[string, string, string, string, Flaw['code'], string?]>([
    // what it is, the file, words there, what they become, the flaw, and the words of its line if others
    ['a missing field', 'bundle.yaml', 'id: small\n', '', 'BAD_FIELD', 'version'],
    ['a bundle id in capitals', 'bundle.yaml', 'id: small', 'id: Small', 'BAD_FIELD'],
    ['an unknown field', 'bundle.yaml', 'summary:', 'sumary:', 'BAD_FIELD'],
    ['a version that is none', 'bundle.yaml', 'version: 1.0.0', 'version: 1.0', 'BAD_FIELD'],
    ['a day that does not exist', 'bundle.yaml', 'expires: 2027-11-22', 'expires: 2027-02-30', 'BAD_FIELD'],
    ['an end before the review', 'bundle.yaml', 'expires: 2027-11-22', 'expires: 2025-11-22', 'BAD_FIELD'],
    ['broken YAML', 'bundle.yaml', 'title: A small bundle', 'title: A: small bundle', 'BAD_YAML'],
    [
      'a record with a bad DOI',
      'references.json',
      '"10.1016/S2665-9913(23)00278-3"',
      '"doi:10.1016"',
      'BAD_FIELD',
    ],
    ['a page without front matter', fm, '---\nid: fib', 'id: fib', 'NO_FRONT_MATTER'],
    ['an id that is not the name', fm, 'id: fibromyalgia', 'id: fibro', 'ID_IS_NOT_NAME'],
    ['an unknown key in front matter', fm, 'aliases: [FM, FMS]', 'alias: [FM, FMS]', 'BAD_FIELD'],
    ['a group that bundle.yaml does not have', fm, 'group: Pain', 'group: Heart', 'BAD_FIELD'],
    ['an unknown section', fm, '## What was studied', '## Background', 'UNKNOWN_SECTION'],
    ['text before the first section', fm, '## Bottom line', 'Hello.\n\n## Bottom line', 'UNKNOWN_SECTION'],
    ['a section twice', fm, '## What was studied', '##  Bottom line', 'SECTION_ORDER'],
    ['a statement without a finding', fm, '{#fm-pain finding=fm-pain-12w}', '{#fm-pain}', 'NO_FINDING'],
    ['a statement on nothing', fm, 'finding=fm-pain-12w}', 'finding=fm-pian}', 'UNKNOWN_FINDING'],
    ['a finding of another page', fm, 'finding=fm-pain-12w}', 'finding=cd-any}', 'FINDING_ELSEWHERE'],
    ['§4.5 a statement id that stands twice', fm, '{#fm-two ', '{#fm-PAIN ', 'DUPLICATE_ID'],
    ['a statement id of another page', fm, '{#fm-two ', '{#cd-none ', 'DUPLICATE_ID'],
    ['a citation of nothing', fm, '[@bruun2024; @plain]', '[@bruun2024; @plane]', 'UNKNOWN_SOURCE'],
    ['raw HTML', fm, 'Opioids and LDN', 'Opioids <br> LDN', 'NOT_IN_SUBSET'],
    ['an unknown directive', fm, ':::warning', ':::danger', 'UNKNOWN_DIRECTIVE'],
    [
      'a link out of the bundle',
      'about.md',
      '(/conditions/fibromyalgia)',
      '(https://example.org)',
      'BROKEN_LINK',
    ],
    ['a link to no page', 'about.md', '(/conditions/fibromyalgia)', '(/conditions/fibro)', 'BROKEN_LINK'],
    [
      'a link to no statement',
      'conditions/crohns-disease.md',
      'statement=fm-pain',
      'statement=fm-x',
      'BROKEN_LINK',
    ],
    [
      'an unknown key of a finding',
      fmEvidence,
      '        time: 12 weeks',
      '        when: 12 weeks',
      'BAD_FIELD',
    ],
    ['an unknown key of an interval', fmEvidence, 'level: 95', 'levl: 95', 'BAD_FIELD'],
    ['an unknown key of a reason', fmEvidence, 'why: Few', 'because: Few', 'BAD_FIELD'],
    ['an unknown certainty', fmEvidence, 'certainty: low', 'certainty: weak', 'BAD_FIELD'],
    ['a p value that is a number', fmEvidence, "p: '0.27'", 'p: 0.27', 'BAD_FIELD'],
    ['a column that bundle.yaml does not have', fmEvidence, 'column: symptom', 'column: pain', 'BAD_FIELD'],
    [
      'a column without short words',
      fmEvidence,
      'short: more\n        column: harms',
      'column: harms',
      'BAD_FIELD',
    ],
    ['more events than people', fmEvidence, 'events: 22', 'events: 50', 'BAD_FIELD'],
    [
      '§9.5 an interval beside its estimate',
      fmEvidence,
      'low: -0.95',
      'low: -0.25',
      'INTERVAL_WITHOUT_ESTIMATE',
    ],
    [
      'an interval turned round',
      fmEvidence,
      'low: -0.95, high: 0.27',
      'low: 0.27, high: -0.95',
      'INTERVAL_WITHOUT_ESTIMATE',
    ],
    ['an estimate from nowhere', fmEvidence, 'source: bruun2024', 'source: bruun2025', 'UNKNOWN_SOURCE'],
    ['a passage that is not there', fmEvidence, '[bruun2024-pain]', '[bruun2024-pian]', 'UNKNOWN_PASSAGE'],
    ['§4.5 a finding id that stands twice', fmEvidence, 'id: fm-dreams', 'id: fm-Pain-12w', 'DUPLICATE_ID'],
    ['certainty beside no evidence', cdEvidence, 'certainty: none', 'certainty: low', 'EVIDENCE_AND_NONE'],
    [
      'a quote that is not there',
      bruun,
      'The difference was -0.34',
      'The difference was -0.43',
      'QUOTE_NOT_FOUND',
    ],
    [
      'a quote that is there twice',
      bruun,
      "{ quote: four, prefix: 'stopped:', suffix: of 49 }",
      'four',
      'QUOTE_NOT_UNIQUE',
    ],
    [
      '§9.8 a disagreement with no source',
      'evidence/fibromyalgia.yaml',
      'certainty: low',
      'certainty: low\n        conflict: Doses differ.\n        against: [gone]',
      'UNKNOWN_SOURCE',
      'against:',
    ],
    [
      '§9.8 a disagreement with a source that it rests on',
      'evidence/fibromyalgia.yaml',
      'certainty: low',
      'certainty: low\n        conflict: Doses differ.\n        against: [bruun2024]',
      'BAD_FIELD',
      'against:',
    ],
    [
      '§9.8 a disagreement without what differs',
      'evidence/fibromyalgia.yaml',
      'certainty: low',
      'certainty: low\n        against: [plain]',
      'BAD_FIELD',
      'against:',
    ],
    ['an unknown key of a passage', bruun, 'suffix: of 49', 'sufix: of 49', 'BAD_FIELD'],
    ['an unknown key of a study', bruun, 'design: Rand', 'desing: Rand', 'BAD_FIELD'],
    ['a statement in a source', bruun, '## Result', ':statement[a]{#b finding=fm-dreams}', 'NOT_IN_SUBSET'],
    [
      'a source without title and record',
      'sources/plain.md',
      'title: A plain document\n',
      '',
      'BAD_FIELD',
      'id: plain',
    ],
    ['an unknown key of a claim', 'claims.yaml', 'who: the article', 'whom: the article', 'BAD_FIELD'],
    ['an unknown verdict', 'claims.yaml', 'verdict: partly', 'verdict: wrong', 'BAD_FIELD'],
    ['a claim on no condition', 'claims.yaml', '[fibromyalgia]', '[fibro]', 'UNKNOWN_CONDITION'],
    ['a claim on no statement', 'claims.yaml', '[fm-pain]', '[fm-pian]', 'UNKNOWN_STATEMENT'],
    ['a claim on no source', 'claims.yaml', 'sources: [bruun2024]', 'sources: [bruun]', 'UNKNOWN_SOURCE'],
    ['§13.3 claims of no article', 'claims.yaml', 'article: plain', 'article: plane', 'UNKNOWN_SOURCE'],
    ['§4.8 a handout in an unlisted language', easy, 'language: en', 'language: pt-BR', 'BAD_FIELD'],
    ['a handout on no condition', easy, 'condition: fibromyalgia', 'condition: fibro', 'UNKNOWN_CONDITION'],
    ['a handout on no finding', easy, '[fm-dreams]', '[fm-dream]', 'UNKNOWN_FINDING'],
    ['a handout on no passage', easy, '[bruun2024-pain]', '[bruun2024-pian]', 'UNKNOWN_PASSAGE'],
  ])('%s', async (_, path, from, to, code, words = to) => {
    const changes = edited(path, [from, to])
    const flaws = await flawsOf(changes)
    expect(flaws.map((flaw) => `${flaw.code} ${flaw.at}`)).toContain(`${code} ${at(path, words, changes)}`)
  })

  test('§8.3 a statement on findings and on nothing found', async () => {
    const changes = {
      ...edited('evidence/crohns-disease.yaml', [
        '    findings:\n',
        '    findings:\n      - { id: cd-two, outcome: Any, words: LDN may help., direction: unclear, certainty: low, passages: [bruun2024-pain] }\n',
      ]),
      ...edited('conditions/crohns-disease.md', ['finding=cd-any', 'finding="cd-any cd-two"']),
    }
    expect(await flawsOf(changes)).toEqual([
      { code: 'MIXED_STATEMENT', at: at('conditions/crohns-disease.md', ':statement'), detail: 'cd-none' },
    ])
  })

  test('§9.2 a finding that rests on nothing, and one that shows evidence and none', async () => {
    const bare = edited('evidence/fibromyalgia.yaml', ['        passages: [bruun2024-pain]\n', ''])
    expect((await flawsOf(bare)).map(({ code }) => code)).toEqual(['NO_PASSAGE'])
    const none = edited('evidence/fibromyalgia.yaml', ['certainty: low', 'certainty: none'])
    expect((await flawsOf(none)).map(({ code }) => code)).toContain('EVIDENCE_AND_NONE')
    const both = edited('evidence/crohns-disease.yaml', [
      'certainty: none',
      'certainty: none\n        passages: [bruun2024-pain]',
    ])
    expect((await flawsOf(both)).map(({ code }) => code)).toEqual(['EVIDENCE_AND_NONE'])
  })

  test('§6.2 a page without a bottom line, or with an empty one', async () => {
    const path = 'conditions/crohns-disease.md'
    const text = smallFolder[path] ?? ''
    const head = text.slice(0, text.indexOf('## Bottom line'))
    for (const body of ['', '## What people say\n\nHm.\n', '## Bottom line\n\n## What people say\n\nHm.\n'])
      expect(await flawsOf({ [path]: head + body, 'claims.yaml': null })).toContainEqual({
        code: 'NO_BOTTOM_LINE',
        at: `${path}:7`,
      })
  })

  test('§6.2 sections out of order', async () => {
    const path = 'conditions/fibromyalgia.md'
    const text = smallFolder[path] ?? ''
    const changes = { [path]: `${text}\n## Harms seen\n\nNone.\n\n## What was found\n\nNothing.\n` }
    expect(await flawsOf(changes)).toEqual([
      { code: 'SECTION_ORDER', at: at(path, '## What was found', changes), detail: 'What was found' },
    ])
  })

  test('§14.1 a handout that does not begin with its summary', async () => {
    const path = 'handouts/fibromyalgia-easy.md'
    for (const changes of [
      edited(path, ['## In short', '## Summary']),
      edited(path, ['## In short', 'Hello.\n\n## In short']),
      edited(path, ['We are very unsure if LDN helps.', '']),
    ])
      expect((await flawsOf(changes)).map(({ code }) => code)).toContain('HANDOUT_NO_SUMMARY')
  })

  test('evidence for no condition', async () => {
    expect(await flawsOf({ 'evidence/gut.yaml': 'summaries: []\n' })).toEqual([
      { code: 'UNKNOWN_CONDITION', at: 'evidence/gut.yaml:1', detail: 'gut' },
    ])
  })

  test('§4.3 §4.5 names that are no ids, and names that differ only in case', async () => {
    const lone = (id: string): string => `---\nid: ${id}\ntitle: Lone\n---\n`
    const flaws = await flawsOf({
      'sources/a b.md': lone('a'),
      'sources/aux.md': lone('aux'),
      'sources/Lone.md': lone('Lone'),
      'sources/lone.md': lone('lone'),
    })
    expect(flaws.filter(({ code }) => code !== 'UNUSED_SOURCE')).toEqual([
      { code: 'BAD_FIELD', at: 'sources/a b.md', detail: 'the name "a b" is not a usable id' },
      { code: 'BAD_FIELD', at: 'sources/aux.md', detail: 'the name "aux" is not a usable id' },
      { code: 'DUPLICATE_ID', at: 'sources/lone.md', detail: 'like sources/Lone.md' },
    ])
  })

  test('references that are no JSON, or no list', async () => {
    const broken = (smallFolder['references.json'] ?? '').replace('"title"', 'title"')
    const [first] = await flawsOf({ 'references.json': broken })
    expect(first).toMatchObject({
      code: 'BAD_REFERENCES',
      at: expect.stringMatching(/^references\.json:\d+$/) as string,
    })
    expect((await flawsOf({ 'references.json': '{}' }))[0]).toMatchObject({ code: 'BAD_REFERENCES' })
  })

  test('a folder without bundle.yaml', async () => {
    expect(await flawsOf({ 'bundle.yaml': null })).toEqual([{ code: 'NO_FOLDER', at: 'bundle.yaml' }])
  })

  test('a file that cannot be read, and goes on with the others', async () => {
    const folder = folderOf(edited('claims.yaml', ['verdict: partly', 'verdict: wrong']))
    const { flaws } = await compileBundle({
      ...folder,
      read: (path) => {
        if (path === 'about.md') throw new FlawError({ code: 'NOT_TEXT', at: path })
        return folder.read(path)
      },
    })
    expect(flaws.map(({ code }) => code)).toEqual(['NOT_TEXT', 'BAD_FIELD'])
  })
})

describe('every flaw at once', () => {
  test('each with its own line, by file and line', async () => {
    const changes = {
      ...edited(
        'bundle.yaml',
        ['version: 1.0.0', 'version: one'],
        ['groups: [Pain, Gut]', 'groups: [Pain, Gut]\nextra: 1'],
      ),
      ...edited(
        'conditions/fibromyalgia.md',
        ['finding=fm-pain-12w}', 'finding=gone}'],
        ['Opioids', '<b>Opioids</b>'],
      ),
      ...edited(
        'evidence/fibromyalgia.yaml',
        ['direction: worse', 'direction: up'],
        ['low: -0.95', 'low: 0'],
      ),
      ...edited(
        'sources/bruun2024.md',
        ['The difference was -0.34', 'A difference of -0.34'],
        ['## Result', '![x](y.png)'],
      ),
      ...edited('claims.yaml', ['[fm-pain]', '[fm-pain, gone]']),
    }
    const place = (path: string, words: string): string => at(path, words, changes)
    expect((await flawsOf(changes)).map((flaw) => `${flaw.at} ${flaw.code}`)).toEqual([
      `${place('bundle.yaml', 'version')} BAD_FIELD`,
      `${place('bundle.yaml', 'extra')} BAD_FIELD`,
      `${place('claims.yaml', 'gone')} UNKNOWN_STATEMENT`,
      `${place('conditions/fibromyalgia.md', 'gone')} UNKNOWN_FINDING`,
      `${place('conditions/fibromyalgia.md', '<b>')} NOT_IN_SUBSET`,
      `${place('conditions/fibromyalgia.md', '<b>')} NOT_IN_SUBSET`,
      `${place('evidence/fibromyalgia.yaml', 'low: 0,')} INTERVAL_WITHOUT_ESTIMATE`,
      `${place('evidence/fibromyalgia.yaml', 'direction: up')} BAD_FIELD`,
      `${place('sources/bruun2024.md', 'A difference')} QUOTE_NOT_FOUND`,
      `${place('sources/bruun2024.md', '![x]')} NOT_IN_SUBSET`,
    ])
  })

  test('a flaw in one place is not told again wherever its id is named', async () => {
    const finding = edited('evidence/fibromyalgia.yaml', ['direction: worse', 'direction: up'])
    expect((await flawsOf(finding)).map(({ code }) => code)).toEqual(['BAD_FIELD'])
    const head = edited('sources/bruun2024.md', ['seen: abstract', 'seen: nothing'])
    expect((await flawsOf(head)).map(({ code }) => code)).toEqual(['BAD_FIELD'])
    const statement = edited('conditions/fibromyalgia.md', ['finding=fm-pain-12w}', 'finding=gone}'])
    expect((await flawsOf(statement)).map(({ code }) => code)).toEqual(['UNKNOWN_FINDING'])
  })

  test('is still told of a page whose front matter is broken', async () => {
    const changes = edited(
      'conditions/fibromyalgia.md',
      ['title: Fibromyalgia', 'title: [a'],
      ['Opioids', '<b>'],
    )
    expect((await flawsOf(changes)).map(({ code }) => code)).toEqual(['BAD_YAML', 'NOT_IN_SUBSET'])
  })
})

describe('warns, and packs all the same', () => {
  test('of a source that nothing uses', async () => {
    const { flaws, payload } = await compileBundle(
      folderOf({ 'sources/lone.md': '---\nid: lone\ntitle: Lone\n---\n' }),
    )
    expect(flaws).toEqual([{ code: 'UNUSED_SOURCE', at: 'sources/lone.md:1', detail: 'lone' }])
    expect(payload).not.toBeNull()
  })

  test('of no source in a library of plain documents', async () => {
    const library = Object.fromEntries(
      Object.keys(smallFolder).map((path) => [
        path,
        /^(bundle\.yaml|sources\/plain)/.test(path) ? (smallFolder[path] ?? '') : null,
      ]),
    )
    const { flaws, payload } = await compileBundle(folderOf(library))
    expect(flaws).toEqual([])
    expect(payload).not.toBeNull()
  })

  test('of a file that nothing reads, but not of what people keep beside it', async () => {
    const { flaws, payload } = await compileBundle(
      folderOf({
        'condition/x.md': '',
        'README.md': '',
        LICENSE: '',
        '.git/config': '',
        'sources/.DS_Store': '',
      }),
    )
    expect(flaws).toEqual([{ code: 'STRAY_FILE', at: 'condition/x.md' }])
    expect(payload).not.toBeNull()
  })
})
