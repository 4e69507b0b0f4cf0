import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from './zod'
import { blockSchema } from './mdast'
import { FlawError, type Flaw } from './flaws'
import { deepestJson, readJson, usualJson } from './read-json'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const anything = z.unknown()

function flawOf(data: Uint8Array, schema: z.ZodType = anything): Flaw | null {
  try {
    readJson(data, schema, 'claims.json')
    return null
  } catch (error) {
    if (error instanceof FlawError) return error.flaw
    throw error
  }
}
const nested = (lists: number): string => '['.repeat(lists) + ']'.repeat(lists)

describe('§4.2 §20.2 reading a JSON file', () => {
  it('gives the value that its schema reads', () => {
    expect(readJson(bytes('{"id":"a","more":1}'), z.object({ id: z.string() }), 'x.json')).toEqual({
      id: 'a',
    })
  })

  it('passes over a byte order mark, which some editors write', () => {
    expect(readJson(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('1')]), z.number(), 'x.json')).toBe(1)
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"id":"a"'],
    ['more than one value', '{}{}'],
    ['a comma too many', '[1,]'],
    ['a comment', '{} // done'],
    ['single quotes', "{'id':1}"],
    ['no number', '[NaN]'],
    ['undefined', 'undefined'],
    ['HTML', '<!doctype html>'],
    ['YAML', 'id: a'],
    ['an unescaped line break', '"a\nb"'],
  ])('refuses %s', (_what, text) => {
    expect(flawOf(bytes(text))).toMatchObject({ code: 'BAD_JSON', at: 'claims.json' })
  })

  it.each([
    ['half a character', [0x22, 0xc3, 0x22]],
    ['a character encoded too long', [0x22, 0xc0, 0xaf, 0x22]],
    ['Latin-1', [0x22, 0xe4, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x31, 0x00]],
    ['a zip archive', [0x50, 0x4b, 0x03, 0x04, 0x80]],
  ])('refuses bytes that are not UTF-8: %s', (_what, data) => {
    expect(flawOf(new Uint8Array(data))?.code).toBe('BAD_JSON')
  })

  it('§20.2 refuses what is nested too deeply, before any schema sees it', () => {
    expect(flawOf(bytes(nested(deepestJson)))).toBeNull()
    expect(flawOf(bytes(nested(deepestJson + 2)))?.detail).toBe('nested too deeply')
    expect(flawOf(bytes(nested(50_000)), blockSchema)?.code).toBe('BAD_JSON')
    const objects = '{"a":'.repeat(deepestJson + 2) + '1' + '}'.repeat(deepestJson + 2)
    expect(flawOf(bytes(objects))?.detail).toBe('nested too deeply')
  })

  it('reads what is wide, up to a bound on its values', () => {
    const wide = (lists: number): Uint8Array => bytes(`[${'[0],'.repeat(lists)}0]`)
    expect(flawOf(wide(usualJson.values / 2 - 2))).toBeNull()
    expect(flawOf(wide(usualJson.values / 2))?.code).toBe('TOO_LARGE')
    expect(() => readJson(wide(5), anything, 'x.json', { ...usualJson, values: 10 })).toThrow('TOO_LARGE')
  })

  it('refuses a file of too many bytes without reading it', () => {
    expect(() => readJson(bytes('"abc"'), anything, 'x.json', { ...usualJson, bytes: 4 })).toThrow(
      'TOO_LARGE',
    )
  })

  it('names a file in which everything is wrong, where the checker runs out of stack', () => {
    const claim = z.object({ a: z.string(), b: z.string(), c: z.string(), d: z.string() })
    const all = bytes(`{"claims":[${'{},'.repeat(100_000)}{}]}`)
    expect(flawOf(all, z.object({ claims: z.array(claim) }))).toMatchObject({
      code: 'BAD_JSON',
      at: 'claims.json',
      detail: expect.stringContaining('wrong'),
    })
  })

  it('says which field is wrong', () => {
    const schema = z.object({ findings: z.array(z.object({ id: z.string() })) })
    const flaw = flawOf(bytes('{"findings":[{"id":"a"},{"id":7}]}'), schema)
    expect(flaw?.detail).toMatch(/^findings\.1\.id: /)
    expect(flawOf(bytes('{}'), schema)?.detail).toMatch(/^findings: /)
  })

  it('names no field when the whole is wrong', () => {
    expect(flawOf(bytes('3'), z.object({}))?.detail).toMatch(/^Invalid input/)
  })

  it('gives no object a prototype of the file’s making', () => {
    const read = readJson(
      bytes('{"__proto__":{"id":"b"},"id":"a"}'),
      z.record(z.string(), z.unknown()),
      'x.json',
    )
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(({} as { id?: string }).id).toBeUndefined()
  })

  it('reads back any JSON, and of any bytes throws nothing but a flaw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(readJson(bytes(text), anything, 'x.json'))).toBe(text)
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (data) => void flawOf(data)))
  })
})
