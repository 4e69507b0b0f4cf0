import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  declaresBag,
  declarationText,
  escapeName,
  infoText,
  manifestText,
  parseManifest,
  unescapeName,
} from './bag-text'
import { flawOf } from './test-files'

const hash = 'a'.repeat(64)
const other = 'b'.repeat(64)

describe('§2.7 a manifest', () => {
  it('is sorted by code point, whatever the order of the files', () => {
    const files = ['data/b', 'data/B', 'data/a', 'data/ä', 'data/a-b', 'data/a/b']
    const text = manifestText(new Map(files.map((name) => [name, hash])))
    const names = text.split('\n').map((line) => line.slice(66))
    expect(names).toEqual(['data/B', 'data/a', 'data/a-b', 'data/a/b', 'data/b', 'data/ä', ''])
    expect(manifestText(new Map(files.toReversed().map((name) => [name, hash])))).toBe(text)
  })

  it('has the form that sha256sum -c reads', () => {
    expect(manifestText(new Map([['data/a', hash]]))).toBe(`${hash}  data/a\n`)
  })

  it('encodes line ends and percent signs, and only these', () => {
    expect(escapeName('a%b\r\nc d')).toBe('a%25b%0D%0Ac d')
    expect(unescapeName('a%25b%0D%0Ac%20d%0d')).toBe('a%b\r\nc%20d\r')
  })

  it('gives back what was written', () => {
    const names = fc.uniqueArray(
      fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !/^[ \t*]/.test(name)),
    )
    fc.assert(
      fc.property(names, (all) => {
        const hashes = new Map(all.map((name) => [name, hash]))
        expect(parseManifest(manifestText(hashes), '')).toEqual(hashes)
      }),
    )
  })

  it.each([
    ['a star for binary', `${hash} *data/a`],
    ['tabs', `${hash}\t\tdata/a`],
    ['Windows line ends', `${hash}  data/a\r\n${other}  data/b\r\n`],
    ['old Macintosh line ends', `${hash}  data/a\r${other}  data/b\r`],
    ['no last line end', `${hash}  data/a`],
    ['empty lines', `\n${hash}  data/a\n\n`],
  ])('may have %s', (_, text) => {
    expect(parseManifest(text, '').get('data/a')).toBe(hash)
  })

  it.each([
    ['words', 'hello'],
    ['a short hash', `${hash.slice(1)}  data/a`],
    ['no name', `${hash}  `],
    ['no space', `${hash}data/a`],
    ['a hash of another length', `${hash}${hash}  data/a`],
    ['a file twice', `${hash}  data/a\n${other}  data/a`],
    ['a file twice, once encoded', `${hash}  data/%\n${other}  data/%25`],
  ])('may not have %s', async (_, text) => {
    expect(await flawOf(Promise.resolve().then(() => parseManifest(text, 'm')))).toBe('DAMAGED')
  })

  it('names the line that is wrong', () => {
    expect(() => parseManifest(`${hash}  data/a\nhello\n`, 'manifest-sha256.txt')).toThrow(
      'manifest-sha256.txt:2',
    )
  })
})

describe('§2.8 bag-info.txt', () => {
  it('names publisher, bundle, day and size, and neither program nor time', () => {
    const text = infoText(
      { organization: 'A', identifier: 'ldn-1.0.0', date: '2026-11-22' },
      { files: 2, octets: 10 },
    )
    expect(text).toBe(
      'Source-Organization: A\nExternal-Identifier: ldn-1.0.0\nBagging-Date: 2026-11-22\nPayload-Oxum: 10.2\n',
    )
  })

  it('cannot be given a line of its own by a publisher', () => {
    const odd = { organization: 'A\r\nPayload-Oxum: 0.0', identifier: '', date: '' }
    expect(infoText(odd, { files: 0, octets: 0 }).split('\n')).toHaveLength(5)
  })
})

describe('§2.6 bagit.txt', () => {
  it.each([
    declarationText,
    'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
    'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: utf-8',
  ])('is accepted as %j', (text) => {
    expect(declaresBag(text)).toBe(true)
  })

  it.each([
    '',
    'BagIt-Version: 1.0\n',
    'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n',
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n',
    'BagIt-Version: 1.0 Tag-File-Character-Encoding: UTF-8\n',
    'x\nBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  ])('is refused as %j', (text) => {
    expect(declaresBag(text)).toBe(false)
  })

  it('§20.3 is refused without being searched when it is long: its lines could be apart by a megabyte of nothing', () => {
    expect(declaresBag(`BagIt-Version: 1.0${'\n'.repeat(1_000_000)}x`)).toBe(false)
  })
})
