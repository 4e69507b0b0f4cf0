import { describe, expect, it } from 'vitest'
import type { BundleId } from '../../bundle'
import { buildShard, fingerprint, loadShard } from '../../search'
import { row } from '../../search/test-rows'
import { copyRow } from '../copies/copy-rows'
import type { Narrowing, Said } from './messages'
import { SearchDesk } from './search-desk'

const ldn = 'ldn' as BundleId
const other = 'other' as BundleId
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const shard = (...ids: string[]): Uint8Array => buildShard(ids.map((id) => row(id, `pain and ${id}`)))
/** The same index, as other rules would have left it. */
function byOtherRules(index: Uint8Array): Uint8Array {
  const text = [...index].map((byte) => String.fromCharCode(byte)).join('')
  const other = text.replace(fingerprint, fingerprint.replace(/./g, 'x'))
  return Uint8Array.from(other, (letter) => letter.charCodeAt(0))
}
const files: Readonly<Record<string, Uint8Array>> = {
  'ldn/a': shard('one', 'two'),
  'ldn/b': shard('three'),
  'ldn/kinds': buildShard([
    row('said', `${'pain '.repeat(30)} dose`, { title: '', kind: 'claim' }),
    row('taken', `${'dose '.repeat(30)} pain`, { title: '', kind: 'regimen' }),
  ]),
  'ldn/names': bytes([{ names: ['pain', 'ache'] }]),
  'ldn/bad': bytes({}),
  'other/a': shard('four'),
  'other/names': bytes([]),
  'ldn/passed-off': buildShard([copyRow('a'.repeat(64), 1, 'pain')]),
  ['a'.repeat(64)]: buildShard([copyRow('a'.repeat(64), 7, 'pain in a copy')]),
  ['b'.repeat(64)]: byOtherRules(buildShard([copyRow('b'.repeat(64), 7, 'pain in a copy')])),
  ['d'.repeat(64)]: bytes({}),
  ['e'.repeat(64)]: shard('seven'),
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

  it('keeps the groups in their order while one types on, and forgets it with the next search', async () => {
    const { desk, open, find, all, soon, heard } = deskWithFiles()
    open(ldn, 'kinds')
    await all()
    const kinds = (text: string): readonly string[] => {
      find(1, text)
      soon()
      return heard().flatMap((each) =>
        each.is === 'found' ? each.found.hits.map(({ row: { kind } }) => kind) : [],
      )
    }
    expect(kinds('pain')).toEqual(['claim', 'regimen'])
    expect(kinds('dose')).toEqual(['regimen', 'claim'])
    expect(kinds('dose pain')).toEqual(['regimen', 'claim'])
    expect(kinds('dose')).toEqual(['regimen', 'claim'])
    expect(kinds('dosse pain')).toEqual(['claim', 'regimen'])
    expect(kinds('dosse ')).toEqual(['regimen', 'claim'])
    expect(kinds('dosse pain')).toEqual(['regimen', 'claim'])
    expect(kinds('dose pain')).toEqual(['regimen', 'claim'])
    desk.hear({ is: 'cancel' })
    expect(kinds('dose pain')).toEqual(['claim', 'regimen'])
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

describe('the copies of the reader', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
  const place = (sha256: string, source = 'younger2013') => ({
    ...{ sha256, source, label: 'Younger 2013', where: 'Page {page} of your copy' },
    conditions: ['fibromyalgia'],
  })
  const copies = (desk: SearchDesk, ...places: ReturnType<typeof place>[]) =>
    desk.hear({ is: 'copies', bundle: ldn, copies: places })

  /** A desk with a bundle that is read. */
  async function ready() {
    const all = deskWithFiles()
    all.open(ldn, 'a')
    await all.all()
    all.soon()
    all.heard()
    const found = () => {
      all.find(1, 'pain ')
      all.soon()
      return all
        .heard()
        .flatMap((each) => (each.is === 'found' ? [each.found.hits.map(({ row: { path } }) => path)] : []))
    }
    return { ...all, found }
  }

  it('are found with the bundle, where they stand in it, as soon as they are read', async () => {
    const { desk, all, found } = await ready()
    copies(desk, place(a))
    expect(found()).toEqual([['/sources/one', '/sources/two']])
    await all()
    expect(found()).toEqual([['/sources/one', '/sources/two', '/sources/younger2013?copy=7']])
  })

  it('belong to the conditions that rest on their source, and to no others', async () => {
    const { desk, all, find, soon, heard } = await ready()
    copies(desk, place(a))
    await all()
    heard()
    const pathsIn = (narrowing: Narrowing) => {
      find(2, 'pain ', narrowing)
      soon()
      return heard().flatMap((each) =>
        each.is === 'found'
          ? [[each.found.facets.condition, each.found.hits.map(({ row }) => row.path)]]
          : [],
      )
    }
    const own = [[{ fibromyalgia: 1 }, ['/sources/younger2013?copy=7']]]
    expect(pathsIn({ filters: { condition: ['fibromyalgia'] } })).toEqual(own)
    expect(pathsIn({ page: { kind: 'condition', id: 'fibromyalgia' } })).toEqual(own)
    expect(pathsIn({ filters: { condition: ['crohns'] } })).toEqual([[{ fibromyalgia: 1 }, []]])
  })

  it('are found no longer once they are not named', async () => {
    const { desk, all, found } = await ready()
    copies(desk, place(a))
    await all()
    copies(desk)
    expect(found()).toEqual([['/sources/one', '/sources/two']])
  })

  it('that are not named any more before they are read are never found', async () => {
    const { desk, all, found, heard } = await ready()
    copies(desk, place(a), place('c'.repeat(64)))
    copies(desk)
    await all()
    expect(heard()).toEqual([])
    expect(found()).toEqual([['/sources/one', '/sources/two']])
  })

  it('that are one file of two sources are found once, with the one that still has it', async () => {
    const { desk, all, found } = await ready()
    copies(desk, place(a), place(a, 'other'))
    await all()
    expect(found()[0]?.filter((path) => path.includes('copy='))).toEqual(['/sources/younger2013?copy=7'])
    copies(desk, place(a, 'other'))
    expect(found()[0]?.filter((path) => path.includes('copy='))).toEqual(['/sources/other?copy=7'])
  })

  it('go with their bundle', async () => {
    const { desk, all, found } = await ready()
    copies(desk, place(a))
    await all()
    desk.hear({ is: 'close', bundle: ldn })
    expect(found()).toEqual([[]])
  })

  it.each([
    ['has vanished', 'c'.repeat(64)],
    ['is no shard', 'd'.repeat(64)],
    ['holds what is in no copy', 'e'.repeat(64)],
  ])('whose index %s are said to be lost, and the rest is found', async (_what, sha256) => {
    const { desk, all, found, heard } = await ready()
    copies(desk, place(sha256), place(a))
    await all()
    expect(heard()).toContainEqual({ is: 'copy lost', sha256 })
    expect(found()[0]).toHaveLength(3)
  })

  it('whose index was built by other rules are found, and the index of today is handed out', async () => {
    const { desk, all, found, heard } = await ready()
    copies(desk, place(b))
    await all()
    const rebuilt = heard().find((each) => each.is === 'copy rebuilt')
    expect(rebuilt).toMatchObject({ sha256: b })
    expect(rebuilt?.is === 'copy rebuilt' && loadShard(rebuilt.index).ok).toBe(true)
    expect(found()[0]).toContain('/sources/younger2013?copy=7')
  })

  it('cannot be passed off by a bundle', async () => {
    const { open, all, heard } = deskWithFiles()
    open(ldn, 'passed-off')
    await all()
    expect(heard()).toMatchObject([{ is: 'failed', failure: { code: 'NO_INDEX', at: 'passed-off' } }])
  })
})
