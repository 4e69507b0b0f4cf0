import { describe, expect, test } from 'vitest'
import { bareKeys, splitCitations } from './citations'

const mentions = (text: string): unknown[] =>
  splitCitations(text).flatMap((part) => (part.is === 'citation' ? part.mentions : []))

describe('a citation', () => {
  test.each([
    ['[@bruun2024]', [{ source: 'bruun2024' }]],
    ['[@bruun2024, p. 3]', [{ source: 'bruun2024', locator: 'p. 3' }]],
    ['[@a; @b, p. 2]', [{ source: 'a' }, { source: 'b', locator: 'p. 2' }]],
    ['[@a, pp. 3-5, 7; @b-c_d.e]', [{ source: 'a', locator: 'pp. 3-5, 7' }, { source: 'b-c_d.e' }]],
    ['[ @a ;@b ]', [{ source: 'a' }, { source: 'b' }]],
    ['[@a,\np. 3]', [{ source: 'a', locator: 'p. 3' }]],
  ])('%s is read', (text, expected) => expect(mentions(text)).toEqual(expected))

  test('keeps the text around it', () => {
    expect(splitCitations('One [@a] two [@b].')).toEqual([
      { is: 'text', value: 'One ', start: 0 },
      { is: 'citation', mentions: [{ source: 'a' }], start: 4 },
      { is: 'text', value: ' two ', start: 8 },
      { is: 'citation', mentions: [{ source: 'b' }], start: 13 },
      { is: 'text', value: '.', start: 17 },
    ])
  })

  test.each([
    '[see @a]',
    '[-@a]',
    '[@a p. 3]',
    '[@a,]',
    '[@a; b]',
    '[@a, p. 3',
    '[@a.]',
    '[@{a b}]',
    '[@a;]',
  ])('%s is not guessed at', (text) =>
    expect(splitCitations(text)).toEqual([{ is: 'unreadable', value: text, start: 0 }]),
  )

  test.each(['[a@b.org]', '[a]', '[0 to 10]', 'mail@b.org', '[ @ ]', '@', ''])('%j is only text', (text) =>
    expect(splitCitations(text).every(({ is }) => is === 'text')).toBe(true),
  )

  test('is found fast in brackets without end', () => {
    expect(splitCitations('[ @'.repeat(20_000) + '[a '.repeat(20_000))).toBeDefined()
  })
})

test('a key without brackets is seen, an address of mail is not', () => {
  expect(bareKeys('@a found (@b) but a@c.org')).toEqual([
    { source: 'a', start: 0 },
    { source: 'b', start: 10 },
  ])
})
