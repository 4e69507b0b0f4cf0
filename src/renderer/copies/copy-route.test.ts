import { describe, expect, it } from 'vitest'
import { copyIn, withCopy } from './copy-route'

describe('a copy in the route', () => {
  it('is kept by what chooses in its source', () =>
    expect(copyIn({ passage: 'p', copy: '3' })).toEqual({ copy: '3' }))

  it.each([{}, { copy: '' }, { copy: ['1', '2'] }, { copy: null }, { alsoCopy: '3' }])(
    'is none in %j',
    (query) => expect(copyIn(query)).toEqual({}),
  )

  it('is shown from its first page, beside whatever else the route says, and taken out again', () => {
    expect(withCopy({ passage: 'p' }, 'copy', true)).toEqual({ passage: 'p', copy: '1' })
    expect(withCopy({ passage: 'p', copy: '9', alsoCopy: '2' }, 'copy', false)).toEqual({
      passage: 'p',
      alsoCopy: '2',
    })
    expect(withCopy({ copy: '9' }, 'alsoCopy', true)).toEqual({ copy: '9', alsoCopy: '1' })
  })
})
