import { describe, expect, it } from 'vitest'
import { bundleIdSchema } from '../../bundle'
import { searchesOf, searchesSchema, withSearches } from './searches'
import { firstState, stateSchema } from './state'

const ldn = bundleIdSchema.parse('ldn')
const searches = { recent: ['pain in:findings'], pinned: ['"vivid dreams"'] }

describe('the searches of a bundle', () => {
  it('are none at first, also for a bundle with the name of what every object has', () => {
    expect(searchesOf(firstState, ldn)).toEqual({ recent: [], pinned: [] })
    expect(searchesOf(firstState, bundleIdSchema.parse('constructor'))).toEqual({ recent: [], pinned: [] })
  })

  it('can be read back, and are of that bundle alone', () => {
    const state = withSearches(firstState, ldn, searches)
    const read = stateSchema.parse(JSON.parse(JSON.stringify(state)))
    expect(searchesOf(read, ldn)).toEqual(searches)
    expect(searchesOf(read, bundleIdSchema.parse('other'))).toEqual({ recent: [], pinned: [] })
  })

  it('leave nothing behind once they are forgotten', () => {
    const state = withSearches(withSearches(firstState, ldn, searches), ldn, { recent: [], pinned: [] })
    expect(state).toEqual(firstState)
  })

  it('are kept of the fifty bundles searched last', () => {
    let state = firstState
    for (let n = 0; n < 60; n++) state = withSearches(state, bundleIdSchema.parse(`b${n}`), searches)
    expect(Object.keys(state.searches)).toHaveLength(50)
    expect(Object.keys(state.searches).at(0)).toBe('b10')
  })

  it('are missing in a state file of an earlier Lectern, which is no damage', () => {
    expect(stateSchema.safeParse({ ...firstState, searches: undefined }).success).toBe(true)
  })

  it.each([
    ['an empty query', { recent: [' '], pinned: [] }],
    ['one longer than is kept', { recent: ['x'.repeat(301)], pinned: [] }],
    ['more than are kept', { recent: Array(11).fill('x'), pinned: [] }],
    ['more pinned than are kept', { recent: [], pinned: Array(31).fill('x') }],
    ['a query that is no text', { recent: [3], pinned: [] }],
    ['no list', { recent: 'pain', pinned: [] }],
    ['one list missing', { recent: [] }],
    ['a key that it does not know', { recent: [], pinned: [], shared: [] }],
  ])('are refused with %s', (_what, value) => expect(searchesSchema.safeParse(value).success).toBe(false))
})
