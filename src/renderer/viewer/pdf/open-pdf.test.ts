import { describe, expect, it } from 'vitest'
import { FlawError } from '../../../bundle'
import { FailureError } from '../../../shared/failure'
import { failureOf } from './open-pdf'

describe('what is wrong with a PDF', () => {
  it('is what main said of the file, when main said something', () => {
    const failure = { code: 'WRONG_HASH', at: 'trial.pdf' } as const
    expect(failureOf(new FailureError(failure), 'x')).toBe(failure)
    expect(failureOf(new FlawError({ code: 'TOO_LARGE', at: 'trial.pdf' }), 'x')).toEqual({
      code: 'TOO_LARGE',
      at: 'trial.pdf',
    })
  })

  it.each([new Error('Invalid PDF structure.'), 'Invalid PDF structure.'])(
    'is else that it is damaged, with what pdf.js said for the curious',
    (error) =>
      expect(failureOf(error, 'trial.pdf')).toEqual({
        code: 'BROKEN_DOCUMENT',
        at: 'trial.pdf',
        detail: 'Invalid PDF structure.',
      }),
  )
})
