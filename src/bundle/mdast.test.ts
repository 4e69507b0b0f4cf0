import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockSchema } from './mdast'
import { paragraph, statementData, text } from './test-content'

const words = [{ type: 'text', value: 'x' }]
const isBlock = (node: unknown): boolean => blockSchema.safeParse(node).success
const isInline = (node: unknown): boolean => isBlock({ type: 'paragraph', block: 0, children: [node] })
const statement = (change: object = {}): object => ({ ...statementData('fm-pain', 'f1'), ...change })
const link = (to: unknown): object => ({ type: 'link', to, children: words })

describe('§7.1 what a page is made of', () => {
  it.each([
    ['a heading', { type: 'heading', depth: 2, block: 0, children: words }],
    ['a paragraph', paragraph(text('x'))],
    ['an empty paragraph', paragraph()],
    ['a break', { type: 'thematicBreak' }],
    ['a list', { type: 'list', ordered: false, children: [{ type: 'listItem', children: [paragraph()] }] }],
    ['a numbered list', { type: 'list', ordered: true, start: 3, children: [] }],
    ['a quotation', { type: 'blockquote', children: [paragraph()] }],
    ['a note', { type: 'box', kind: 'note', children: [paragraph()] }],
    [
      'a warning in a note',
      { type: 'box', kind: 'note', children: [{ type: 'box', kind: 'warning', children: [] }] },
    ],
    [
      'a table',
      {
        type: 'table',
        align: ['left', null],
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', block: 0, children: words }] }],
      },
    ],
  ])('may be %s', (_what, node) => expect(isBlock(node)).toBe(true))

  it.each([
    ['HTML', { type: 'html', value: '<img src=x onerror=alert(1)>' }],
    ['an image', { type: 'image', url: 'https://example.org/x.png', alt: '' }],
    ['a definition', { type: 'definition', identifier: 'a', url: 'https://example.org' }],
    ['front matter', { type: 'yaml', value: 'a: 1' }],
    ['a directive', { type: 'containerDirective', name: 'iframe', children: [] }],
    ['a footnote', { type: 'footnoteDefinition', identifier: '1', children: [] }],
    ['a block of code', { type: 'code', value: 'x' }],
    ['text outside a paragraph', { type: 'text', value: 'x' }],
    ['a statement outside a paragraph', statement()],
    ['a cell outside a table', { type: 'tableCell', block: 0, children: [] }],
    ['an item outside a list', { type: 'listItem', children: [] }],
    ['a type that is no type', { type: 'constructor', children: [] }],
    ['no type', { children: [] }],
    ['a type in a list', { type: ['paragraph'], block: 0, children: [] }],
    ['null', null],
    ['plain text', 'x'],
    ['a heading of level 0', { type: 'heading', depth: 0, block: 0, children: [] }],
    ['a heading of level 7', { type: 'heading', depth: 7, block: 0, children: [] }],
    ['a paragraph without a number', { type: 'paragraph', children: [] }],
    ['a paragraph with a negative number', { type: 'paragraph', block: -1, children: [] }],
    ['a paragraph with half a number', { type: 'paragraph', block: 0.5, children: [] }],
    ['a paragraph with a number in words', { type: 'paragraph', block: '0', children: [] }],
    ['a box of another kind', { type: 'box', kind: 'danger', children: [] }],
    ['a table without rows', { type: 'table', children: [] }],
    ['a table with a paragraph as row', { type: 'table', children: [paragraph()] }],
    ['a table aligned by a style', { type: 'table', align: ['left;position:fixed'], children: [] }],
    ['a list that starts at half', { type: 'list', ordered: true, start: 1.5, children: [] }],
    ['a list with paragraphs as items', { type: 'list', ordered: true, children: [paragraph()] }],
  ])('may not be %s', (_what, node) => expect(isBlock(node)).toBe(false))
})

describe('§7.1 §7.2 what stands in a paragraph', () => {
  it.each([
    ['a break', { type: 'break' }],
    ['a statement', statement()],
    ['a statement in emphasis', { type: 'emphasis', children: [statement()] }],
    ['emphasis in a statement', statement({ children: [{ type: 'strong', children: words }] })],
    ['a passage', { type: 'passage', id: 'p1', children: words }],
    ['a citation', { type: 'citation', items: [{ source: 'younger2013', label: 'Younger 2013' }] }],
    ['a link to a page', link('/conditions/fibromyalgia?statement=fm-pain')],
    ['a link to the overview', link('/')],
  ])('may be %s', (_what, node) => expect(isInline(node)).toBe(true))

  it.each([
    ['HTML', { type: 'html', value: '<script>alert(1)</script>' }],
    ['an image', { type: 'image', url: 'x.png' }],
    ['a reference to an image', { type: 'imageReference', identifier: 'x' }],
    ['a paragraph', paragraph()],
    ['deleted text', { type: 'delete', children: words }],
    ['text that is no text', { type: 'text', value: 3 }],
    ['a statement in a statement', statement({ children: [statement()] })],
    [
      'a statement in emphasis in a statement',
      statement({ children: [{ type: 'emphasis', children: [statement()] }] }),
    ],
    [
      'a citation in a statement',
      statement({ children: [{ type: 'citation', items: [{ source: 'a', label: 'A' }] }] }),
    ],
    ['a link in a statement', statement({ children: [link('/claims')] })],
    ['a passage in a statement', statement({ children: [{ type: 'passage', id: 'p', children: [] }] })],
    ['a link in a link', { ...link('/claims'), children: [link('/claims')] }],
    ['a statement in a link', { ...link('/claims'), children: [statement()] }],
    [
      'a passage in a passage',
      { type: 'passage', id: 'p', children: [{ type: 'passage', id: 'q', children: [] }] },
    ],
    ['a statement without a finding', statement({ findings: [] })],
    ['a statement on a finding that is no id', statement({ findings: ['a/b'] })],
    ['a statement without a certainty', statement({ certainty: undefined })],
    ['a statement of a certainty that GRADE does not know', statement({ certainty: 'very high' })],
    ['a statement whose id is no id', statement({ id: '../x' })],
    ['a passage whose id is no id', { type: 'passage', id: 'p q', children: [] }],
    ['a citation of nothing', { type: 'citation', items: [] }],
    ['a citation of an address', { type: 'citation', items: [{ source: 'https://a.org', label: 'A' }] }],
  ])('may not be %s', (_what, node) => expect(isInline(node)).toBe(false))

  it.each([
    'https://example.org',
    'http://example.org',
    '//example.org',
    '/\\example.org',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'lectern://other/claims',
    'lectern-app://desk/',
    'claims',
    '../claims',
    '#top',
    '?q=x',
    ' /claims',
    '',
    null,
  ])('§7.5 may not be a link to %j', (to) => expect(isInline(link(to))).toBe(false))
})

describe('a page, once read', () => {
  it('§16.1 holds nothing that the format does not name', () => {
    const node = {
      type: 'text',
      value: 'x',
      onclick: 'alert(1)',
      innerHTML: '<b>',
      data: { hName: 'script' },
    }
    expect(
      blockSchema.parse({ type: 'paragraph', block: 0, children: [node], style: 'position:fixed' }),
    ).toEqual(paragraph(text('x')))
  })

  it('§7.1 holds only known nodes, however the tree was made', () => {
    const known = ['text', 'break', 'emphasis', 'strong', 'paragraph', 'blockquote', 'thematicBreak']
    const node = (types: string[], children: fc.Arbitrary<object[]>): fc.Arbitrary<object> =>
      fc.record({
        type: fc.constantFrom(...types),
        block: fc.nat(3),
        value: fc.string({ maxLength: 3 }),
        children,
      })
    const leaf = node(['text', 'break', 'text', 'html', 'image'], fc.constant([]))
    const phrase = node(['emphasis', 'strong', 'text', 'link'], fc.array(leaf, { maxLength: 2 }))
    const tree = node(
      ['paragraph', 'blockquote', 'thematicBreak', 'table'],
      fc.array(phrase, { maxLength: 2 }),
    )
    let accepted = 0
    const typesIn = (node: unknown): unknown[] =>
      typeof node === 'object' && node !== null
        ? [...('type' in node ? [node.type] : []), ...Object.values(node).flatMap(typesIn)]
        : []
    fc.assert(
      fc.property(tree, (spoilt) => {
        const read = blockSchema.safeParse(spoilt)
        if (!read.success) return
        accepted++
        for (const type of typesIn(read.data)) expect(known).toContain(type)
      }),
      { numRuns: 300 },
    )
    expect(accepted).toBeGreaterThan(30)
  })
})
