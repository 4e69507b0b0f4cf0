import { describe, expect, test } from 'vitest'
import { blockSchema, textBlocks, type Block, type FlawCode } from '../../bundle'
import { BlockReader } from './block-reader'
import type { PageRules } from './page-rules'
import { parseMarkdown } from './parse-markdown'

const page: PageRules = {
  source: (id) => (id.startsWith('un') ? null : { id: id as never, label: `Label of ${id}` }),
  statement: (_, findings) =>
    findings.length === 0 ? null : { certainty: 'low', findings: findings as readonly string[] as never },
}

function read(
  markdown: string,
  rules = page,
  firstLine = 1,
): { blocks: Block[]; told: string[]; reader: BlockReader } {
  const told: string[] = []
  const tell = (code: FlawCode, line: number, detail = ''): void =>
    void told.push(`${line} ${code} ${detail}`.trim())
  const reader = new BlockReader(markdown, firstLine, rules, tell)
  return { blocks: reader.blocks(parseMarkdown(markdown).children), told, reader }
}

const inlines = (markdown: string): unknown => textBlocks(read(markdown).blocks)[0]?.children

describe('§7.1 the subset', () => {
  test('holds headings, paragraphs, lists, tables, quotations, breaks and boxes', () => {
    const { blocks, told } = read(
      '## H\n\nA *b* **c** `d`\\\ne\n\n3. x\n4. y\n\n- z\n\n> q\n\n---\n\n:::note\nn\n:::\n\n:::warning\nw\n:::\n\n| a | b |\n| :- | - |\n| 1 | 2 |\n',
    )
    expect(told).toEqual([])
    expect(blocks.map(({ type }) => type)).toEqual([
      ...['heading', 'paragraph', 'list', 'list', 'blockquote', 'thematicBreak', 'box', 'box', 'table'],
    ])
    for (const block of blocks) expect(blockSchema.parse(block)).toEqual(block)
  })

  test('numbers text blocks from 0 in reading order', () => {
    const { blocks } = read('## H\n\n- x\n  - y\n\n> z\n\n---\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nend')
    expect(textBlocks(blocks).map(({ block }) => block)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test.each([
    ['raw HTML', 'a <b>c</b>', 'NOT_IN_SUBSET'],
    ['a block of HTML', '<div>\na\n</div>', 'NOT_IN_SUBSET'],
    ['an HTML comment', '<!-- a -->', 'NOT_IN_SUBSET'],
    ['a script', '<script>alert(1)</script>', 'NOT_IN_SUBSET'],
    ['an image', '![a](b.png)', 'NOT_IN_SUBSET'],
    ['a code block', '```\na\n```', 'NOT_IN_SUBSET'],
    ['an indented code block', '    a', 'NOT_IN_SUBSET'],
    ['struck-out text', '~~a~~', 'NOT_IN_SUBSET'],
    ['a link by reference', '[a][b]\n\n[b]: /sources/c', 'NOT_IN_SUBSET'],
    ['a definition', '[b]: /sources/c', 'NOT_IN_SUBSET'],
    ['a link with a title', '[a](/sources/c "t")', 'NOT_IN_SUBSET'],
    ['a link without words', '[](/sources/c)', 'NOT_IN_SUBSET'],
    ['a first-level heading', '# a', 'NOT_IN_SUBSET'],
    ['a leaf directive', '::note[a]', 'UNKNOWN_DIRECTIVE'],
    ['an unknown box', ':::danger\na\n:::', 'UNKNOWN_DIRECTIVE'],
    ['an unknown directive with a label', 'a :abbr[LDN]', 'UNKNOWN_DIRECTIVE'],
    ['an unknown directive with attributes', 'a :abbr{title=x}', 'UNKNOWN_DIRECTIVE'],
    ['a statement as a box', ':::statement\na\n:::', 'UNKNOWN_DIRECTIVE'],
    ['a box in a line', 'a :note[b]', 'UNKNOWN_DIRECTIVE'],
    ['a box with a label', ':::note[Title]\na\n:::', 'NOT_IN_SUBSET'],
    ['a box with attributes', ':::note{a=b}\na\n:::', 'NOT_IN_SUBSET'],
    ['a box without an end', ':::note\na\n\n## b', 'UNCLOSED_BOX'],
    ['blocks nested without end', `${'> '.repeat(40)}a`, 'NOT_IN_SUBSET'],
    ['emphasis nested without end', `${'*a '.repeat(9)}b${' c*'.repeat(9)}`, 'NOT_IN_SUBSET'],
  ])('refuses %s', (_, markdown, code) => {
    expect(read(markdown).told[0]?.split(' ')[1]).toBe(code)
  })

  test('leaves footnotes, task lists and addresses as the text they are', () => {
    expect(read('a [^1] www.a.org a@b.org https://c.org\n\n- [ ] d').told).toEqual([])
    expect(inlines('a [^1] www.a.org')).toEqual([{ type: 'text', value: 'a [^1] www.a.org' }])
  })

  test('names every flaw with its line in the file', () => {
    expect(read('a\n\n<b>\n\n- c\n- ![d](e)\n\n> :x[y]\n', page, 11).told).toEqual([
      '13 NOT_IN_SUBSET raw HTML: <b>',
      '16 NOT_IN_SUBSET an image',
      '18 UNKNOWN_DIRECTIVE :x',
    ])
  })

  test('allows a first-level heading in a document shown as it is', () => {
    expect(read('# a', { ...page, firstLevel: true }).told).toEqual([])
  })
})

describe('a colon in a text', () => {
  test.each([
    'at 12:30 h',
    'ratio 3:1',
    'a:b',
    'note:this',
    'x:y-z.',
    'a:b[]c',
    'a:b{}c',
    ':smile:',
    'ends:',
  ])('%s stays text', (text) => {
    expect(read(text).told).toEqual([])
    expect(inlines(text)).toEqual([{ type: 'text', value: text }])
  })

  test('before a digit stays text even with brackets after it', () => {
    expect(inlines('ratio 3:1[@a] or 3:1[*b*]')).toEqual([
      { type: 'text', value: 'ratio 3:1' },
      { type: 'citation', items: [{ source: 'a', label: 'Label of a' }] },
      { type: 'text', value: ' or 3:1[' },
      { type: 'emphasis', children: [{ type: 'text', value: 'b' }] },
      { type: 'text', value: ']' },
    ])
  })
})

describe('a statement', () => {
  test('has an id and findings', () => {
    expect(inlines(':statement[LDN *may*\nhelp.]{#s finding="a b"} [@x]')).toEqual([
      {
        type: 'statement',
        id: 's',
        certainty: 'low',
        findings: ['a', 'b'],
        children: [
          { type: 'text', value: 'LDN ' },
          { type: 'emphasis', children: [{ type: 'text', value: 'may' }] },
          { type: 'text', value: ' help.' },
        ],
      },
      { type: 'text', value: ' ' },
      { type: 'citation', items: [{ source: 'x', label: 'Label of x' }] },
    ])
  })

  test('with a dot in its id is written id="…"', () => {
    expect(read(':statement[a]{id="a.b" finding=c}').told).toEqual([])
    expect(read(':statement[a]{#a.b finding=c}').told).toEqual([
      '1 BAD_FIELD .b in a statement: an id with a dot is written id="…"',
    ])
  })

  test.each([
    ['without words', ':statement{#a finding=b}', 'BAD_FIELD'],
    ['with its words apart', ':statement [a]{#a finding=b}', 'BAD_FIELD'],
    ['without an id', ':statement[a]{finding=b}', 'BAD_FIELD'],
    ['with an unusable id', ':statement[a]{id="a b" finding=b}', 'BAD_FIELD'],
    ['with findings outside quotes', ':statement[a]{#a finding=b c}', 'BAD_FIELD'],
    ['with an unknown attribute', ':statement[a]{#a finding=b certainty=high}', 'BAD_FIELD'],
    ['with a citation in it', ':statement[a [@b]]{#a finding=b}', 'NOT_IN_SUBSET'],
    ['with a link in it', ':statement[a [b](/sources/b)]{#a finding=b}', 'NOT_IN_SUBSET'],
    ['with a statement in it', ':statement[a :statement[b]{#b finding=c}]{#a finding=b}', 'NOT_IN_SUBSET'],
    ['with code in it', ':statement[a `b`]{#a finding=b}', 'NOT_IN_SUBSET'],
    ['with a line break in it', ':statement[a\\\nb]{#a finding=b}', 'NOT_IN_SUBSET'],
  ])('%s is refused', (_, markdown, code) => {
    expect(read(markdown).told[0]?.split(' ')[1]).toBe(code)
  })

  test('§8.1 stands on condition pages only', () => {
    expect(read(':statement[a]{#a finding=b}', { source: page.source }).told).toEqual([
      '1 NOT_IN_SUBSET a statement outside a condition page',
    ])
  })
})

describe('a citation', () => {
  test('is collected in reading order', () => {
    expect([...read('- [@b; @a]\n\n[@c] *[@a]*').reader.cited]).toEqual(['b', 'a', 'c'])
  })

  test('of an unknown source is told with its own line', () => {
    expect(read('a\nb\nc [@x;\n@unknown]').told).toEqual(['3 UNKNOWN_SOURCE unknown'])
  })

  test('that cannot be read is told', () => {
    expect(read('a\n[see @x] and @x says').told).toEqual([
      '2 BAD_CITATION [see @x]',
      '2 BAD_CITATION @x without brackets',
    ])
  })

  test('may be cut neither by emphasis nor by a link', () => {
    expect(read('[@a, *p*. 3]').told).toEqual(['1 BAD_CITATION [@a,'])
    expect(read('[a [@b]](/sources/c)').told[0]).toMatch(/NOT_IN_SUBSET a citation in a link/)
  })
})

test('links are collected with their lines', () => {
  expect(read('a\n[b](/sources/c)\n\n<https://d.org>', page, 5).reader.links).toEqual([
    { to: '/sources/c', line: 6 },
    { to: 'https://d.org', line: 8 },
  ])
})
