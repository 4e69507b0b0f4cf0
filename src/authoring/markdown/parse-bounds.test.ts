import { describe, expect, test } from 'vitest'
import { BlockReader } from './block-reader'
import { parseMarkdown } from './parse-markdown'

const many = (text: string, characters = 40_000): string => text.repeat(Math.ceil(characters / text.length))

const told = (markdown: string): string[] => {
  const flaws: string[] = []
  const reader = new BlockReader(markdown, 1, { source: () => null }, (code, line, detail) =>
    flaws.push(`${line} ${code} ${detail ?? ''}`),
  )
  reader.blocks(parseMarkdown(markdown).children)
  return flaws
}

describe('Markdown that would keep the parser busy for seconds is told', { timeout: 30_000 }, () => {
  test.each([
    ['nested emphasis', `x\n\n${many('*a ')}${many(' b*')}`, '3 TOO_COMPLEX too many marks in one paragraph'],
    ['brackets', many('[') + many(']'), '1 TOO_COMPLEX too many marks in one paragraph'],
    ['links without ends', many('[a]('), '1 TOO_COMPLEX too many marks in one paragraph'],
    ['directives in directives', many(':a[') + many(']'), '1 TOO_COMPLEX directives nested too deeply'],
    ['boxes in boxes', many(':::a\n'), '25 TOO_COMPLEX boxes nested too deeply'],
    ['lists in lists', many('1. '), '1 TOO_COMPLEX nested too deeply'],
    ['quotations in quotations', many('> '), '1 TOO_COMPLEX nested too deeply'],
    ['a million lines', many('a\n\n', 1_000_000), '50000 TOO_COMPLEX too many lines'],
    ['underlined headings', many('a\n=\n'), '2002 TOO_COMPLEX too many rulers'],
  ])('%s', (_, text, flaw) => {
    expect(told(text)).toEqual([flaw])
  })
})

describe('Markdown that people write is within the bounds', { timeout: 30_000 }, () => {
  test.each([
    [
      'a long table with emphasis in every cell',
      `| a | b |\n| - | - |\n${'| *x* | [0 to 1] |\n'.repeat(1_000)}`,
    ],
    ['a page of boxes', ':::note\n*a*\n:::\n\n'.repeat(200)],
    ['a long list', '- a *b*: c\n'.repeat(1_000)],
    ['a long text', 'One *word* at 12:30 [0, 1), and more.\n\n'.repeat(1_000)],
    ['boxes in a quotation', '> :::note\n> a\n> :::\n\n'.repeat(50)],
  ])('%s', (_, text) => {
    expect(told(text).filter((flaw) => flaw.includes('TOO_COMPLEX'))).toEqual([])
  })
})

describe('reading what was parsed ends, where a walk back for each character would not', () => {
  test.each([
    ['empty lines in a box', `:::note\n${many('\n', 40_000)}b\n:::`],
    ['a gap in a line', `a${many(' ', 200_000)}b`],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([])
  })
})

test.each(['one ::other[word] in a text', 'one :::: four', 'one `` two ` three'])(
  'watching changes nothing in how "%s" is read',
  (text) => {
    expect(told(text)).toEqual([])
    expect(parseMarkdown(text).children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', value: text }] },
    ])
  },
)
