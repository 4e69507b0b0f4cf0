import { describe, expect, test } from 'vitest'
import {
  conditionSchema,
  handoutSchema,
  sourceSchema,
  type Condition,
  type Finding,
  type Source,
} from '../../bundle'
import { BlockReader } from '../markdown/block-reader'
import { parseMarkdown } from '../markdown/parse-markdown'
import { anchorPassages } from '../passages/anchor-passages'
import { claimRows } from './claim-rows'
import { conditionRows } from './condition-rows'
import { figuresOf } from './figures'
import { handoutRows } from './handout-rows'
import { sourceRows } from './source-rows'
import { placeName } from './words'

const blocks = (markdown: string) =>
  new BlockReader(markdown, 1, { source: () => null, firstLevel: true }, () => undefined).blocks(
    parseMarkdown(markdown).children,
  )

function source(markdown: string, passages: Record<string, string> = {}, changes: object = {}): Source {
  const authored = Object.entries(passages).map(([id, quote]) => ({ id: id as never, quote, line: 1 }))
  return sourceSchema.parse({
    ...{
      id: 's',
      title: 'A long title',
      label: 'Smith 2020',
      kind: 'document',
      language: 'en',
      record: null,
    },
    ...{
      study: null,
      licence: null,
      seen: null,
      retraction: { status: 'not looked up' },
      unconfirmed: [],
      doubt: null,
    },
    restsOn: {},
    ...anchorPassages(blocks(markdown), authored, () => undefined),
    ...changes,
  })
}

const short = (rows: readonly { text: string; where: string; path: string }[]): string[] =>
  rows.map(({ text, where, path }) => `${where} | ${text} | ${path}`)

describe('§18.1 a source is found', () => {
  test('by its record, its paragraphs, the items of its lists and the rows of its tables', () => {
    const text =
      'Lead.\n\n## Result\n\nOne *two*.\n\n- a\n- b\n  - c\n\n> q\n\n| h | i |\n| - | - |\n| x | y |\n'
    expect(short(sourceRows(source(text)))).toEqual([
      'Smith 2020, record | A long title | /sources/s',
      'Smith 2020 | Lead. | /sources/s?block=0',
      'Smith 2020, result | One two. | /sources/s?block=2',
      'Smith 2020, result | a | /sources/s?block=3',
      'Smith 2020, result | b c | /sources/s?block=4',
      'Smith 2020, result | q | /sources/s?block=6',
      'Smith 2020, result | h i | /sources/s?block=7',
      'Smith 2020, result | x y | /sources/s?block=9',
    ])
  })

  test('on the desk of the first finding that rests on a passage of it', () => {
    const finding = { id: 'f', condition: 'fm', outcome: 'pain' }
    const restsOn = { p: { findings: [finding], statements: [], claims: [], handouts: [] } }
    const rows = sourceRows(source('## Result\n\nOne two.\n\nThree.', { p: 'two', q: 'Three' }, { restsOn }))
    expect(rows.map(({ path }) => path)).toEqual([
      '/sources/s',
      '/conditions/fm?passage=p',
      '/sources/s?block=2',
    ])
  })

  test('by a heading only where a passage quotes it', () => {
    expect(sourceRows(source('## One\n\n## Two', { p: 'Two' })).map(({ text }) => text)).toEqual([
      'A long title',
      'Two',
    ])
  })

  test('by its title alone when it has no text', () => {
    expect(short(sourceRows(source('', {}, { title: 'Plain', label: 'Plain' })))).toEqual([
      'Plain, record | Plain | /sources/s',
    ])
  })

  test('by authors, journal, DOI and PMID', () => {
    const record = {
      ...{ id: 's', type: 'article', DOI: '10.1000/x', PMID: '123', 'container-title': 'Pain' },
      author: [{ family: 'Smith', given: 'J' }, { literal: 'The Group' }],
    }
    expect(sourceRows(source('', {}, { record }))[0]?.also).toBe(
      'J Smith, The Group, Pain, 10.1000/x, 123, s',
    )
  })
})

describe('§18.1 a condition is found', () => {
  const page: Condition = conditionSchema.parse({
    ...{
      id: 'fm',
      title: 'Fibromyalgia',
      language: 'en',
      codes: { icd10: ['M79.7'], mesh: ['Fibromyalgia'] },
    },
    ...{
      aliases: ['FM'],
      layWords: ['aches'],
      reviewed: '2026-11-22',
      claims: [],
      handouts: [],
      sources: [],
    },
    sections: [
      { kind: 'bottom-line', title: 'Bottom line', body: blocks('Pain *fell*.\n\n- Sleep rose.') },
      { kind: 'harms', title: 'Harms seen', body: blocks('Dreams.') },
    ],
  })

  test('by its title, its other names, lay words, its codes and all that it says', () => {
    expect(conditionRows(page, [], [])).toEqual([
      {
        ...{
          kind: 'condition',
          id: 'fm',
          title: 'Fibromyalgia',
          where: 'Condition · M79.7',
          path: '/conditions/fm',
        },
        ...{
          text: 'Pain fell. Sleep rose. Dreams.',
          also: 'FM, aches, M79.7, Fibromyalgia',
          conditions: ['fm'],
        },
      },
    ])
  })

  test('as the safety page where the bundle names it so, and only the page itself', () => {
    const statement = { id: 's', text: 'Never with opioids.', section: 'Bottom line' } as never
    expect(conditionRows(page, [statement], [], true).map(({ isSafety = false }) => isSafety)).toEqual([
      true,
      false,
    ])
  })

  test('and of a topic with what it is', () => {
    const summary = { findings: [{ id: 'f', outcome: 'Length', words: 'A day.', estimates: [], groups: [] }] }
    const [topic] = conditionRows({ ...page, kind: 'topic' }, [], [summary as never])
    expect(topic?.where).toBe('Topic · M79.7 · 1 finding')
  })

  test('by each statement and each finding, with what a search can be narrowed down by', () => {
    const statement = {
      ...{
        id: 's',
        condition: 'fm',
        certainty: 'low',
        findings: ['f'],
        text: 'LDN may help.',
        section: 'Bottom line',
      },
    } as never
    const finding = {
      id: 'f',
      outcome: 'Pain',
      words: 'Less.',
      certainty: 'low',
      direction: 'better',
      column: 'pain',
      estimates: [],
      groups: [],
    } as never
    const summary = { findings: [finding] } as never
    expect(conditionRows(page, [statement], [summary]).slice(1)).toEqual([
      {
        ...{
          kind: 'statement',
          id: 's',
          title: 'Fibromyalgia',
          text: 'LDN may help.',
          certainty: 'low',
        },
        ...{ where: 'Fibromyalgia, bottom line', path: '/conditions/fm?statement=s' },
        ...{ conditions: ['fm'], isBottomLine: true },
      },
      {
        ...{
          kind: 'finding',
          id: 'f',
          title: 'Pain',
          text: 'Less.',
          also: 'Fibromyalgia',
          certainty: 'low',
        },
        ...{ where: 'Fibromyalgia, evidence', path: '/conditions/fm?finding=f' },
        ...{ conditions: ['fm'], direction: 'better', outcome: 'pain' },
      },
    ])
  })
})

test('the figures of a finding print as a page prints them', () => {
  const finding = {
    ...{ time: '12 weeks', studies: 1, participants: 99 },
    estimates: [
      {
        measure: 'MD',
        label: 'Bruun',
        value: -0.34,
        unit: 'points',
        interval: { level: 95, low: -0.95, high: 0.27 },
        p: '0.27',
      },
      { measure: 'other', value: 2, p: '<0.001' },
    ],
    groups: [
      { label: 'LDN', participants: 49, events: 22, percent: 45 },
      { label: 'placebo', participants: 50, result: '18% fall' },
    ],
  } as unknown as Finding
  expect(figuresOf(finding)).toBe(
    '12 weeks; 1 study; 99 participants; Bruun: MD −0.34 points (95% CI −0.95 to 0.27), p = 0.27; 2, p <0.001; ' +
      'LDN 22 of 49, 45%; placebo n = 50, 18% fall',
  )
  expect(figuresOf({ ...finding, countsNote: '4 to 8 trials', estimates: [], groups: [] })).toBe(
    '12 weeks; 4 to 8 trials; 99 participants',
  )
})

test('a claim is found by what is said, in other words too, and by our answer', () => {
  const claim = {
    id: 'c',
    says: 'It heals.',
    layWords: [],
    why: ['No.', 'None.'],
    heading: 'What It Treats',
    who: 'the article',
    verdict: 'partly',
  }
  expect(claimRows({ article: null, claims: [claim as never] })).toEqual([
    {
      ...{ kind: 'claim', id: 'c', title: 'It heals.', text: 'It heals. No. None.', path: '/claims?claim=c' },
      where: 'Said by the article, under “What It Treats”: partly supported',
    },
  ])
  const inOtherWords = { ...claim, layWords: ['cures', 'makes well'] }
  expect(claimRows({ article: null, claims: [inOtherWords as never] })[0]?.also).toBe('cures, makes well')
})

test('a handout is found by its summary and by each section', () => {
  const [shortBlocks, body] = [blocks('Short.'), blocks('Short.\n\nMore.\n\n## Before\n\n- a\n- b').slice(1)]
  const handout = handoutSchema.parse({
    ...{ id: 'h', title: 'LDN', language: 'en', level: 'easy', condition: null, reviewed: '2026-11-22' },
    ...{ short: shortBlocks, body, findings: [], passages: [] },
  })
  expect(short(handoutRows(handout))).toEqual([
    'Handout | Short. | /handouts/h?block=0',
    'Handout | More. | /handouts/h?block=1',
    'Handout, before | Before a b | /handouts/h?block=2',
  ])
})

test.each([
  ['Fibromyalgia', 'Bottom line', 'Fibromyalgia, bottom line'],
  ['Younger 2013', 'LDN in pain', 'Younger 2013, LDN in pain'],
  ['Younger 2013', null, 'Younger 2013'],
  ['Younger 2013', '', 'Younger 2013'],
])('%s and %s are said as %s', (page, heading, place) => expect(placeName(page, heading)).toBe(place))
