import { describe, expect, it } from 'vitest'
import { comparedIn, withCompared } from './compare-route'

describe('the second source in the route', () => {
  it('is kept by what chooses in the first, with its passage', () => {
    expect(comparedIn({ statement: 's', also: 'b', alsoPassage: 'p' })).toEqual({
      also: 'b',
      alsoPassage: 'p',
    })
    expect(comparedIn({ statement: 's', also: 'b' })).toEqual({ also: 'b' })
  })

  it.each([{}, { alsoPassage: 'p' }, { also: '' }, { also: ['a', 'b'] }, { also: null }])(
    'is none in %j',
    (query) => expect(comparedIn(query)).toEqual({}),
  )

  it('can be another, which begins without the passage of the one before', () => {
    const query = { statement: 's', also: 'b', alsoPassage: 'p' }
    expect(withCompared(query, 'c')).toEqual({ statement: 's', also: 'c' })
    expect(withCompared(query, 'c', 'q')).toEqual({ statement: 's', also: 'c', alsoPassage: 'q' })
    expect(withCompared(query, null)).toEqual({ statement: 's' })
  })
})
