import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteCache } from './byte-cache'

describe('a cache of bytes', () => {
  it('forgets what was used longest ago when it is full', () => {
    const cache = new ByteCache(80)
    for (const key of 'abcdefgh') cache.set(key, new Uint8Array(10))
    cache.get('a')
    cache.set('i', new Uint8Array(10))
    expect(cache.get('a')).toBeDefined()
    expect(cache.get('b')).toBeUndefined()
  })

  it('does not keep what is larger than an eighth of it', () => {
    const cache = new ByteCache(80)
    cache.set('a', new Uint8Array(11))
    expect(cache.get('a')).toBeUndefined()
  })

  it('never keeps more than its size, and never gives wrong bytes', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...'abcdefghijkl'), fc.integer({ min: 0, max: 12 })))
    fc.assert(
      fc.property(steps, (all) => {
        const cache = new ByteCache(40)
        const last = new Map<string, number>()
        for (const [key, size] of all) {
          if (cache.get(key) === undefined) {
            cache.set(key, new Uint8Array(size))
            last.set(key, size)
          }
          const kept = [...'abcdefghijkl'].map((name) => [name, cache.get(name)] as const)
          for (const [name, bytes] of kept) if (bytes) expect(bytes.length).toBe(last.get(name))
          expect(kept.reduce((sum, [, bytes]) => sum + (bytes?.length ?? 0), 0)).toBeLessThanOrEqual(40)
        }
      }),
    )
  })
})
