import { bundleInfoSchema, type BundleInfo } from './bundle-info'
import { conditionSchema, type Condition } from './condition'
import { evidenceSummarySchema, type EvidenceSummary } from './evidence'
import type { Inline, Paragraph } from './mdast'
import { sourceSchema, type Source } from './source'

/* For tests: the smallest pages, findings and tables of contents that the schemas accept. Plain data where a test wants
 * to spoil it, read by its schema where a test wants the type. */

/** A run of text. */
export const text = (value: string): Inline => ({ type: 'text', value })

/** A paragraph of the given inline nodes. */
export const paragraph = (...children: Inline[]): Paragraph => ({ type: 'paragraph', block: 0, children })

/** A statement that rests on the given findings. */
export const statementData = (id: string, ...findings: readonly string[]): object => ({
  type: 'statement',
  id,
  certainty: 'low',
  findings,
  children: [{ type: 'text', value: `Statement ${id}.` }],
})

/** A finding that rests on the given passages of the source `younger2013`. */
export const findingData = (id: string, ...passages: readonly string[]): object => ({
  id,
  outcome: 'pain',
  words: 'Less pain.',
  direction: 'better',
  estimates: [],
  groups: [],
  certainty: 'low',
  reasons: [],
  passages: passages.map((passage) => ({ id: passage, source: 'younger2013' })),
})

/** A condition page whose one section holds the given statements, each in a paragraph of its own. */
export const conditionData = (...statements: readonly object[]): object => ({
  id: 'fibromyalgia',
  title: 'Fibromyalgia',
  language: 'en',
  codes: { icd10: ['M79.7'], mesh: ['Fibromyalgia'] },
  aliases: [],
  reviewed: '2026-11-22',
  sections: [
    {
      kind: 'bottom-line',
      title: 'Bottom line',
      body: statements.map((statement, block) => ({ type: 'paragraph', block, children: [statement] })),
    },
  ],
  claims: [],
  handouts: [],
  sources: [],
})

/** An evidence summary of the given findings. */
export const summaryData = (...findings: readonly object[]): object => ({
  id: 'fm-summary',
  condition: 'fibromyalgia',
  question: 'Does it help?',
  pico: { population: 'adults', intervention: 'LDN', comparison: 'placebo', outcomes: 'pain' },
  findings,
})

/** A source with one passage. */
export const sourceData = {
  id: 'younger2013',
  title: 'Low-dose naltrexone for fibromyalgia',
  label: 'Younger 2013',
  kind: 'digest',
  language: 'en',
  record: { id: 'younger2013', type: 'article-journal', DOI: '10.1002/art.37734' },
  study: { design: 'randomised crossover trial' },
  licence: null,
  seen: 'abstract',
  retraction: { status: 'none known', checked: '2026-11-22' },
  unconfirmed: [],
  doubt: null,
  body: [paragraph(text('Pain fell by 28.8%.'))],
  passages: [
    {
      id: 'younger2013-pain',
      quote: '28.8%',
      prefix: 'fell by ',
      suffix: '.',
      position: { in: 'text', block: 0, start: 13, end: 18 },
    },
  ],
  restsOn: { 'younger2013-pain': { findings: [], statements: [], claims: [], handouts: [] } },
}

/** A table of contents with one condition and one handout. */
export const infoData = {
  format: '1.0',
  id: 'ldn',
  version: '1.0.0',
  title: 'LDN evidence',
  publisher: 'The Lectern authors',
  licence: 'CC-BY-4.0',
  languages: ['en'],
  reviewed: '2026-11-22',
  expires: '2027-11-22',
  summary: 'What is known.',
  about: [paragraph(text('About.'))],
  groups: ['Pain'],
  columns: [{ id: 'pain', title: 'Pain' }],
  conditions: [
    {
      id: 'fibromyalgia',
      title: 'Fibromyalgia',
      group: 'Pain',
      aliases: [],
      certainty: 'low',
      reviewed: '2026-11-22',
      cells: [
        { column: 'pain', finding: 'fm-pain', short: 'less pain', direction: 'better', certainty: 'low' },
      ],
      sha256: { page: '0'.repeat(64), evidence: '1'.repeat(64) },
    },
  ],
  handouts: [
    {
      ...{ id: 'fm-easy', title: 'Fibromyalgia', language: 'en', level: 'easy', condition: 'fibromyalgia' },
      sha256: '2'.repeat(64),
    },
  ],
  counts: { sources: 1, claims: 0 },
  coverage: { statements: 1, withFinding: 1, withPassage: 1, findings: 1, noEvidenceFound: 0, passages: 1 },
  search: { fingerprint: 'f', shards: ['search/shard-0.bin'] },
}

/** The page of {@link conditionData}, read. */
export const condition = (...statements: readonly object[]): Condition =>
  conditionSchema.parse(conditionData(...statements))

/** The summary of {@link summaryData}, read. */
export const summary = (...findings: readonly object[]): EvidenceSummary =>
  evidenceSummarySchema.parse(summaryData(...findings))

/** The source of {@link sourceData}, read. */
export const source = (): Source => sourceSchema.parse(sourceData)

/** The table of contents of {@link infoData}, read, with other values for some fields. */
export const info = (change: Readonly<Record<string, unknown>> = {}): BundleInfo =>
  bundleInfoSchema.parse({ ...infoData, ...change })

/** The bytes of a value as JSON. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
