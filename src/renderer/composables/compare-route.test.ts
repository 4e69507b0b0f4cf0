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

  it('keeps the reader’s own copy in sight while another passage of the same source is chosen', () => {
    const query = { also: 'b', alsoPassage: 'p', alsoCopy: '3' }
    expect(comparedIn(query)).toEqual(query)
    expect(withCompared(query, 'b', 'q')).toEqual({ also: 'b', alsoPassage: 'q', alsoCopy: '3' })
    expect(withCompared(query, 'c', 'q')).toEqual({ also: 'c', alsoPassage: 'q' })
    expect(withCompared(query, 'b')).toEqual({ also: 'b' })
    expect(withCompared(query, null)).toEqual({})
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
