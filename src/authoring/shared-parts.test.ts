import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  bundleInfoSchema,
  conditionSchema,
  evidenceFileSchema,
  glossarySchema,
  resourcesSchema,
  sourceSchema,
  type Flaw,
} from '../bundle'
import { compileBundle, type Compiled } from './compile-bundle'
import { at, edited, folderOf } from './fixtures/small-folder'

const regimens = `regimens:
  - id: fm-regimen-bruun
    title: Largest trial, Denmark
    basis: randomised trial
    start: 1.5 mg a day
    target: 6 mg a day
    timing: once a day, in the evening
    findings: [fm-pain-12w, fm-dreams]
    passages: [bruun2024-pain]
  - id: fm-regimen-said
    title: As the article says
    basis: article
    target: 4.5 mg a day
    passages: [bruun2024-dreams]
`
const glossary = `terms:
  - { id: fiq, term: FIQ-R, aliases: [FIQR], says: A score of how much fibromyalgia disturbs daily life. }
  - { id: cdai, term: CDAI, says: A score of disease activity. }
`
const resources = `resources:
  - id: trust
    title: A trust
    kind: organisation
    offers: Guides for patients.
    access: free
    url: https://example.org/guides
    seen: page not seen
    note: It sells what it praises.
    sources: [plain]
`
const topic = `---
id: safety
kind: topic
title: Safety
reviewed: 2026-11-22
---

## Bottom line

Ask about opioids first [@bruun2024].

## Before surgery

Plain text.

## Interactions

:statement[The evidence is very uncertain about interactions.]{#s-says finding=s-finding}
`
const topicEvidence = `summaries:
  - id: s
    question: What interacts?
    pico: { population: Adults, intervention: LDN, comparison: none, outcomes: any }
    findings:
      - id: s-finding
        outcome: Any
        words: The evidence is very uncertain.
        direction: unclear
        certainty: very low
        passages: [bruun2024-dreams]
`
const everything = {
  ...edited('bundle.yaml', ['columns:', 'safety: safety\ncolumns:']),
  'regimens/fibromyalgia.yaml': regimens,
  'glossary.yaml': glossary,
  'resources.yaml': resources,
  'conditions/safety.md': topic,
  'evidence/safety.yaml': topicEvidence,
}

async function payloadOf({ flaws, payload }: Compiled): Promise<Map<string, Uint8Array>> {
  expect(flaws).toEqual([])
  const files = new Map<string, Uint8Array>()
  for await (const { path, bytes } of payload ?? []) files.set(path, bytes)
  return files
}

const compiled = async (): Promise<Map<string, Uint8Array>> =>
  payloadOf(await compileBundle(folderOf(everything)))

const json = (files: ReadonlyMap<string, Uint8Array>, path: string): unknown =>
  JSON.parse(new TextDecoder().decode(files.get(path)))

async function flawsOf(changes: Record<string, string | null>): Promise<string[]> {
  const { flaws } = await compileBundle(folderOf({ ...everything, ...changes }))
  return flaws.map(({ code, at: where }: Flaw) => `${code} ${where}`)
}

describe('§10.1 a regimen', () => {
  test('§10.2 stands on its page with the weakest certainty of what was seen with it', async () => {
    const page = conditionSchema.parse(json(await compiled(), 'conditions/fibromyalgia.json'))
    expect(page.regimens).toMatchObject([
      {
        id: 'fm-regimen-bruun',
        start: '1.5 mg a day',
        certainty: 'very low',
        passages: [{ id: 'bruun2024-pain', source: 'bruun2024', label: 'Bruun and others 2024' }],
      },
      { id: 'fm-regimen-said', certainty: null, findings: [] },
    ])
    expect(page.sections.map(({ kind }) => kind)).toEqual([
      'bottom-line',
      'studied',
      'regimens',
      'claims',
      'sources',
    ])
  })

  test('is told to the passage that reports it', async () => {
    const { restsOn } = sourceSchema.parse(json(await compiled(), 'sources/bruun2024.json'))
    expect(restsOn['bruun2024-dreams']?.regimens).toEqual([
      { id: 'fm-regimen-said', condition: 'fibromyalgia', title: 'As the article says' },
    ])
  })

  const changed = (from: string, to: string): Record<string, string> => {
    expect(regimens).toContain(from)
    return { 'regimens/fibromyalgia.yaml': regimens.replace(from, to) }
  }
  test.each([
    ['a dose without its unit', 'start: 1.5 mg a day', 'start: 1.5 a day', 'DOSE_WITHOUT_UNIT', 'start:'],
    ['a dose that can be misread', '6 mg a day', '6 mcg a day', 'ERROR_PRONE_ABBREVIATION', 'target:'],
    ['praise', 'title: Largest trial, Denmark', 'title: A proven dose', 'WORDING_PROMOTIONAL', 'title:'],
    ['a finding that is not there', 'fm-dreams]', 'gone]', 'UNKNOWN_FINDING', 'findings:'],
    ['a finding of another page', 'fm-dreams]', 'cd-any]', 'FINDING_ELSEWHERE', 'findings:'],
    ['a passage that is not there', '[bruun2024-pain]', '[gone]', 'UNKNOWN_PASSAGE', 'passages:'],
    ['no passage', '[bruun2024-pain]', '[]', 'BAD_FIELD', 'passages:'],
    ['a basis of another name', 'basis: randomised trial', 'basis: hearsay', 'BAD_FIELD', 'basis:'],
    ['an unknown field', 'timing:', 'when:', 'BAD_FIELD', 'when:'],
    ['a certainty of its own', 'timing:', 'certainty: high\n    timing:', 'BAD_FIELD', 'certainty:'],
    ['an id that another has', 'fm-regimen-said', 'FM-regimen-bruun', 'DUPLICATE_ID', 'id: FM-'],
  ])('is refused with %s', async (_, from, to, code, place) => {
    const changes = changed(from, to)
    expect(await flawsOf(changes)).toContain(`${code} ${at('regimens/fibromyalgia.yaml', place, changes)}`)
  })

  test('§10.2 of a condition that has no page is refused', async () => {
    expect(await flawsOf({ 'regimens/gout.yaml': 'regimens: []\n' })).toEqual([
      'UNKNOWN_CONDITION regimens/gout.yaml:1',
    ])
  })
})

describe('the studies behind findings', () => {
  test('§9.9 are gathered with their design, each once', async () => {
    const file = evidenceFileSchema.parse(json(await compiled(), 'evidence/fibromyalgia.json'))
    expect(file.studies).toEqual([
      {
        source: 'bruun2024',
        label: 'Bruun and others 2024',
        study: { design: 'Randomised trial', participants: '99' },
      },
    ])
  })
})

describe('§6.3 a topic', () => {
  test('has a bottom line and then sections of its own, in the order of its author', async () => {
    const page = conditionSchema.parse(json(await compiled(), 'conditions/safety.json'))
    expect(page.kind).toBe('topic')
    expect(page.sections.map(({ kind, title }) => [kind, title])).toEqual([
      ['bottom-line', 'Bottom line'],
      ['topic', 'Before surgery'],
      ['topic', 'Interactions'],
      ['sources', 'Sources'],
    ])
  })

  test('needs a bottom line like any page', async () => {
    const changes = { 'conditions/safety.md': topic.replace('## Bottom line', '## First') }
    expect(await flawsOf(changes)).toEqual(['NO_BOTTOM_LINE conditions/safety.md:7'])
  })

  test('may hold no text before its first section', async () => {
    const changes = { 'conditions/safety.md': topic.replace('## Bottom line', 'Text.\n\n## Bottom line') }
    expect(await flawsOf(changes)).toEqual(['UNKNOWN_SECTION conditions/safety.md:8'])
  })

  test('§5.7 is named by the bundle as its safety page, and must be there', async () => {
    const info = bundleInfoSchema.parse(json(await compiled(), 'bundle.json'))
    expect(info.safety).toBe('safety')
    expect(info.conditions.map(({ id, kind }) => [id, kind])).toContainEqual(['safety', 'topic'])
    const changes = { 'conditions/safety.md': null, 'evidence/safety.yaml': null }
    expect(await flawsOf(changes)).toEqual([`UNKNOWN_CONDITION ${at('bundle.yaml', 'safety:', everything)}`])
  })
})

describe('§15.1 the glossary', () => {
  test('is written in alphabetical order', async () => {
    const { terms } = glossarySchema.parse(json(await compiled(), 'glossary.json'))
    expect(terms.map(({ term }) => term)).toEqual(['CDAI', 'FIQ-R'])
  })

  test.each([
    ['two terms of one name', 'aliases: [FIQR]', 'aliases: [cdai]', 'DUPLICATE_ID', '{ id: cdai'],
    ['a term without words', 'says: A score of disease activity.', "says: ''", 'BAD_FIELD', '{ id: cdai'],
    ['an unknown field', 'aliases: [FIQR]', 'alias: FIQR', 'BAD_FIELD', '{ id: fiq'],
  ])('is refused with %s', async (_, from, to, code, place) => {
    const changes = { 'glossary.yaml': glossary.replace(from, to) }
    expect(await flawsOf(changes)).toContain(`${code} ${at('glossary.yaml', place, changes)}`)
  })
})

describe('§15.2 a resource', () => {
  test('is written with the sources that name it', async () => {
    const file = resourcesSchema.parse(json(await compiled(), 'resources.json'))
    expect(file.resources).toMatchObject([
      { id: 'trust', sources: [{ id: 'plain', label: 'A plain document' }] },
    ])
  })

  test.each([
    ['an address that is not https', 'https://example.org/guides', 'http://example.org', 'BAD_FIELD', 'url:'],
    [
      'a name hidden before the host',
      'https://example.org',
      'https://trust.org@example.org',
      'BAD_FIELD',
      'url:',
    ],
    [
      'an address with spaces',
      'https://example.org/guides',
      "'https://example.org/a b'",
      'BAD_WEB_ADDRESS',
      'url:',
    ],
    ['a kind of another name', 'kind: organisation', 'kind: shop', 'BAD_FIELD', 'kind:'],
    ['a source that is not there', '[plain]', '[gone]', 'UNKNOWN_SOURCE', 'sources: [gone'],
  ])('is refused with %s', async (_, from, to, code, place) => {
    const changes = { 'resources.yaml': resources.replace(from, to) }
    expect(await flawsOf(changes)).toContain(`${code} ${at('resources.yaml', place, changes)}`)
  })
})

describe('§5.5 content hashes', () => {
  test('are the SHA-256 of the files of pages, evidence and handouts', async () => {
    const files = await compiled()
    const info = bundleInfoSchema.parse(json(files, 'bundle.json'))
    const hashOf = (path: string): string =>
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex')
    for (const { id, sha256 } of info.conditions)
      expect(sha256).toEqual({
        page: hashOf(`conditions/${id}.json`),
        evidence: hashOf(`evidence/${id}.json`),
      })
    for (const { id, sha256 } of info.handouts) expect(sha256).toBe(hashOf(`handouts/${id}.json`))
  })
})

describe('a claim', () => {
  test('§13.2 may be answered by a passage, which then knows of it', async () => {
    const files = await payloadOf(
      await compileBundle(
        folderOf({
          ...everything,
          ...edited('claims.yaml', ['statements: [fm-pain]', 'passages: [bruun2024-dreams]']),
        }),
      ),
    )
    const { restsOn } = sourceSchema.parse(json(files, 'sources/bruun2024.json'))
    expect(restsOn['bruun2024-dreams']?.claims.map(({ id }) => id)).toEqual(['c01'])
  })

  test('is refused with a passage that is not there', async () => {
    const changes = edited('claims.yaml', ['statements: [fm-pain]', 'passages: [gone]'])
    expect(await flawsOf(changes)).toEqual([`UNKNOWN_PASSAGE ${at('claims.yaml', 'passages', changes)}`])
  })
})
