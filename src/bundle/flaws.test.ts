import { describe, expect, it } from 'vitest'
import { FlawError, flaws, severityOf, type FlawCode } from './flaws'
import { failed, success } from './outcome'

const codes = Object.keys(flaws) as FlawCode[]

describe('a flaw', () => {
  it.each(codes)('%s says what is wrong and what to do next, in whole sentences', (code) => {
    const { says, next } = flaws[code]
    for (const sentence of [says, next]) expect(sentence).toMatch(/^[A-Z:].*[.…]$/)
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/)
  })

  it('stops packing or is only told', () => {
    expect(severityOf({ code: 'NO_PASSAGE', at: '' })).toBe('error')
    expect(severityOf({ code: 'UNUSED_SOURCE', at: '' })).toBe('warning')
  })

  it('thrown, keeps its code and place and can be read in a log', () => {
    const error = new FlawError({ code: 'WRONG_HASH', at: 'claims.json', detail: 'sha256' })
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('FlawError')
    expect(error.flaw.code).toBe('WRONG_HASH')
    expect(error.message).toBe(`WRONG_HASH claims.json: ${flaws.WRONG_HASH.says} sha256`)
  })
})

it('an outcome is one of two values that can cross between processes', () => {
  expect(structuredClone(success(1))).toEqual({ ok: true, value: 1 })
  expect(structuredClone(failed({ code: 'DAMAGED', at: 'x' }))).toEqual({
    ok: false,
    failure: { code: 'DAMAGED', at: 'x' },
  })
})
