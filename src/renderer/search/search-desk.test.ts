import { describe, expect, it } from 'vitest'
import type { BundleId } from '../../bundle'
import { buildShard } from '../../search'
import { row } from '../../search/test-rows'
import type { Narrowing, Said } from './messages'
import { SearchDesk } from './search-desk'

const ldn = 'ldn' as BundleId
const other = 'other' as BundleId
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const shard = (...ids: string[]): Uint8Array => buildShard(ids.map((id) => row(id, `pain and ${id}`)))
const files: Readonly<Record<string, Uint8Array>> = {
  'ldn/a': shard('one', 'two'),
  'ldn/b': shard('three'),
  'ldn/names': bytes([{ names: ['pain', 'ache'] }]),
  'ldn/bad': bytes({}),
  'other/a': shard('four'),
  'other/names': bytes([]),
}

/** A desk whose files come when they are let through, and whose messages are heard when the test says so. */
function deskWithFiles() {
  const said: Said[] = []
  const waiting: (() => void)[] = []
  const held: { path: string; go: () => void }[] = []
  const desk = new SearchDesk({
    read: (bundle, path) =>
      new Promise((done, fail) => {
        const file = files[`${bundle}/${path}`]
        const go = file === undefined ? () => fail(new Error('status 404')) : () => done(file.slice().buffer)
        held.push({ path: `${bundle}/${path}`, go })
      }),
    readCopy: (sha256) =>
      new Promise((done, fail) => {
        const file = files[sha256]
        const go = file === undefined ? () => fail(new Error('status 404')) : () => done(file.slice().buffer)
        held.push({ path: sha256, go })
      }),
    say: (each) => said.push(each),
    soon: (call) => waiting.push(call),
    now: () => 0,
  })
  const settle = () => new Promise((done) => setTimeout(done))
  return {
    desk,
    find: (turn: number, text: string, narrowing: Narrowing = {}) =>
      desk.hear({ is: 'find', turn, text, narrowing }),
    open: (bundle: BundleId, ...shards: string[]) =>
      desk.hear({ is: 'open', bundle, shards, names: 'names' }),
    /** Lets the next file through. */
    next: async () => {
      held.shift()?.go()
      await settle()
    },
    /** Hears what was put off until messages were heard. */
    soon: () => {
      for (const call of waiting.splice(0)) call()
    },
    all: async () => {
      for (; held.length > 0; await settle()) held.shift()?.go()
    },
    heard: () => said.splice(0),
    answers: () =>
      said.splice(0).flatMap((each) =>
        each.is === 'found'
          ? [
              {
                turn: each.turn,
                isPartial: each.isPartial,
                ids: each.found.hits.map(({ row: { id } }) => id),
              },
            ]
          : [],
      ),
  }
}

describe('the search desk', () => {
  it('answers from what is there while more is read, and again when it is', async () => {
    const { open, find, next, soon, answers } = deskWithFiles()
    open(ldn, 'a', 'b')
    find(1, 'pain ')
    soon()
    expect(answers()).toEqual([{ turn: 1, isPartial: true, ids: [] }])
    await next()
    await next()
    soon()
    expect(answers()).toEqual([{ turn: 1, isPartial: true, ids: ['one', 'two'] }])
    await next()
    soon()
    expect(answers()).toEqual([{ turn: 1, isPartial: false, ids: ['one', 'two', 'three'] }])
  })

  it('says how far it is and when it is ready', async () => {
    const { open, all, heard } = deskWithFiles()
    open(ldn, 'a', 'b')
    await all()
    expect(heard()).toEqual([
      { is: 'loaded', shards: 1, of: 2 },
      { is: 'loaded', shards: 2, of: 2 },
      { is: 'ready' },
    ])
  })

  it('answers only the newest of the questions that wait', async () => {
    const { open, find, all, soon, answers } = deskWithFiles()
    open(ldn, 'a')
    await all()
    soon()
    for (const [turn, text] of ['p', 'pa', 'pain one '].entries()) find(turn, text)
    soon()
    expect(answers()).toEqual([{ turn: 2, isPartial: false, ids: ['one'] }])
  })

  it('answers nothing that was cancelled', async () => {
    const { desk, open, find, all, soon, answers } = deskWithFiles()
    open(ldn, 'a')
    find(1, 'pain')
    desk.hear({ is: 'cancel' })
    await all()
    soon()
    expect(answers()).toEqual([])
  })

  it('searches several bundles, and one no longer that is closed', async () => {
    const { desk, open, find, all, soon, answers } = deskWithFiles()
    open(ldn, 'a')
    open(other, 'a')
    await all()
    find(1, 'pain ')
    soon()
    expect(answers()[0]?.ids).toEqual(['one', 'two', 'four'])
    desk.hear({ is: 'close', bundle: ldn })
    find(2, 'pain ')
    soon()
    expect(answers()[0]?.ids).toEqual(['four'])
  })

  it('searches other names too, unless told not to', async () => {
    const { open, find, all, soon, answers } = deskWithFiles()
    open(ldn, 'a')
    await all()
    find(1, 'ache ')
    soon()
    expect(answers()[0]?.ids).toEqual(['one', 'two'])
    find(2, 'ache ', { names: false })
    soon()
    expect(answers()[0]?.ids).toEqual([])
  })

  it('looks where it is told to', async () => {
    const { open, find, all, soon, answers } = deskWithFiles()
    open(ldn, 'a')
    await all()
    find(1, 'pain ', { page: { kind: 'source', id: 'two' }, limit: 5 })
    soon()
    expect(answers()[0]?.ids).toEqual(['two'])
  })

  it.each([
    ['a file that is not there', 'none', 'status 404'],
    ['a file that is no shard', 'bad', 'too short'],
  ])('says which file it was, for %s', async (_, path, detail) => {
    const { open, all, heard } = deskWithFiles()
    open(ldn, path)
    await all()
    expect(heard()).toEqual([{ is: 'failed', bundle: ldn, failure: { code: 'NO_INDEX', at: path, detail } }])
  })

  it('forgets what it was reading of a bundle that is closed or opened anew', async () => {
    const { desk, open, all, heard } = deskWithFiles()
    open(ldn, 'none')
    desk.hear({ is: 'close', bundle: ldn })
    await all()
    expect(heard()).toEqual([])
  })
})
