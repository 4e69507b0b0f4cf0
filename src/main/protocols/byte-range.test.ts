import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRange } from './byte-range'

/* RFC 9110, 14.1.2 and 14.2. A range that may be ignored is null: the whole file is sent. */

describe('a range of a file of 10 bytes', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-9', 0, 9],
    ['bytes=2-5', 2, 5],
    ['bytes=9-9', 9, 9],
    ['bytes=3-', 3, 9],
    ['bytes=0-', 0, 9],
    ['bytes=5-100', 5, 9],
    ['bytes=-1', 9, 9],
    ['bytes=-10', 0, 9],
    ['bytes=-100', 0, 9],
    ['bytes=007-8', 7, 8],
    [' bytes=1-2 ', 1, 2],
    ['bytes=0-99999999999999999999999', 0, 9],
  ])('%s is from %i to %i', (header, start, end) => expect(readRange(header, 10)).toEqual({ start, end }))

  it.each(['bytes=10-', 'bytes=10-12', 'bytes=100-200', 'bytes=-0', 'bytes=99999999999999999999999-'])(
    '%s names bytes that it does not have',
    (header) => expect(readRange(header, 10)).toBe('unsatisfiable'),
  )

  it.each([
    null,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,4-5',
    'bytes=0-1, -1',
    'bytes=a-b',
    'bytes=1.5-2',
    'bytes=+1-2',
    'bytes=--1',
    'bytes=0x1-2',
    'bytes = 0-1',
    'bytes=0 - 1',
    'items=0-1',
    '0-1',
    'bytes=0-1;x',
    'bytes=1-2\nbytes=3-4',
  ])('%j is ignored', (header) => expect(readRange(header, 10)).toBeNull())
})

describe('a range of an empty file', () => {
  it.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])('%s cannot be satisfied', (header) => {
    expect(readRange(header, 0)).toBe('unsatisfiable')
  })

  it('that was not asked for is ignored', () => expect(readRange(null, 0)).toBeNull())
})

it('a range always lies in its file and is never empty', () => {
  const number = fc.option(fc.nat(40), { nil: '' })
  fc.assert(
    fc.property(number, number, fc.nat(30), (from, to, size) => {
      const range = readRange(`bytes=${from}-${to}`, size)
      if (range === null || range === 'unsatisfiable') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeGreaterThanOrEqual(range.start)
      expect(range.end).toBeLessThan(size)
    }),
  )
})
