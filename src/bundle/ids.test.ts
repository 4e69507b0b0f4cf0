import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bundleIdSchema,
  claimIdSchema,
  conditionIdSchema,
  findingIdSchema,
  handoutIdSchema,
  passageIdSchema,
  sourceIdSchema,
  statementIdSchema,
  summaryIdSchema,
} from './ids'

const isId = (value: unknown): boolean => conditionIdSchema.safeParse(value).success
const isBundleId = (value: unknown): boolean => bundleIdSchema.safeParse(value).success

describe('§4.3 an id', () => {
  it.each([
    'a',
    'Z',
    '7',
    'fm-pain',
    'younger2013.p3',
    'under_score',
    'a.b.c',
    'a--b',
    'CamelCase',
    'constructor',
    'x'.repeat(80),
  ])('may be %s', (id) => expect(isId(id)).toBe(true))

  it.each([
    ['nothing', ''],
    ['81 characters', 'x'.repeat(81)],
    ['a slash', 'a/b'],
    ['a backslash', 'a\\b'],
    ['two dots in a row', 'a..b'],
    ['only dots', '..'],
    ['a dot first, as of a hidden file', '.hidden'],
    ['a dot last, which Windows drops', 'a.'],
    ['a hyphen first, as of a switch', '-rf'],
    ['a hyphen last', 'a-'],
    ['a space', 'a b'],
    ['a space last', 'a '],
    ['a line break last', 'a\n'],
    ['a zero byte', 'a\0'],
    ['a colon, as of a stream', 'a:b'],
    ['a percent sign', 'a%2Fb'],
    ['a question mark', 'a?b'],
    ['a hash', 'a#b'],
    ['letters outside ASCII', 'schön'],
    ['a look-alike letter', 'аbc'],
    ['a number', 7],
    ['null', null],
    ['a list', ['a']],
  ])('may not be or have %s', (_what, id) => expect(isId(id)).toBe(false))

  it.each(['con', 'CON', 'Nul', 'prn', 'aux', 'com1', 'COM9', 'com0', 'lpt3', 'nul.json', 'con.a.b'])(
    'may not be %s, which Windows keeps for a device',
    (id) => expect(isId(id)).toBe(false),
  )

  it.each(['console', 'null', 'com', 'com10', 'lpt', 'a.nul', 'auxin', 'nul-1'])(
    'may be %s, which only begins or ends like the name of a device',
    (id) => expect(isId(id)).toBe(true),
  )

  it('§4.3 keeps its case, so that two ids which differ in case are two', () => {
    expect(conditionIdSchema.parse('Crohns')).toBe('Crohns')
  })

  it('has one shape for every kind', () => {
    const kinds = [
      claimIdSchema,
      conditionIdSchema,
      findingIdSchema,
      handoutIdSchema,
      passageIdSchema,
      sourceIdSchema,
      statementIdSchema,
      summaryIdSchema,
    ]
    for (const kind of kinds) {
      expect(kind.safeParse('fm-pain').success).toBe(true)
      for (const bad of ['../x', 'a/b', 'nul', '', 3]) expect(kind.safeParse(bad).success).toBe(false)
    }
  })

  it('stands in a path and in an address as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 12 }), (text) => {
        if (!isId(text)) return
        expect(encodeURIComponent(text)).toBe(text)
        expect(new URL(`lectern://ldn/sources/${text}.json`).pathname).toBe(`/sources/${text}.json`)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('§4.4 the id of a bundle', () => {
  it.each(['ldn', 'a', 'ldn-2', 'a1-b2-c3', 'constructor', 'x'.repeat(60)])('may be %s', (id) => {
    expect(isBundleId(id)).toBe(true)
    expect(new URL(`lectern://${id}/`).host).toBe(id)
    expect(new URL(`https://${id}/`).hostname).toBe(id)
  })

  it.each([
    ['nothing', ''],
    ['a capital', 'LDN'],
    ['a digit first, as of an address in numbers', '127'],
    ['a dot', 'ldn.example'],
    ['an underscore', 'l_dn'],
    ['two hyphens, as of a host in Punycode', 'xn--ldn'],
    ['a hyphen last', 'ldn-'],
    ['a hyphen first', '-ldn'],
    ['a colon and a port', 'ldn:80'],
    ['a user', 'me@ldn'],
    ['a slash', 'ldn/x'],
    ['a line break last', 'ldn\n'],
    ['61 characters', 'x'.repeat(61)],
    ['the name of a device', 'nul'],
    ['the name of a device with a number', 'com1'],
    ['letters outside ASCII', 'ldñ'],
    ['a number', 1],
  ])('may not be or have %s', (_what, id) => expect(isBundleId(id)).toBe(false))
})
