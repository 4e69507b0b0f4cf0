import { describe, expect, it } from 'vitest'
import { pageNamed } from './page-named'

const labels = ['i', 'ii', 'iii', '1', '2', '3', 'A-1']

describe('the page that a reader types', () => {
  it.each([
    ['ii', 2],
    ['II', 2],
    ['1', 4],
    [' 3 ', 6],
    ['a-1', 7],
    ['#1', 1],
    ['7', 7],
  ])('%s is page %i of a document with labels', (text, page) => {
    expect(pageNamed(text, 7, labels)).toBe(page)
  })

  it.each(['', ' ', '0', '#0', '8', '-1', '1.5', '1e3', 'iv', '99999999999', '１'])(
    '“%s” is none of them',
    (text) => expect(pageNamed(text, 7, labels)).toBeNull(),
  )

  it('is its number where nothing is printed', () => {
    expect(pageNamed('12', 20, null)).toBe(12)
    expect(pageNamed('ii', 20, null)).toBeNull()
  })

  it('is never the page whose label is empty', () => expect(pageNamed('', 2, ['', ''])).toBeNull())
})
