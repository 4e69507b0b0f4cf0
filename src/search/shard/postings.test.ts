import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteWriter } from './bytes'
import { PostingReader, writePostings, type Posting } from './postings'

function readAll(bytes: Uint8Array, rows: number): Posting[] {
  const reader = new PostingReader(bytes, 0, bytes.length, rows)
  const all: Posting[] = []
  while (reader.next())
    all.push({ row: reader.row, title: reader.title, also: reader.also, text: reader.text })
  return all
}

const written = (postings: readonly Posting[]): Uint8Array => {
  const writer = new ByteWriter(1)
  writePostings(postings, writer)
  return writer.written()
}

describe('postings', () => {
  it('come back as they were written', () => {
    const count = fc.oneof(fc.constant(0), fc.constant(1), fc.nat(100_000))
    const postings = fc
      .uniqueArray(fc.nat(99_999), { maxLength: 100 })
      .map((rows) => rows.toSorted((a, b) => a - b))
      .chain((rows) =>
        fc.tuple(
          ...rows.map((row) =>
            fc
              .record({ title: count, also: count, text: count })
              .filter(({ title, also, text }) => title + also + text > 0)
              .map((counts) => ({ row, ...counts })),
          ),
        ),
      )
    fc.assert(
      fc.property(postings, (all) => {
        expect(readAll(written(all), 100_000)).toEqual(all)
        expect(new PostingReader(written(all), 0, 1_000_000, 100_000).count).toBe(all.length)
      }),
    )
  })

  it('take one byte for a row near the one before that has the term once', () => {
    expect(written([3, 4, 9].map((row) => ({ row, title: 0, also: 0, text: 1 })))).toHaveLength(4)
  })

  it('never name a row twice or one that there is not, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(50), (bytes, rows) => {
        const named = readAll(bytes, rows).map(({ row }) => row)
        expect(named).toEqual([...new Set(named)].sort((a, b) => a - b))
        for (const row of named) expect(row).toBeLessThan(rows)
      }),
      { numRuns: 1_000 },
    )
  })
})
