import { describe, expect, test } from 'vitest'
import { terms as termsOf } from '../analyse'
import { fingerprint } from '../options'
import type { Row } from '../row'
import { buildShard } from './shard-builder'
import { loadShard } from './shard-reader'

/* What the format says of a shard, read by hand: who reads or packs with another program has nothing else to go by. */

const row = (id: string, title: string, text: string, also?: string): Row => ({
  ...{ kind: 'term', id, title, text, where: 'Glossary', path: `/glossary?term=${id}` },
  ...(also === undefined ? {} : { also }),
})
const rows = [
  row('a', 'dose', 'pain'),
  row('b', 'placebo', 'dose'),
  row('b', 'placebo', 'pain pain', 'sugar'),
  row('c', 'pain', 'pain pain dose'),
]

/** A shard taken apart as clauses 18.4 and 18.5 say. */
function takenApart(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const text = (from: number, to: number): string => new TextDecoder().decode(file.subarray(from, to))
  const headerEnd = 16 + view.getUint32(12, true)
  const header = JSON.parse(text(16, headerEnd)) as {
    fingerprint: string
    rows: number
    terms: number
    facets: { kind: string }[]
    sections: Record<string, [number, number]>
  }
  const first = Math.ceil(headerEnd / 4) * 4
  const bytes = (name: string): Uint8Array => {
    const [start, length] = header.sections[name] ?? [0, 0]
    return file.subarray(first + start, first + start + length)
  }
  const numbers = (name: string): number[] => {
    const part = bytes(name)
    const inPart = new DataView(part.buffer, part.byteOffset, part.byteLength)
    return Array.from({ length: part.length / 4 }, (_, at) => inPart.getUint32(at * 4, true))
  }
  return { magic: text(0, 8), form: view.getUint32(8, true), header, bytes, numbers }
}

/** Reads varints one after the other. */
function varints(bytes: Uint8Array): { next: () => number; take: (length: number) => Uint8Array } {
  let at = 0
  return {
    next: () => {
      let value = 0
      for (let factor = 1; ; factor *= 128) {
        const byte = bytes[at++] ?? 0
        value += (byte % 128) * factor
        if (byte < 128) return value
      }
    },
    take: (length) => bytes.subarray(at, (at += length)),
  }
}

/** The terms of a dictionary, as clause 18.6 says. */
function dictionaryOf(bytes: Uint8Array, count: number): string[] {
  const reader = varints(bytes)
  let before = new Uint8Array()
  return Array.from({ length: count }, () => {
    const shared = reader.next()
    before = Uint8Array.from([...before.subarray(0, shared), ...reader.take(reader.next())])
    return new TextDecoder().decode(before)
  })
}

/** Which rows hold a term, and how often in title, other names and text, as clause 18.7 says. */
function postingsOf(bytes: Uint8Array): number[][] {
  const { next } = varints(bytes)
  let at = -1
  return Array.from({ length: next() }, () => {
    const code = next()
    at += Math.floor(code / 4)
    if (code % 4 === 0) return [at, 0, 0, 1]
    if (code % 4 === 1) return [at, 0, 0, next()]
    return code % 4 === 2 ? [at, 1, 0, 0] : [at, next(), next(), next()]
  })
}

describe('a shard read by hand', () => {
  const shard = takenApart(buildShard(rows))

  test('§18.4 has its letters, its form and a header', () => {
    expect([shard.magic, shard.form]).toEqual(['LECTSHRD', 2])
    expect(shard.header).toMatchObject({ fingerprint, rows: 4, facets: [{ kind: 'term' }] })
    for (const [start] of Object.values(shard.header.sections)) expect(start % 4).toBe(0)
  })

  test('§18.5 gives each row back, with its facets, its thing and how many terms it has', () => {
    const starts = shard.numbers('rowStarts')
    const read = starts.slice(1).map((end, at) => {
      const bytes = shard.bytes('rows').subarray(starts[at], end)
      return JSON.parse(new TextDecoder().decode(bytes)) as Row
    })
    expect(read).toEqual(rows)
    expect(shard.numbers('facetsOf')).toEqual([0, 0, 0, 0])
    expect(shard.numbers('things')).toEqual([0, 1, 1, 3])
    expect(shard.numbers('lengths')).toEqual([1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 2])
  })

  test('§18.6 §18.7 says for each term in which rows it stands, and how often', () => {
    const terms = dictionaryOf(shard.bytes('terms'), shard.header.terms)
    const wanted = [
      ...new Set(rows.flatMap(({ title, also = '', text }) => termsOf(`${title} ${also} ${text}`))),
    ]
    expect(terms).toEqual(wanted.sort())
    const starts = shard.numbers('postingStarts')
    const of = (word: string): number[][] => {
      const at = terms.indexOf(termsOf(word)[0] ?? '')
      return postingsOf(shard.bytes('postings').subarray(starts[at], starts[at + 1]))
    }
    expect(of('pain')).toEqual([
      [0, 0, 0, 1],
      [2, 0, 0, 2],
      [3, 1, 0, 2],
    ])
    expect(of('placebo')).toEqual([
      [1, 1, 0, 0],
      [2, 1, 0, 0],
    ])
    expect(of('sugar')).toEqual([[2, 0, 1, 0]])
  })
})

describe('a shard written by hand', () => {
  const encoder = new TextEncoder()
  const sections = [
    'rowStarts',
    'facetsOf',
    'things',
    'lengths',
    'blockStarts',
    'postingStarts',
    'terms',
    'postings',
  ]

  /** A shard with nothing but rows, by a packer without an analyser. */
  function withRowsOnly(letters = 'LECTSHRD', form = 2): Uint8Array {
    const json = rows.map((each) => encoder.encode(JSON.stringify(each)))
    const starts = json.reduce<number[]>((all, { length }) => [...all, (all.at(-1) ?? 0) + length], [0])
    const places = Object.fromEntries(
      sections.map((name) => [name, name === 'rowStarts' ? [0, 20] : [20, 0]]),
    )
    const header = encoder.encode(
      JSON.stringify({
        ...{ fingerprint: 'another', rows: rows.length, terms: 0, facets: [] },
        sections: { ...places, rows: [20, starts.at(-1)] },
      }),
    )
    const first = Math.ceil((16 + header.length) / 4) * 4
    const file = new Uint8Array(first + 20 + (starts.at(-1) ?? 0))
    const view = new DataView(file.buffer)
    file.set(encoder.encode(letters))
    view.setUint32(8, form, true)
    view.setUint32(12, header.length, true)
    file.set(header, 16)
    for (const [at, start] of starts.entries()) view.setUint32(first + at * 4, start, true)
    for (const [at, bytes] of json.entries()) file.set(bytes, first + 20 + (starts[at] ?? 0))
    return file
  }

  test('§18.3 with a fingerprint of its own is not asked, and its rows are handed on', () => {
    const loaded = loadShard(withRowsOnly())
    if (loaded.ok || loaded.failure.is !== 'built by other rules') throw new Error('was asked')
    expect(loaded.failure.fingerprint).toBe('another')
    expect([...loaded.failure.rows]).toEqual(rows)
    expect(loadShard(buildShard(loaded.failure.rows)).ok).toBe(true)
  })

  test.each([
    ['other letters', withRowsOnly('LECTSHRT')],
    ['another form', withRowsOnly(undefined, 3)],
    ['a cut end', withRowsOnly().slice(0, -1)],
    ['nothing in it', new Uint8Array()],
  ])('§18.4 is refused with %s', (_, file) => {
    expect(loadShard(file)).toMatchObject({ ok: false, failure: { is: 'not a shard' } })
  })
})
