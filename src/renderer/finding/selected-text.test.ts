import { describe, expect, it } from 'vitest'
import { asQuery } from './selected-text'

describe('selected words as a query', () => {
  it.each([
    ['vivid dreams', 'vivid dreams'],
    ['  two\n lines\tof text ', 'two lines of text'],
    ['the “placebo” group', 'the placebo group'],
    ['pain -mouse', 'pain mouse'],
    ['−0.34 points', '−0.34 points'],
    ['anti-TNF', 'anti-TNF'],
    ['certainty:low was', 'certainty low was'],
    ['Results: none', 'Results: none'],
    ['', ''],
    [' \n ', ''],
  ])('%j asks %j', (selected, query) => expect(asQuery(selected)).toBe(query))

  it('is cut between words when it is long', () => {
    const query = asQuery('naltrexone '.repeat(60))
    expect(query.length).toBeLessThanOrEqual(200)
    expect(query.endsWith('naltrexone')).toBe(true)
  })
})
