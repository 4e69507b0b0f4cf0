import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { find } from '../find'
import { fingerprint } from '../options'
import { idsOf, library, loaded, row } from '../test-rows'
import { magic } from './layout'
import { buildShard, ShardBuilder } from './shard-builder'
import { loadShard } from './shard-reader'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** A shard with its header changed; padded, so that the sections stay where they are. */
function withHeader(file: Uint8Array, change: (header: Record<string, unknown>) => unknown): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset)
  const length = view.getUint32(12, true)
  const header = JSON.parse(decoder.decode(file.subarray(16, 16 + length))) as Record<string, unknown>
  const text = encoder.encode(JSON.stringify(change(header)))
  const room = Math.ceil(text.length / 4) * 4
  const first = 16 + Math.ceil(length / 4) * 4
  const changed = new Uint8Array(16 + room + file.length - first)
  changed.set(file.subarray(0, 12))
  new DataView(changed.buffer).setUint32(12, text.length, true)
  changed.set(text, 16)
  changed.set(file.subarray(first), 16 + room)
  return changed
}

const problemOf = (file: Uint8Array): string => {
  const outcome = loadShard(file)
  if (outcome.ok) return 'none'
  return outcome.failure.is === 'not a shard' ? outcome.failure.detail : outcome.failure.is
}

/** Asks everything there is to ask; at worst it finds nothing. */
function askAll(file: Uint8Array): void {
  const outcome = loadShard(file)
  if (!outcome.ok) {
    if (outcome.failure.is === 'built by other rules')
      for (const each of outcome.failure.rows) expect(each.id).toBeTypeOf('string')
    return
  }
  for (const query of [
    'naltrexone pain',
    'na',
    '4.5 mg',
    'naltraxone ',
    '"low dose" -pain',
    'kind:source',
    'pain certainty:low',
  ]) {
    const { hits, total } = find([outcome.value], query, { limit: 5 })
    expect(hits.length).toBeLessThanOrEqual(Math.min(5, total))
  }
}

describe('a shard', () => {
  it('gives back its rows, each when it is asked for', () => {
    const shard = loaded(library)
    expect(Array.from({ length: shard.rowCount }, (_, number) => shard.row(number))).toEqual(library)
    expect(shard.row(library.length)).toBeNull()
  })

  it('is the same for the same rows', () => {
    expect(buildShard(library)).toEqual(buildShard([...library]))
  })

  it('is the same however many rows MiniSearch takes in at a time', () => {
    const many = Array.from({ length: 600 }, (_, n) => row(`r${n}`, `pain ${n} ${'dose '.repeat(n % 3)}`))
    const whole = loaded(many)
    for (const query of ['pain 599', 'dose', '255', '256', '257'])
      expect(idsOf(find([whole], `${query} `, { limit: 600 }).hits).length, query).toBe(
        many.filter(({ text }) => query.split(' ').every((word) => text.split(' ').includes(word))).length,
      )
  })

  it('may be empty', () => {
    expect(find([loaded([])], 'pain').total).toBe(0)
  })

  it('may start anywhere in memory', () => {
    const file = buildShard(library)
    const moved = new Uint8Array(file.length + 3)
    moved.set(file, 3)
    const outcome = loadShard(moved.subarray(3))
    expect(outcome.ok && idsOf(find([outcome.value], 'dreams ').hits)).toEqual(['fm-dreams'])
  })

  it('is full at some point', () => {
    const builder = new ShardBuilder()
    expect([builder.isEmpty, builder.isFull]).toEqual([true, false])
    const long = row('a', 'pain '.repeat(400_000))
    for (let rows = 0; rows < 5; rows++) builder.add(long)
    expect([builder.isEmpty, builder.isFull]).toEqual([false, true])
  })

  it('built by other rules is refused, and can be built again from its rows', () => {
    const old = withHeader(buildShard(library), (header) => ({ ...header, fingerprint: '0:other' }))
    const outcome = loadShard(old)
    if (outcome.ok || outcome.failure.is !== 'built by other rules') throw new Error('was taken in')
    expect(outcome.failure.fingerprint).toBe('0:other')
    const again = loadShard(buildShard(outcome.failure.rows))
    expect(again.ok && idsOf(find([again.value], 'dreams ').hits)).toEqual(['fm-dreams'])
  })
})

describe('what is no shard is refused', () => {
  const good = buildShard(library)
  const sections = (name: string, place: unknown) => (header: Record<string, unknown>) => ({
    ...header,
    sections: { ...(header['sections'] as object), [name]: place },
  })
  const cut = (bytes: number): Uint8Array => good.subarray(0, bytes)
  const patched = (at: number, value: number): Uint8Array => {
    const copy = good.slice()
    new DataView(copy.buffer).setUint32(at, value, true)
    return copy
  }

  it.each<[string, string, Uint8Array]>([
    ['nothing', 'too short', new Uint8Array()],
    ['only its first letters', 'too short', encoder.encode(magic)],
    ['JSON', 'no search shard', encoder.encode('{"rows":[],"index":{}}')],
    ['a form of the future', 'form', patched(8, 3)],
    ['a header longer than the file', 'header', patched(12, 0xffff_ffff)],
    ['a header that is no JSON', 'header', patched(12, 5)],
    ['cut off', 'section rows', cut(good.length - 4)],
    ['cut off in the header', 'header', cut(40)],
    ['a header that is a list', 'fingerprint', withHeader(good, () => [])],
    ['no fingerprint', 'fingerprint', withHeader(good, (header) => ({ ...header, fingerprint: 1 }))],
    ['no number of rows', 'header', withHeader(good, (header) => ({ ...header, rows: -1 }))],
    ['another number of rows', 'rows', withHeader(good, (header) => ({ ...header, rows: 3 }))],
    ['a number of rows beyond all', 'rows', withHeader(good, (header) => ({ ...header, rows: 2 ** 40 }))],
    ['another number of terms', 'terms', withHeader(good, (header) => ({ ...header, terms: 1 }))],
    ['facets that are none', 'facets', withHeader(good, (header) => ({ ...header, facets: [{}] }))],
    ['too few facets', 'facets', withHeader(good, (header) => ({ ...header, facets: [] }))],
    ['no sections', 'section rowStarts', withHeader(good, (header) => ({ ...header, sections: null }))],
    ['a section at no multiple of four', 'section terms', withHeader(good, sections('terms', [2, 4]))],
    ['a section of half numbers', 'section lengths', withHeader(good, sections('lengths', [0, 6]))],
    ['a section beyond the file', 'section postings', withHeader(good, sections('postings', [0, 2 ** 50]))],
    ['a section before the file', 'section postings', withHeader(good, sections('postings', [-4, 4]))],
    ['a section that is text', 'section postings', withHeader(good, sections('postings', '0,4'))],
    ['too few lengths', 'lengths', withHeader(good, sections('lengths', [0, 4]))],
  ])('%s', (_, problem, file) => {
    expect(problemOf(file)).toBe(problem)
  })
})

describe('a shard that a stranger twisted', { timeout: 60_000 }, () => {
  const good = buildShard(library)

  it('with any bytes changed never breaks, and never hangs', () => {
    const change = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(change, (changes) => {
        const file = good.slice()
        for (const [at, byte] of changes) file[at] = byte
        askAll(file)
      }),
      { numRuns: 400 },
    )
  })

  it('with a whole section of one number neither', () => {
    const view = new DataView(good.buffer)
    const header = JSON.parse(decoder.decode(good.subarray(16, 16 + view.getUint32(12, true)))) as {
      sections: Record<string, [number, number]>
    }
    const first = 16 + Math.ceil(view.getUint32(12, true) / 4) * 4
    for (const [start, length] of Object.values(header.sections))
      for (const byte of [0, 1, 3, 0x7f, 0x80, 0xff]) {
        const file = good.slice()
        file.fill(byte, first + start, first + start + length)
        askAll(file)
      }
  })

  it('with a row that cannot be read leaves that row out', () => {
    const text = Buffer.from(good).toString('latin1').replace('{"kind":"finding"', '{"kind":"nothing"')
    const outcome = loadShard(new Uint8Array(Buffer.from(text, 'latin1')))
    expect(outcome.ok && idsOf(find([outcome.value], 'naltrexone ').hits)).not.toContain('fm-dreams')
  })
})

it('the fingerprint names the version of the form, the fields and the rules', () => {
  // A change here means that older bundles are indexed anew when they are opened. Mean it.
  expect(fingerprint).toMatchInlineSnapshot(`"3:title+also+text:7ab350f6"`)
})
