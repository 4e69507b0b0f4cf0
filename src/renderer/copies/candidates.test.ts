import { describe, expect, it } from 'vitest'
import { sourceIdSchema } from '../../bundle'
import { chosenTwice, firstChoice, isCertain, type Candidate } from './candidates'

const candidate = (found: string | null): Candidate => ({
  file: new File([], 'a.pdf'),
  found: found === null ? null : { id: sourceIdSchema.parse(found), by: 'DOI' },
  unseen: null,
})
const of = (...found: (string | null)[]): Candidate[] => found.map(candidate)

describe('what is offered first', () => {
  it.each([
    [of('a'), ['a']],
    [of('b'), ['b']],
    [of(null), ['a']],
    [of('b', null), ['b', '']],
    [of('b', 'b'), ['b', '']],
    [of(null, null), ['', '']],
    [of(), []],
  ])('of %j', (candidates, expected) => expect(firstChoice(candidates, 'a')).toEqual(expected))
})

describe('nothing is asked', () => {
  it('only about a single file that is of this very source', () => {
    expect(isCertain(of('a'), 'a')).toBe(true)
    for (const others of [of('b'), of(null), of('a', 'b'), of('a', 'a'), of()])
      expect(isCertain(others, 'a')).toBe(false)
  })
})

describe('two files for one source', () => {
  it('are found, and leaving files out is not one', () => {
    expect(chosenTwice(['a', 'b', 'a', 'a', '', ''])).toEqual(['a'])
    expect(chosenTwice(['a', 'b', ''])).toEqual([])
  })
})
