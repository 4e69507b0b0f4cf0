import { describe, expect, test } from 'vitest'
import {
  blockSchema,
  passageIdSchema,
  passageSchema,
  textBlocks,
  textOf,
  type FlawCode,
  type Position,
} from '../../bundle'
import { BlockReader } from '../markdown/block-reader'
import { parseMarkdown } from '../markdown/parse-markdown'
import { anchorPassages, type Anchored } from './anchor-passages'
import type { Quote } from '../../documents'

/** Anchors passages a, b, c … in a Markdown text. */
function anchor(markdown: string, ...quotes: Quote[]): Anchored & { told: [FlawCode, number, string?][] } {
  const told: [FlawCode, number, string?][] = []
  const tell = (code: FlawCode, line: number, detail?: string): void =>
    void told.push(detail === undefined ? [code, line] : [code, line, detail])
  const rules = { source: (id: string) => ({ id: id as never, label: 'Smith 2020' }), firstLevel: true }
  const body = new BlockReader(markdown, 1, rules, tell).blocks(parseMarkdown(markdown).children)
  const passages = quotes.map((quote, index) => ({
    ...quote,
    id: passageIdSchema.parse('abcdef'.charAt(index)),
    line: index + 1,
  }))
  return { ...anchorPassages(body, passages, tell), told }
}

const blockOf = (position: Position): number => (position.in === 'text' ? position.block : -1)

describe('§12.4 a quote is found', () => {
  test.each([
    ['as it stands', 'Pain fell by two points.', 'fell by two', 'fell by two'],
    ['with a minus sign for a hyphen', 'It was −0.34 points.', '-0.34 points', '−0.34 points'],
    ['with a hyphen for a minus sign', 'It was -0.34 points.', '−0.34 points', '-0.34 points'],
    ['with an en dash for a hyphen', 'doses of 3–6 mg', 'doses of 3-6 mg', 'doses of 3–6 mg'],
    ['with a hyphen of U+2010', 'a low‐dose drug', 'a low-dose drug', 'a low‐dose drug'],
    ['with a hyphen that does not break', 'a low‑dose drug', 'a low-dose drug', 'a low‑dose drug'],
    [
      'with curly quotes for straight ones',
      'the “best” drug’s use',
      'the "best" drug\'s use',
      'the “best” drug’s use',
    ],
    ['with straight quotes for curly ones', 'the "best" use', 'the “best” use', 'the "best" use'],
    ['with double spaces', 'Pain  fell   much.', 'Pain fell much', 'Pain  fell   much'],
    ['with double spaces in the quote', 'Pain fell much.', 'Pain  fell\n much', 'Pain fell much'],
    ['over a line end', 'Pain fell\nby two.', 'fell by', 'fell by'],
    ['with a no-break space', 'taken 5\u00A0mg daily', '5 mg', '5\u00A0mg'],
    ['with a narrow no-break space', '1\u202F000 people', '1 000 people', '1\u202F000 people'],
    ['with a soft hyphen', 'low nal\u00ADtrexone dose', 'naltrexone', 'nal\u00ADtrexone'],
    ['with a zero-width space', 'low nal\u200Btrexone dose', 'naltrexone', 'nal\u200Btrexone'],
    ['with the ligature fi', 'the ﬁndings ﬁt', 'findings fit', 'ﬁndings ﬁt'],
    ['with the ligature ffi', 'more eﬃcacy', 'efficacy', 'eﬃcacy'],
    ['with an accent made of two characters', 'by Mu\u0308ller and others', 'Müller', 'Mu\u0308ller'],
    ['with an accent in one character', 'by Müller and others', 'Mu\u0308ller', 'Müller'],
    ['with full-width digits', 'in １２ weeks', '12 weeks', '１２ weeks'],
    ['with an ellipsis', 'and so on… again', 'so on... again', 'so on… again'],
    [
      'with emphasis inside',
      'It *fell by* two **points** here.',
      'It fell by two points',
      'It fell by two points',
    ],
    ['with emphasis cut through', 'It *fell by two* points.', 'by two points', 'by two points'],
    ['at the begin and the end of a paragraph', 'All of it', 'All of it', 'All of it'],
    ['after characters outside the basic plane', '𝒑 is 😀 here: 0.27', '0.27', '0.27'],
  ])('%s', (_, markdown, quote, exact) => {
    const { told, passages, body } = anchor(markdown, { quote })
    expect(told).toEqual([])
    expect(passages.map((passage) => passage.quote)).toEqual([exact])
    const [block] = textBlocks(body)
    const marked = block?.children.filter((node) => node.type === 'passage') ?? []
    expect(textOf(marked)).toBe(exact)
    for (const each of body) expect(blockSchema.parse(each)).toEqual(each)
  })

  test('in a heading, a list, a quotation, a box and a cell', () => {
    const markdown =
      '# One\n\n- two\n\n> three\n\n:::note\nfour\n:::\n\n| x | five |\n| - | - |\n| six | y |\n'
    const { told, passages } = anchor(
      markdown,
      ...['One', 'two', 'three', 'four', 'five', 'six'].map((quote) => ({ quote })),
    )
    expect(told).toEqual([])
    expect(passages.map(({ position }) => blockOf(position))).toEqual([0, 1, 2, 3, 5, 6])
  })

  test('by its prefix, its suffix or both where it stands more than once', () => {
    const markdown = 'stopped: four of 49; dreams: four of 50; nausea: four of 49'
    expect(anchor(markdown, { quote: 'four', prefix: 'dreams:' }).passages[0]?.position.start).toBe(29)
    expect(anchor(markdown, { quote: 'four', suffix: ' of 50' }).passages[0]?.position.start).toBe(29)
    expect(
      anchor(markdown, { quote: 'four', prefix: 'nausea: ', suffix: 'of 49' }).passages[0]?.position.start,
    ).toBe(49)
  })

  test('§12.1 and keeps about 32 characters on either side, without half a character', () => {
    const { passages } = anchor(`${'😀'.repeat(20)}x the words ${'😀'.repeat(20)}`, { quote: 'the words' })
    expect(passages[0]).toMatchObject({ prefix: `${'😀'.repeat(15)}x `, suffix: ` ${'😀'.repeat(15)}` })
    expect(passageSchema.parse(passages[0])).toEqual(passages[0])
  })

  test('§12.2 at a position that reads back as the quote, whatever was marked before', () => {
    const { body, passages } = anchor('One *two three* four five.', { quote: 'two' }, { quote: 'three four' })
    for (const { quote, position } of passages) {
      const text = textOf(textBlocks(body)[blockOf(position)]?.children ?? [])
      expect(text.slice(position.start, position.end)).toBe(quote)
    }
    expect(textBlocks(body)[0]?.children).toEqual([
      { type: 'text', value: 'One ' },
      {
        type: 'passage',
        id: 'a',
        children: [{ type: 'emphasis', children: [{ type: 'text', value: 'two' }] }],
      },
      { type: 'emphasis', children: [{ type: 'text', value: ' ' }] },
      {
        type: 'passage',
        id: 'b',
        children: [
          { type: 'emphasis', children: [{ type: 'text', value: 'three' }] },
          { type: 'text', value: ' four' },
        ],
      },
      { type: 'text', value: ' five.' },
    ])
  })

  test('§12.6 in the order of the text, and side by side', () => {
    const { told, passages } = anchor('one two', { quote: 'two' }, { quote: 'one ' })
    expect(told).toEqual([])
    expect(passages.map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('§12.5 a quote is refused', () => {
  test.each<[string, string, Quote, FlawCode]>([
    ['that is not there', 'Pain fell.', { quote: 'Pain rose' }, 'QUOTE_NOT_FOUND'],
    ['in other capitals', 'Pain fell.', { quote: 'pain fell' }, 'QUOTE_NOT_FOUND'],
    ['with another figure', 'It was −0.34.', { quote: '-0.35' }, 'QUOTE_NOT_FOUND'],
    ['that makes a power plain', 'about 10² cells', { quote: '102 cells' }, 'QUOTE_NOT_FOUND'],
    ['that makes a fraction plain', 'took 1½ mg', { quote: '11⁄2 mg' }, 'QUOTE_NOT_FOUND'],
    ['of white space', 'a b', { quote: ' ' }, 'QUOTE_NOT_FOUND'],
    ['over two paragraphs', 'Pain fell.\n\nSleep rose.', { quote: 'fell. Sleep' }, 'QUOTE_NOT_FOUND'],
    ['over two cells', '| a | b |\n| - | - |\n', { quote: 'a b' }, 'QUOTE_NOT_FOUND'],
    ['that stands twice', 'four and four', { quote: 'four' }, 'QUOTE_NOT_UNIQUE'],
    ['that stands twice, in two blocks', 'four\n\n- four', { quote: 'four' }, 'QUOTE_NOT_UNIQUE'],
    ['that stands twice and overlaps itself', 'ababa', { quote: 'aba' }, 'QUOTE_NOT_UNIQUE'],
    [
      'that stands twice with its prefix',
      'a four a four',
      { quote: 'four', prefix: 'a' },
      'QUOTE_NOT_UNIQUE',
    ],
    ['whose prefix is not there', 'one four', { quote: 'four', prefix: 'two' }, 'QUOTE_NOT_FOUND'],
    ['whose suffix is not there', 'four one', { quote: 'four', suffix: 'two' }, 'QUOTE_NOT_FOUND'],
    [
      'over a citation',
      'It fell [@x] by two.',
      { quote: 'It fell (Smith 2020) by two' },
      'PASSAGE_ACROSS_LINK',
    ],
    ['inside a link', '[a long link](/sources/x)', { quote: 'long' }, 'PASSAGE_ACROSS_LINK'],
    ['that is a whole link', 'a [link](/sources/x)', { quote: 'link' }, 'PASSAGE_ACROSS_LINK'],
  ])('%s', (_, markdown, quote, code) => {
    expect(anchor(markdown, quote).told.map(([told]) => told)).toEqual([code])
  })

  test('where it overlaps another, at the line of the later one', () => {
    const { told } = anchor(
      'one two three four',
      { quote: 'two three' },
      { quote: 'three four' },
      { quote: 'four' },
    )
    expect(told).toEqual([['PASSAGES_OVERLAP', 2, 'a and b']])
  })

  test('saying so when it runs from one block into the next', () => {
    expect(anchor('Pain fell.\n\nSleep rose.', { quote: 'fell. Sleep' }).told[0]?.[2]).toMatch(
      /more than one block/,
    )
  })
})
