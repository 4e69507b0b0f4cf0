import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blake2b } from './blake2b'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('BLAKE2b', () => {
  it('of "abc" is what RFC 7693, appendix A, says', () => {
    expect(hex(blake2b(Buffer.from('abc')))).toBe(
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1' +
        '7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
    )
  })

  it('with 32 bytes is a hash of its own', () => {
    const known = '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8'
    expect(hex(blake2b(new Uint8Array(), 32))).toBe(known)
    expect(hex(blake2b(new Uint8Array())).startsWith(known)).toBe(false)
  })

  it('agrees with OpenSSL for every length around a block', () => {
    for (let length = 0; length < 400; length++) {
      const bytes = new Uint8Array(length).map((_, index) => index * 7)
      expect(hex(blake2b(bytes)), `${length}`).toBe(createHash('blake2b512').update(bytes).digest('hex'))
    }
  })

  it('agrees with OpenSSL for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(hex(blake2b(bytes))).toBe(createHash('blake2b512').update(bytes).digest('hex'))
      }),
    )
  })
})
