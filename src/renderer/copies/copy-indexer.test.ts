import { describe, expect, it } from 'vitest'
import { find, loadShard } from '../../search'
import { loaded, row } from '../../search/test-rows'
import { CopyIndexer } from './copy-indexer'
import { copyRow, holdsCopyOnly, placedRow } from './copy-rows'

const sha256 = 'a'.repeat(64)
const place = {
  sha256,
  source: 'younger2013',
  label: 'Younger 2013',
  conditions: ['fibromyalgia'],
  where: 'Page {page} of your copy, a$&.pdf',
}

function indexOf(...pages: string[]) {
  const indexer = new CopyIndexer()
  indexer.hear({ is: 'begin', sha256 })
  for (const [at, text] of pages.entries()) indexer.hear({ is: 'page', page: at + 1, text })
  const shard = loadShard(indexer.hear({ is: 'finish' }) ?? new Uint8Array(), 'ldn', {
    row: (one) => placedRow(one, place),
  })
  if (!shard.ok) throw new Error(shard.failure.is)
  return shard.value
}

describe('the index of a copy', () => {
  it('finds a word on its page, and leads there', () => {
    const { hits } = find([indexOf('Cover', 'Sleep and pain', 'Pain again')], 'sleep')
    expect(hits.map((hit) => hit.row)).toEqual([
      {
        ...{
          kind: 'copy',
          id: 'younger2013',
          conditions: ['fibromyalgia'],
          title: 'Younger 2013',
          text: 'Sleep and pain',
        },
        where: 'Page 2 of your copy, a$&.pdf',
        path: '/sources/younger2013?copy=2',
      },
    ])
  })

  it('finds a word that is broken at the end of a line', () => {
    expect(find([indexOf('of nal-\ntrexone')], 'naltrexone').total).toBe(1)
  })

  it('has no rows for pages without words, and keeps the numbers of the others', () => {
    const shard = indexOf('', ' \n ', 'words')
    expect(shard.rowCount).toBe(1)
    expect(shard.row(0)?.path).toBe('/sources/younger2013?copy=3')
  })

  it('begins anew with another copy', () => {
    const indexer = new CopyIndexer()
    indexer.hear({ is: 'page', page: 1, text: 'left over' })
    indexer.hear({ is: 'begin', sha256 })
    indexer.hear({ is: 'page', page: 1, text: 'one' })
    const shard = loadShard(indexer.hear({ is: 'finish' }) ?? new Uint8Array())
    expect(shard.ok && shard.value.rowCount).toBe(1)
  })

  it('belongs to the page of its source, and to no other', () => {
    const shards = [indexOf('pain'), loaded([row('younger2013', 'pain'), row('other', 'pain')])]
    const on = (id: string) =>
      find(shards, 'pain ', { page: { kind: 'source', id } }).hits.map((hit) => hit.row.kind)
    expect(on('younger2013')).toEqual(['source', 'copy'])
    expect(on('other')).toEqual(['source'])
  })

  it.each(['copies', 'copy', 'cop'])('is what in:%s asks for', (value) => {
    const shards = [indexOf('pain'), loaded([row('younger2013', 'pain')])]
    expect(find(shards, `pain in:${value} `).hits.map((hit) => hit.row.kind)).toEqual(['copy'])
  })
})

describe('a file in the place of an index', () => {
  it('is told when it holds anything but pages of copies', () => {
    expect(holdsCopyOnly(loaded([copyRow(sha256, 1, 'a')]))).toBe(true)
    expect(holdsCopyOnly(loaded([copyRow(sha256, 1, 'a'), row('younger2013', 'pain')]))).toBe(false)
  })

  it.each([
    '/conditions/fibromyalgia?statement=x',
    '?copy=',
    '?copy=-1',
    '?copy=1&x=2',
    '?copy=12345678',
    '',
  ])('leads nowhere else than to a page of the copy: %j', (path) =>
    expect(placedRow({ ...copyRow(sha256, 1, 'a'), path }, place).path).toBe('/sources/younger2013?copy=1'),
  )
})
