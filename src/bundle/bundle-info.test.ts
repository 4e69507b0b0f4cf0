import { describe, expect, it } from 'vitest'
import { bundleInfoSchema, canReadFormat, formatVersion } from './bundle-info'
import { infoData } from './test-content'

const isInfo = (change: object): boolean => bundleInfoSchema.safeParse({ ...infoData, ...change }).success
const [entry] = infoData.conditions
const [handout] = infoData.handouts

describe('the format of a bundle', () => {
  it('that this code writes, it reads', () => expect(canReadFormat(formatVersion)).toBe(true))

  it.each(['1.0', '1.1', '1.27'])('§17.1 %s can be read: a newer minor version only adds', (format) => {
    expect(canReadFormat(format)).toBe(true)
  })

  it.each([
    '2.0',
    '0.9',
    '10.0',
    '11.0',
    '1',
    '1.',
    '1.0.0',
    '1.x',
    '01.0',
    '1.-1',
    ' 1.0',
    '1.0\n',
    'v1.0',
    '',
  ])('§17.2 §17.4 %j cannot be read', (format) => expect(canReadFormat(format)).toBe(false))
})

describe('the table of contents of a bundle', () => {
  it('§5.1 may hold conditions and handouts, or only sources', () => {
    expect(isInfo({})).toBe(true)
    expect(isInfo({ conditions: [], handouts: [], columns: [], groups: [] })).toBe(true)
  })

  it('§16.1 §17.1 passes over what a newer minor version added', () => {
    const read = bundleInfoSchema.parse({ ...infoData, format: '1.4', mood: 'good' })
    expect(read).not.toHaveProperty('mood')
  })

  it.each(['0.1.0', '1.0.0', '10.20.30', '1.0.0-draft.2'])('§5.2 may be of version %s', (version) => {
    expect(isInfo({ version })).toBe(true)
  })

  it.each(['1', '1.0', '1.0.0.0', 'v1.0.0', '01.0.0', '1.0.0+build', '1.0.0-', '1.0.0 ', 'latest', '', 1])(
    '§5.2 may not be of version %j',
    (version) => expect(isInfo({ version })).toBe(false),
  )

  it.each([
    ['a format without a point', { format: '1' }],
    ['a format in numbers', { format: 1.0 }],
    ['an id in capitals', { id: 'LDN' }],
    ['an id that is a host', { id: 'example.org' }],
    ['no title', { title: '' }],
    ['no publisher', { publisher: undefined }],
    ['no language', { languages: [] }],
    ['a day that does not exist', { reviewed: '2026-02-30' }],
    ['no day of expiry', { expires: undefined }],
    ['HTML for its page', { about: '<p>About</p>' }],
    ['an HTML node in its page', { about: [{ type: 'html', value: '<p>' }] }],
    ['fewer than no sources', { counts: { sources: -1, claims: 0 } }],
    ['counts in words', { counts: { sources: '1', claims: 0 } }],
    ['no coverage', { coverage: undefined }],
    ['coverage that is not counted to the end', { coverage: { statements: 1 } }],
    ['no search index', { search: undefined }],
    ['a shard that is no text', { search: { fingerprint: 'f', shards: [0] } }],
    ['a condition whose id is a path', { conditions: [{ ...entry, id: '../fibromyalgia' }] }],
    ['a condition without a title', { conditions: [{ ...entry, title: '' }] }],
    ['a condition of no certainty', { conditions: [{ ...entry, certainty: undefined }] }],
    ['a cell without a finding', { conditions: [{ ...entry, cells: [{ column: 'pain' }] }] }],
    ['a handout of a third reading level', { handouts: [{ ...handout, level: 'expert' }] }],
    ['a handout that leaves open whose it is', { handouts: [{ ...handout, condition: undefined }] }],
  ])('§5.1 is refused with %s', (_what, change) => expect(isInfo(change)).toBe(false))
})
