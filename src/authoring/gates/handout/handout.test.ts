import { describe, expect, test } from 'vitest'
import type { Block } from '../../../bundle'
import { hasSomethingToDo } from './actionability'
import { hasPercentOnly } from './natural-numbers'
import { countText, readingGrade, readingGrades } from './reading-grade'
import { syllablesIn } from './syllables'

describe('syllables', () => {
  test.each<[string, number]>([
    ['pain', 1],
    ['the', 1],
    ['dose', 1],
    ['tired', 1],
    ['stopped', 1],
    ['doses', 2],
    ['started', 2],
    ['table', 2],
    ['people', 2],
    ['study', 2],
    ['yellow', 2],
    ['medicine', 3],
    ['opioid', 3],
    ['remember', 3],
    ['information', 4],
    ['fibromyalgia', 6],
    ["Crohn's", 1],
  ])('of %s: %i', (word, count) => {
    expect(Math.abs(syllablesIn(word) - count)).toBeLessThanOrEqual(word.length > 10 ? 1 : 0)
  })
})

describe('reading grade', () => {
  test('counts words, letters and sentences, and leaves numbers out', () => {
    expect(countText(['Take 4.5 mg once a day. Do not stop.', 'a list item'])).toMatchObject({
      sentences: 3,
      words: 11,
      letters: 32,
    })
  })

  test('follows the published formulas', () => {
    const grades = readingGrades({ sentences: 10, words: 100, letters: 450, syllables: 150, long: 10 })
    const rounded = Object.fromEntries(
      Object.entries(grades).map(([name, grade]) => [name, grade.toFixed(2)]),
    )
    expect(rounded).toEqual({
      'Flesch-Kincaid': '6.01',
      SMOG: '8.84',
      'Coleman-Liau': '7.70',
      ARI: '4.77',
      'Gunning-Fog': '8.00',
    })
  })

  test('tells plain from hard', () => {
    const easy = readingGrade(['Take one pill each day. Tell us if you feel sick. Do not stop on your own.'])
    const hard = readingGrade([
      'Participants experiencing gastrointestinal manifestations should immediately discontinue administration pending comprehensive reassessment by a multidisciplinary team.',
    ])
    expect(easy).toBeLessThan(4)
    expect(hard).toBeGreaterThan(15)
    expect(readingGrade([])).toBeNull()
    expect(readingGrade(['12 of 34', '—'])).toBeLessThan(6)
    expect(readingGrade(['12', '—'])).toBeNull()
  })
})

describe('something to do', () => {
  const list = (...items: string[]): Block => ({
    type: 'list',
    ordered: false,
    children: items.map((value, block) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', block, children: [{ type: 'text', value }] }],
    })),
  })
  const text = (block: Block): string =>
    block.type === 'paragraph'
      ? block.children.map((node) => ('value' in node ? node.value : '')).join('')
      : ''
  const has = (...blocks: Block[]): boolean => hasSomethingToDo(blocks, text)

  test.each([
    'Take the dose that we write down.',
    'Do not stop.',
    'If you feel sick, call us.',
    'Please tell us',
    'Never mix it',
  ])('is an item that says what to do: %s', (item) => {
    expect(has(list('Some people feel sick.', item))).toBe(true)
    expect(has({ type: 'box', kind: 'note', children: [list(item)] })).toBe(true)
  })
  test.each(['Some people feel sick.', 'Taking it is easy.', 'You may take it.', 'yellow skin or eyes', ''])(
    'is not: %s',
    (item) => {
      expect(has(list(item))).toBe(false)
    },
  )
  test('is not a sentence outside a list', () => {
    expect(has({ type: 'paragraph', block: 0, children: [{ type: 'text', value: 'Take it.' }] })).toBe(false)
  })
})

test.each<[string, boolean]>([
  ['45% of people', true],
  ['45 percent', true],
  ['45 per cent', true],
  ['45 of 100 people (45%)', false],
  ['Pain fell by 30% in 45 out of 100', false],
  ['1 in 10', false],
  ['no number', false],
])('a chance in percent only: %s', (text, only) => {
  expect(hasPercentOnly(text)).toBe(only)
})
