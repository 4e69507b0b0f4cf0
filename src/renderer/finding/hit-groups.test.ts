import { describe, expect, it } from 'vitest'
import { find, type RowKind } from '../../search'
import { library, loaded, ofKind } from '../../search/test-rows'
import { groupsOf, hasNothing } from './hit-groups'

const many = loaded([
  ...Array.from({ length: 9 }, (_, n) => ofKind('finding', `f${n}`, `pain ${n}`)),
  ...Array.from({ length: 5 }, (_, n) => ofKind('claim', `c${n}`, `pain ${n}`)),
  ofKind('term', 't', 'pain'),
])
const shape = (opened: ReadonlySet<RowKind>, limit = 60, query = 'pain ') =>
  groupsOf(find([many], query, { limit }), opened).map(({ kind, count, shown, more }) => [
    kind,
    count,
    shown.length,
    more,
  ])

describe('the groups of an answer', () => {
  it('show the best three each, in the order of kinds, and how many there are', () => {
    expect(shape(new Set())).toEqual([
      ['finding', 9, 3, 6],
      ['claim', 5, 3, 2],
      ['term', 1, 1, 0],
    ])
  })

  it('show all of a kind that was opened', () => {
    expect(shape(new Set(['claim']))[1]).toEqual(['claim', 5, 5, 0])
  })

  it('say how many there are even of those that were not handed out', () => {
    expect(shape(new Set(['finding']), 6)[0]).toEqual(['finding', 9, expect.any(Number), expect.any(Number)])
    const [[, count, shown, more] = []] = shape(new Set(['finding']), 6)
    expect(Number(shown) + Number(more)).toBe(count)
    expect(more).toBeGreaterThan(0)
  })

  it('show more when a group is alone', () => {
    expect(shape(new Set(), 60, 'pain in:findings ')).toEqual([['finding', 9, 9, 0]])
  })

  it('are none when nothing was found', () => expect(shape(new Set(), 60, 'xylophone ')).toEqual([]))
})

describe('an answer has nothing', () => {
  it.each([
    ['xylophone', true],
    ['xylophone certainty:', true],
    ['in:', false],
    ['dreams', false],
    ['dreams in:', false],
  ])('for %j: %s', (query, nothing) => {
    expect(hasNothing(find([loaded(library)], query), query)).toBe(nothing)
  })
})
