import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress } from './address'
import { bundleIdSchema, conditionIdSchema } from './ids'

describe('an address', () => {
  it.each([
    ['lectern://ldn/conditions/fibromyalgia', '/conditions/fibromyalgia'],
    [
      'lectern://ldn/conditions/fibromyalgia?statement=fm-pain&q=pain',
      '/conditions/fibromyalgia?statement=fm-pain&q=pain',
    ],
    ['lectern://ldn/claims?q=with%2Fwithout', '/claims?q=with%2Fwithout'],
    ['lectern://ldn', '/'],
    ['lectern://ldn/', '/'],
    ['lectern://ldn?statement=a', '/?statement=a'],
    ['LECTERN://ldn/claims', '/claims'],
    ['lectern://ldn/claims#top', '/claims'],
    ['lectern://ldn/a/../../claims', '/claims'],
    ['lectern://ldn/%2e%2e/claims', '/claims'],
  ])('§19.1 %s names the path %s of a bundle', (address, path) => {
    expect(parseAddress(address)).toEqual({ bundle: 'ldn', path })
  })

  it.each([
    ['nothing', ''],
    ['plain words', 'fibromyalgia'],
    ['a path', '/conditions/fibromyalgia'],
    ['the web', 'http://ldn/conditions/fibromyalgia'],
    ['the web, encrypted', 'https://ldn/'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['our own pages', 'lectern-app://desk/'],
    ['our own content', 'lectern-bundle://ldn/bundle.json'],
    ['a scheme that begins like ours', 'lectern2://ldn/'],
    ['our scheme without slashes', 'lectern:ldn/claims'],
    ['our scheme with one slash', 'lectern:/ldn/claims'],
    ['no host', 'lectern:///claims'],
    ['nothing after the scheme', 'lectern:'],
    ['a user', 'lectern://me@ldn/'],
    ['a user and a password', 'lectern://me:secret@ldn/'],
    ['only a password', 'lectern://:secret@ldn/'],
    ['a port', 'lectern://ldn:80/'],
    ['a host in capitals', 'lectern://LDN/'],
    ['a host with a dot', 'lectern://ldn.example/'],
    ['a host in numbers', 'lectern://127.0.0.1/'],
    ['a host of IPv6', 'lectern://[::1]/'],
    ['an encoded slash in the host', 'lectern://ldn%2Fclaims/'],
    ['an encoded letter in the host', 'lectern://l%64n/'],
    ['a backslash in the host', 'lectern://ldn\\claims'],
    ['a space in the host', 'lectern://l dn/'],
    ['the name of a device as host', 'lectern://nul/'],
    ['a path that looks like a host', 'lectern://ldn//example.org/x'],
    ['a backslash in the path', 'lectern://ldn/\\example.org'],
    ['a backslash in the query', 'lectern://ldn/?q=\\'],
    ['an encoded slash in the path', 'lectern://ldn/conditions/..%2F..%2Fclaims'],
    ['an encoded backslash in the path', 'lectern://ldn/conditions/a%5cb'],
    ['a host outside ASCII', 'lectern://ldñ/'],
    ['a switch', '--inspect=lectern://ldn/'],
    ['more than 2,000 characters', `lectern://ldn/${'a'.repeat(2_000)}`],
  ])('§19.2 is refused when it is or has %s', (_what, address) => expect(parseAddress(address)).toBeNull())

  it('§19.2 of 2,000 characters is still read', () => {
    const address = `lectern://ldn/${'a'.repeat(2_000 - 'lectern://ldn/'.length)}`
    expect(parseAddress(address)?.path).toHaveLength(1_987)
  })
})

describe('an address and its place', () => {
  const bundle = fc.constantFrom('ldn', 'a', 'crohns-2').map((id) => bundleIdSchema.parse(id))
  const id = fc
    .stringMatching(/^[A-Za-z0-9._-]{1,20}$/)
    .filter((text) => conditionIdSchema.safeParse(text).success)

  /** What addresses are spoilt with. */
  const odd = fc.constantFrom(...'/\\%2fF5c.@:?#&= \t\n\0[]|a', 'é', '\ud800', 'lectern://', '..', '%2e')

  it('§19.1 come back from each other for every page and statement', () => {
    fc.assert(
      fc.property(bundle, id, fc.option(id), (of, page, statement) => {
        const path = `/conditions/${page}${statement === null ? '' : `?statement=${statement}`}`
        expect(parseAddress(formatAddress({ bundle: of, path }))).toEqual({ bundle: of, path })
      }),
    )
  })

  it('agree once the address has been read, whatever was in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: odd, maxLength: 12 }), (rest) => {
        const place = parseAddress(`lectern://ldn/${rest}`)
        if (place === null) return
        expect(place.path).toMatch(/^\/\S*$/)
        expect(parseAddress(formatAddress(place))).toEqual(place)
      }),
      { numRuns: 300 },
    )
  })

  it('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: odd }), (text) => void parseAddress(text)))
  })
})
