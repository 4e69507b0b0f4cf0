import { describe, expect, it } from 'vitest'
import { locateByWords, type Nearness } from './locate-by-words'
import { plainForm } from './plain-form'

const pages = [
  'A cover page with the name of the journal.',
  'Thirty-one women took 4.5 mg of nal-\ntrexone or placebo. Pain fell by 28.8% against 18.0%.\nFewer dreams.',
  'Pain was measured each day. Results may differ between people; pain was measured each day.',
]
const find = (quote: string, nearness: Nearness = 'numbers', more = {}) =>
  locateByWords({ quote, ...more }, pages.length, nearness, (page) =>
    Promise.resolve(plainForm(pages[page] ?? '', 'lines')),
  )

describe('words that stand there', () => {
  it.each([
    ['over a broken line', 'women took 4.5 mg of naltrexone or placebo', 1],
    ['with a prefix that is not there', 'Thirty-one women took 4.5 mg of naltrexone', 1],
    ['on the first page', 'A cover page with the name of the journal.', 0],
  ])('are found %s', async (_what, quote, page) => {
    expect(await find(quote, 'letters', { prefix: 'Elsewhere ' })).toMatchObject({ page, kind: 'exact' })
  })

  it('give the range of the page’s own text', async () => {
    const found = await find('Pain fell by 28.8% against 18.0%.')
    expect(pages[1]?.slice(found?.start, found?.end)).toBe('Pain fell by 28.8% against 18.0%.')
  })

  it('but are few are told from those that are enough', async () => {
    expect(await find('Fewer dreams.')).toMatchObject({ page: 1, kind: 'few' })
    expect(await find('Fewer dreams.', 'letters', { prefix: 'against 18.0%. ' })).toMatchObject({
      kind: 'exact',
    })
  })

  it('at several places are said to, and the first is given', async () => {
    expect(await find('ain was measured each day.')).toBeNull()
    const found = await find('was measured each day.')
    expect(found).toMatchObject({ page: 2, kind: 'several' })
    expect(found?.start).toBeLessThan(20)
  })

  it('are known by the words around them', async () => {
    const found = await find('was measured each day.', 'letters', { prefix: 'between people; pain ' })
    expect(found?.kind).toBe('exact')
    expect(found?.start).toBeGreaterThan(40)
  })
})

describe('words that do not stand there', () => {
  it.each([
    ['others', 'Nothing at all like this stands in the paper.'],
    ['another number', 'Pain fell by 18.8% against 18.0%.'],
    ['a lost decimal point', 'Pain fell by 288% against 18.0%.'],
    ['none', ' '],
  ])('are not found: %s', async (_what, quote) => {
    for (const nearness of ['letters', 'numbers'] as const) expect(await find(quote, nearness)).toBeNull()
  })

  it.each([
    ['pain fell by 28.8%, against 18.0%', 'approximate'],
    ['hirty-one women took 4.5 mg of naltrexone', null],
    ['Pain was reduced by 28.8% against 18.0%.', null],
    ['Pain did not fall by 28.8% against 18.0%.', null],
    ['Thirty-one men took 4.5 mg of naltrexone or placebo', null],
  ])('of a digest are near only with the same letters: %s', async (quote, kind) => {
    expect((await find(quote, 'letters'))?.kind ?? null).toBe(kind)
  })

  it('of another version may differ a little', async () => {
    expect(await find('Thirty-one womn took 4.5 mg of naltrexone or plcebo', 'numbers')).toMatchObject({
      page: 1,
      kind: 'approximate',
    })
  })
})
