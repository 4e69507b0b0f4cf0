import { describe, expect, it } from 'vitest'
import { blockSchema, type Block, type Inline } from './mdast'
import { citationText, statementsIn, textBlocks, textOf } from './text'
import { statementData } from './test-content'

const t = (value: string): Inline => ({ type: 'text', value })
const block = (data: object): Block => blockSchema.parse(data)
const paragraph = (number: number, ...children: object[]): object => ({
  type: 'paragraph',
  block: number,
  children,
})
const cell = (number: number, ...children: object[]): object => ({
  type: 'tableCell',
  block: number,
  children,
})
const inlineOf = (node: object): Inline[] => {
  const read = block(paragraph(0, node))
  return read.type === 'paragraph' ? read.children : []
}

/* Every kind of block, with the text blocks numbered as a compiled document numbers them. */
const page = [
  { type: 'heading', depth: 2, block: 0, children: [t('Bottom line')] },
  paragraph(1, statementData('s1', 'f1'), t(' and '), {
    type: 'strong',
    children: [statementData('s2', 'f1')],
  }),
  { type: 'thematicBreak' },
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'listItem', children: [paragraph(2, t('one'))] },
      {
        type: 'listItem',
        children: [
          paragraph(3, t('two')),
          {
            type: 'list',
            ordered: true,
            children: [{ type: 'listItem', children: [paragraph(4, statementData('s3', 'f2'))] }],
          },
        ],
      },
    ],
  },
  {
    type: 'table',
    children: [
      { type: 'tableRow', children: [cell(5, t('outcome')), cell(6, t('effect'))] },
      { type: 'tableRow', children: [cell(7, t('pain')), cell(8, statementData('s4', 'f3'))] },
    ],
  },
  { type: 'blockquote', children: [paragraph(9, t('quoted'))] },
  {
    type: 'box',
    kind: 'warning',
    children: [paragraph(10, statementData('s5', 'f4')), { type: 'thematicBreak' }],
  },
].map(block)

describe('§7.4 the text of inline nodes', () => {
  it.each([
    ['text', t('28.8%'), '28.8%'],
    ['code', { type: 'inlineCode', value: '<b>' }, '<b>'],
    ['a break', { type: 'break' }, '\n'],
    [
      'emphasis',
      { type: 'emphasis', children: [t('less '), { type: 'strong', children: [t('pain')] }] },
      'less pain',
    ],
    ['a statement', statementData('s1', 'f1'), 'Statement s1.'],
    ['a passage', { type: 'passage', id: 'p1', children: [t('fell by 28.8%')] }, 'fell by 28.8%'],
    ['a link', { type: 'link', to: '/claims', children: [t('claims')] }, 'claims'],
    ['a citation', { type: 'citation', items: [{ source: 'a', label: 'Younger 2013' }] }, '(Younger 2013)'],
  ])('of %s is what a reader sees', (_what, node, expected) => expect(textOf(inlineOf(node))).toBe(expected))

  it('of several is joined without a gap, and of none is empty', () => {
    expect(textOf([t('a'), t('b')])).toBe('ab')
    expect(textOf([])).toBe('')
  })
})

describe('a citation', () => {
  it('§7.4 §7.6 prints its sources with their places', () => {
    expect(citationText([{ label: 'Younger 2013', locator: 'p. 3' }, { label: 'Bruun 2024' }])).toBe(
      '(Younger 2013, p. 3; Bruun 2024)',
    )
  })

  it('prints no place that is empty', () => expect(citationText([{ label: 'A', locator: '' }])).toBe('(A)'))
})

describe('§7.3 the text blocks of a page', () => {
  it('come in reading order, so that the n-th has the number n', () => {
    expect(textBlocks(page).map((one) => one.block)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('are headings, paragraphs and cells, and nothing that holds them', () => {
    expect(new Set(textBlocks(page).map(({ type }) => type))).toEqual(
      new Set(['heading', 'paragraph', 'tableCell']),
    )
  })

  it('of an empty page are none', () => expect(textBlocks([])).toEqual([]))
})

describe('§8.1 the statements of a page', () => {
  it('come in reading order, wherever they stand', () => {
    expect(statementsIn(page).map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 's5'])
  })

  it('of a page without any are none', () => expect(statementsIn(page.slice(2, 3))).toEqual([]))
})
