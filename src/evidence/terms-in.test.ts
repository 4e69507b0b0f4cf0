import { describe, expect, it } from 'vitest'
import { termSchema, type Term } from '../bundle'
import { markTerms, termNamed } from './terms-in'

const term = (id: string, name: string, ...aliases: string[]): Term =>
  termSchema.parse({ id, term: name, aliases, says: 'What it means.' })
const terms = [
  term('odds-ratio', 'Odds ratio', 'OR'),
  term('risk-of-bias', 'Risk of bias'),
  term('bias', 'Bias'),
  term('i2', 'Heterogeneity', 'I²'),
  term('odd', 'c++ (x)'),
]

const marked = (text: string): string[] =>
  markTerms(text, terms).flatMap(({ text, term }) => (term === null ? [] : [`${text}=${term.id}`]))

describe('terms in a text', () => {
  it.each([
    ['The odds ratio rose.', ['odds ratio=odds-ratio']],
    ['An OR of 2 or more', ['OR=odds-ratio']],
    ['more or less', []],
    ['The risk of bias is low', ['risk of bias=risk-of-bias']],
    ['biased, unbias', []],
    ['bias and Bias again', ['bias=bias']],
    ['I² was 33%', ['I²=i2']],
    ['a c++ (x) here', ['c++ (x)=odd']],
    ['', []],
  ])('%s', (text, found) => expect(marked(text)).toEqual(found))

  it('leave the text as it was', () => {
    const text = 'The odds ratio (OR 2) has a high risk of bias.'
    expect(
      markTerms(text, terms)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('are none where there is no glossary', () =>
    expect(markTerms('odds ratio', [])).toEqual([{ text: 'odds ratio', term: null }]))
})

describe('a term by its name', () => {
  it('is found by its name and its aliases, whatever the capitals', () => {
    expect(termNamed(terms, 'risk of Bias')?.id).toBe('risk-of-bias')
    expect(termNamed(terms, 'or')?.id).toBe('odds-ratio')
  })
  it('is null when the glossary has none', () => expect(termNamed(terms, 'NNT')).toBeNull())
})
