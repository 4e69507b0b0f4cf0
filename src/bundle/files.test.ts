import { describe, expect, it } from 'vitest'
import { claimSchema } from './claim'
import { conditionSchema } from './condition'
import { handoutSchema } from './handout'
import { payload } from './paths'
import { sourceSchema } from './source'
import { conditionIdSchema } from './ids'
import { conditionData, paragraph, sourceData, statementData } from './test-content'

/* The files of a bundle, one refusal for each promise that their types make. */

const [passage] = sourceData.passages
const files = {
  source: { schema: sourceSchema, good: sourceData },
  condition: { schema: conditionSchema, good: conditionData(statementData('s1', 'f1')) },
  claim: {
    schema: claimSchema,
    good: {
      id: 'c1',
      says: 'It helps everyone.',
      heading: 'Pain',
      who: 'the article',
      verdict: 'unsupported',
      why: ['One small trial.'],
      conditions: ['fibromyalgia'],
      statements: [],
      sources: [{ id: 'younger2013', label: 'Younger 2013' }],
    },
  },
  handout: {
    schema: handoutSchema,
    good: {
      id: 'fm-easy',
      title: 'Fibromyalgia',
      language: 'en',
      level: 'easy',
      condition: 'fibromyalgia',
      reviewed: '2026-11-22',
      short: [paragraph()],
      body: [],
      findings: [{ id: 'f1', condition: 'fibromyalgia', outcome: 'pain', certainty: 'low' }],
      passages: [{ id: 'p1', source: 'younger2013', label: 'Younger 2013' }],
    },
  },
}
const accepts = (kind: keyof typeof files, change: object): boolean =>
  files[kind].schema.safeParse({ ...files[kind].good, ...change }).success

it.each(['source', 'condition', 'claim', 'handout'] as const)('a whole %s is read', (kind) => {
  expect(accepts(kind, {})).toBe(true)
})

describe.each([
  [
    'source',
    [
      ['an id that is a path', { id: 'a/b' }],
      ['no label', { label: '' }],
      ['a kind that is not in the list', { kind: 'pdf' }],
      ['a record without an id', { record: { type: 'book' } }],
      ['a study without a design', { study: { country: 'US' } }],
      ['nothing about retraction', { retraction: undefined }],
      ['a retraction of its own kind', { retraction: { status: 'maybe' } }],
      ['HTML in its text', { body: [{ type: 'html', value: '<p>' }] }],
      ['a passage without a quote', { passages: [{ ...passage, quote: '' }] }],
      ['a passage without a place', { passages: [{ ...passage, position: undefined }] }],
      [
        'a passage that ends before it starts to',
        { passages: [{ ...passage, position: { in: 'text', block: 0, start: 0, end: 0 } }] },
      ],
      [
        'a passage before the page',
        { passages: [{ ...passage, position: { in: 'text', block: -1, start: 0, end: 1 } }] },
      ],
      ['dependents without claims', { restsOn: { p1: { findings: [], statements: [], handouts: [] } } }],
    ],
  ],
  [
    'condition',
    [
      ['an id that is a path', { id: '..' }],
      ['no title', { title: '' }],
      ['a section of its own kind', { sections: [{ kind: 'prices', title: 'Prices', body: [] }] }],
      ['text as the body of a section', { sections: [{ kind: 'found', title: 'x', body: 'text' }] }],
      ['codes in one text', { codes: 'M79.7' }],
      ['a day that does not exist', { reviewed: '2026-11-31' }],
      ['a source without a label', { sources: [{ id: 'a', title: 'A' }] }],
    ],
  ],
  [
    'claim',
    [
      ['no words', { says: '' }],
      ['a verdict of its own', { verdict: 'false' }],
      ['no reason', { why: [] }],
      ['an empty reason', { why: [''] }],
      ['a statement without its finding', { statements: [{ id: 's1', condition: 'a', text: 'x' }] }],
      ['a source as an address', { sources: [{ id: 'https://a.org', label: 'A' }] }],
    ],
  ],
  [
    'handout',
    [
      ['an id that is a device', { id: 'nul' }],
      ['a third reading level', { level: 'hard' }],
      ['no summary', { short: undefined }],
      ['a finding without certainty', { findings: [{ id: 'f1', condition: 'a', outcome: 'pain' }] }],
      ['a passage without its source', { passages: [{ id: 'p1', label: 'A' }] }],
    ],
  ],
] as const)('§6.1 §11.1 §13.1 §14.1 a %s is refused', (kind, changes) => {
  it.each(changes.map(([what, change]) => ({ what, change })))('with $what', ({ change }) => {
    expect(accepts(kind, change)).toBe(false)
  })
})

it('§4.1 the paths of the payload never leave it', () => {
  const paths = [
    payload.info,
    payload.claims,
    payload.condition(conditionIdSchema.parse('a.b')),
    payload.searchShard(0),
  ]
  expect(paths).toEqual(['bundle.json', 'claims.json', 'conditions/a.b.json', 'search/shard-0.bin'])
})
