import { describe, expect, it, vi } from 'vitest'
import { bundleIdSchema, failed, success, type Flaw } from '../bundle'
import { info } from '../bundle/test-content'
import { newSecretKey, publicKeyOf } from '../library'
import type * as bundlesOnDisk from '../library'
import { Library } from './library'
import { Shelf } from './shelf'
import { firstState, withBundle, type State } from './state/state'
import { StateKeeper } from './state/state-keeper'
import { withTrust } from './state/trust'

/* What lies on the disk of these tests: a path and the id of the bundle there, or the flaw that opening it ends in. */
const disk: Record<string, string | Flaw> = {
  '/app/ldn.lectern': 'ldn',
  '/home/crohns.lectern': 'crohns',
  '/home/other.lectern': 'other',
  '/home/damaged.lectern': { code: 'DAMAGED', at: 'data/bundle.json' },
  '/home/gone.lectern': { code: 'CANNOT_READ', at: '/home/gone.lectern' },
}
const closed = vi.hoisted(() => [] as string[])
vi.mock('../library', async (original) => ({
  ...(await original<typeof bundlesOnDisk>()),
  openBundle: (path: string) => {
    const found = disk[path] ?? { code: 'CANNOT_READ', at: '' }
    if (typeof found !== 'string') return Promise.resolve(failed(found))
    const close = (): Promise<void> => Promise.resolve(void closed.push(path))
    return Promise.resolve(success({ path, info: info({ id: found }), signature: { is: 'none' }, close }))
  },
}))

const id = (text: string) => bundleIdSchema.parse(text)
const reader = (...files: readonly (readonly [string, string])[]): State =>
  files.reduce((state, [bundle, file]) => withBundle(state, id(bundle), file), firstState)

async function shelfOf(state: State, onDesk: string | null) {
  closed.length = 0
  const library = new Library()
  if (onDesk !== null) await library.openFile(onDesk)
  const keeper = new StateKeeper(state, () => Promise.resolve(), vi.fn())
  const shelf = new Shelf(library, keeper, '/app/ldn.lectern')
  const list = async (withOthers = true): Promise<string[]> =>
    (await shelf.list(withOthers)).map((one) => `${one.id} ${one.is}`)
  return { library, keeper, shelf, list }
}

describe('the shelf', () => {
  it('has the bundle on the desk, those opened before, the latest first, and the one that ships', async () => {
    const state = reader(['other', '/home/other.lectern'], ['crohns', '/home/crohns.lectern'])
    const { list, library } = await shelfOf(state, '/home/other.lectern')
    expect(await list()).toEqual(['other on the desk', 'crohns beside', 'ldn beside'])
    expect(library.find('crohns')?.path).toBe('/home/crohns.lectern')
    expect(library.current?.info.id).toBe('other')
  })

  it.each([
    ['of a new reader', firstState, '/app/ldn.lectern', ['ldn on the desk']],
    ['when nothing could be opened', firstState, null, ['ldn beside']],
    [
      'with the copy of the reader in place of the one that ships',
      reader(['ldn', '/home/other.lectern']),
      '/app/ldn.lectern',
      ['ldn on the desk'],
    ],
    [
      'with a file that is damaged',
      reader(['bad', '/home/damaged.lectern']),
      '/app/ldn.lectern',
      ['ldn on the desk', 'bad failed'],
    ],
    [
      'with a file that holds another bundle now',
      reader(['bad', '/home/crohns.lectern']),
      '/app/ldn.lectern',
      ['ldn on the desk', 'bad failed'],
    ],
  ])('%s', async (_what, state, onDesk, expected) => {
    expect(await (await shelfOf(state, onDesk)).list()).toEqual(expected)
  })

  it('never tells the window a folder of this machine', async () => {
    const { shelf } = await shelfOf(
      reader(
        ['gone', '/home/gone.lectern'],
        ['bad', '/home/damaged.lectern'],
        ['crohns', '/home/crohns.lectern'],
      ),
      null,
    )
    const all = JSON.stringify(await shelf.list(true))
    expect(all).not.toMatch(/\/home|\/app/)
    expect(all).toContain('gone.lectern')
  })

  it('opens none twice, and closes those that were taken off', async () => {
    const { list, shelf, library } = await shelfOf(
      reader(['crohns', '/home/crohns.lectern']),
      '/app/ldn.lectern',
    )
    await list()
    const open = library.find('crohns')
    await list()
    expect(library.find('crohns')).toBe(open)
    shelf.forget(id('crohns'))
    expect(await list()).toEqual(['ldn on the desk'])
    expect([library.find('crohns'), closed]).toEqual([null, ['/app/ldn.lectern', '/home/crohns.lectern']])
  })

  it('has only what is on the desk when others are not wanted', async () => {
    const { list } = await shelfOf(reader(['crohns', '/home/crohns.lectern']), '/app/ldn.lectern')
    expect(await list(false)).toEqual(['ldn on the desk'])
  })

  it('doubts a bundle that was signed by a trusted key before and is not any more', async () => {
    const key = publicKeyOf(newSecretKey())
    const state = withTrust(reader(['crohns', '/home/crohns.lectern']), id('crohns'), {
      key,
      publisher: 'The Ward',
      since: '2026-11-22',
    })
    expect(await (await shelfOf(state, '/app/ldn.lectern')).list()).toEqual([
      'ldn on the desk',
      'crohns doubted',
    ])
  })

  it('looks for a bundle where the reader opened it, then where the one that ships lies', async () => {
    const { shelf } = await shelfOf(
      reader(['ldn', '/home/gone.lectern'], ['crohns', '/home/crohns.lectern']),
      null,
    )
    const paths = async (bundle: string): Promise<string[]> => {
      const all: string[] = []
      for await (const path of shelf.pathsOf(id(bundle))) all.push(path)
      return all
    }
    expect(await paths('ldn')).toEqual(['/home/gone.lectern', '/app/ldn.lectern'])
    expect(await paths('crohns')).toEqual(['/home/crohns.lectern'])
    expect(await paths('constructor')).toEqual([])
  })
})
