import { afterEach, describe, expect, it, vi } from 'vitest'
import { bundleIdSchema, failed, success, type Flaw, type Place } from '../bundle'
import { info } from '../bundle/test-content'
import { Desk, type HandOver } from './desk'
import { fingerprintOf, newSecretKey, publicKeyOf, type BundleSignature, type PublicKey } from '../library'
import type * as bundlesOnDisk from '../library'
import type { Preview } from '../shared/contract'
import { Library } from './library'
import { firstState, withBundle, withLocation, type State } from './state/state'
import { StateKeeper } from './state/state-keeper'
import { withTrust } from './state/trust'

/* What lies on the disk of these tests: a path and the id of the bundle there, or the flaw that opening it ends in. */
const disk: Readonly<Record<string, string | Flaw>> = {
  '/app/ldn.lectern': 'ldn',
  '/home/crohns.lectern': 'crohns',
  '/home/other.lectern': 'other',
  '/home/damaged.lectern': { code: 'DAMAGED', at: '' },
  '/home/changed.lectern': { code: 'WRONG_HASH', at: 'bundle.json' },
}
/* Who signed what lies there; the rest is not signed. */
const signatures: Record<string, BundleSignature> = {}
const { opened, closed } = vi.hoisted(() => ({ opened: [] as string[], closed: [] as string[] }))
vi.mock('../library', async (original) => ({
  ...(await original<typeof bundlesOnDisk>()),
  openBundle: (path: string) => {
    opened.push(path)
    const found = disk[path] ?? { code: 'CANNOT_READ', at: '' }
    if (typeof found !== 'string') return Promise.resolve(failed(found))
    const close = (): Promise<void> => {
      closed.push(path)
      return Promise.resolve()
    }
    const signature = signatures[path] ?? { is: 'none' }
    return Promise.resolve(
      success({ path, info: info({ id: found }), entries: { paths: new Set() }, signature, close }),
    )
  },
}))

const id = (text: string) => bundleIdSchema.parse(text)
const place = (bundle: string, path = '/claims'): Place => ({ bundle: id(bundle), path })
const knows = (bundle: string, file: string, state: State = firstState): State =>
  withBundle(withLocation(state, id(bundle), '/about'), id(bundle), file)

function deskOf(state: State = firstState) {
  opened.length = 0
  closed.length = 0
  const keeper = new StateKeeper(state, () => Promise.resolve(), vi.fn())
  const announce = vi.fn()
  return { desk: new Desk(new Library(), keeper, '/app/ldn.lectern', announce), keeper, announce }
}

/** What a window would show after a start: bundle, path, code and place of the failure, codes of the notices. */
async function started(state: State, file: string | null, at: Place | null): Promise<unknown> {
  const { desk } = deskOf(state)
  await desk.start(file, at)
  const { bundle, location, failure, notices } = await desk.enter()
  return [
    bundle?.id ?? null,
    location,
    failure && `${failure.code} ${failure.at}`,
    ...notices.map(({ code }) => code),
  ]
}

describe('a start', () => {
  const reader = knows('crohns', '/home/crohns.lectern')

  it.each([
    ['of a new reader opens the bundle that ships', firstState, null, null, ['ldn', null, null]],
    ['opens the last bundle where the reader was', reader, null, null, ['crohns', '/about', null]],
    ['opens a file rather than the last bundle', reader, '/home/other.lectern', null, ['other', null, null]],
    [
      'opens the bundle of a link rather than the last',
      knows('other', '/home/other.lectern', reader),
      null,
      place('crohns'),
      ['crohns', '/claims', null],
    ],
    [
      'opens a file and follows the link in it',
      reader,
      '/home/other.lectern',
      place('other'),
      ['other', '/claims', null],
    ],
    ['opens the bundle that ships for a link into it', reader, null, place('ldn'), ['ldn', '/claims', null]],
    [
      'says that the bundle of a link is not there',
      firstState,
      null,
      place('gone'),
      ['ldn', null, null, 'NO_SUCH_BUNDLE'],
    ],
    [
      'says that a link is not of the file',
      reader,
      '/home/other.lectern',
      place('crohns'),
      ['other', null, null, 'NO_SUCH_BUNDLE'],
    ],
    [
      'takes "constructor" for a bundle like any other',
      firstState,
      null,
      place('constructor'),
      ['ldn', null, null, 'NO_SUCH_BUNDLE'],
    ],
  ])('%s', async (_what, state, file, at, expected) => {
    expect(await started(state, file, at)).toEqual(expected)
  })

  it.each([
    ['a file that is gone', firstState, '/home/gone.lectern', ['ldn', null, 'CANNOT_READ gone.lectern']],
    ['a damaged file', reader, '/home/damaged.lectern', ['crohns', '/about', 'DAMAGED damaged.lectern']],
    [
      'a changed file',
      firstState,
      '/home/changed.lectern',
      ['ldn', null, 'WRONG_HASH changed.lectern, bundle.json'],
    ],
    [
      'the last bundle, gone',
      knows('usb', '/media/usb.lectern'),
      null,
      ['ldn', null, 'CANNOT_READ usb.lectern'],
    ],
    [
      'both',
      knows('usb', '/media/usb.lectern'),
      '/home/damaged.lectern',
      ['ldn', null, 'DAMAGED damaged.lectern'],
    ],
  ])('with %s says so, and the desk can still be used', async (_what, state, file, expected) => {
    expect(await started(state, file, null)).toEqual(expected)
  })

  it('tries the file, then the last, then the one that ships, and no further', async () => {
    await started(reader, '/home/damaged.lectern', null)
    expect(opened).toEqual(['/home/damaged.lectern', '/home/crohns.lectern'])
    await started(knows('usb', '/media/usb.lectern'), '/home/damaged.lectern', null)
    expect(opened).toEqual(['/home/damaged.lectern', '/media/usb.lectern', '/app/ldn.lectern'])
  })

  it('remembers the file of a bundle, but not of the one that ships', async () => {
    const { desk, keeper } = deskOf()
    await desk.start('/home/crohns.lectern', null)
    expect(keeper.current).toMatchObject({ bundle: 'crohns', files: { crohns: '/home/crohns.lectern' } })
    await desk.openDefault()
    expect(keeper.current).toMatchObject({ bundle: null, files: { crohns: '/home/crohns.lectern' } })
  })

  it('never tells the window a folder of this machine', async () => {
    const { desk } = deskOf()
    await desk.start('/home/damaged.lectern', null)
    expect(JSON.stringify(desk.peek())).not.toMatch(/\/home|\/app/)
    expect(structuredClone(desk.peek()).file).toBe('ldn.lectern')
  })

  it.each([
    ['the last bundle is gone', knows('usb', '/media/usb.lectern'), null, null],
    ['a link names an unknown bundle', reader, null, place('gone')],
    ['a file is damaged', reader, '/home/damaged.lectern', null],
    ['there is nothing to remember', firstState, null, null],
  ])('remembers the last bundle as before when %s', async (_what, state, file, at) => {
    const { desk, keeper } = deskOf(state)
    await desk.start(file, at)
    expect(keeper.current).toMatchObject({ bundle: state.bundle, files: state.files })
  })

  it('remembers the bundle that ships as the last when a link asked for it', async () => {
    const { desk, keeper } = deskOf(reader)
    await desk.start(null, place('ldn'))
    expect(keeper.current).toMatchObject({ bundle: null, files: reader.files })
  })

  it('opens the last bundle, not the one that ships, when a link names an unknown one', async () => {
    expect(await started(reader, null, place('gone'))).toEqual(['crohns', '/about', null, 'NO_SUCH_BUNDLE'])
  })

  it('opens the bundle that ships where the file of the reader is gone', async () => {
    const state = knows('crohns', '/home/crohns.lectern', knows('ldn', '/media/usb.lectern'))
    expect(await started(state, null, place('ldn'))).toEqual(['ldn', '/claims', 'CANNOT_READ usb.lectern'])
  })
})

describe('the session', () => {
  it('hands out notices and the place asked for once', async () => {
    const { desk } = deskOf()
    desk.tell({ code: 'STATE_DAMAGED' })
    await desk.start(null, place('ldn'))
    expect(await desk.enter()).toMatchObject({ notices: [{ code: 'STATE_DAMAGED' }], location: '/claims' })
    expect(await desk.enter()).toMatchObject({ notices: [], location: null })
  })

  it('can be looked at without taking anything from the desk', async () => {
    const { desk, announce } = deskOf()
    desk.tell({ code: 'STATE_DAMAGED' })
    await desk.start(null, place('ldn'))
    const seen = desk.peek()
    expect(seen).toMatchObject({ notices: [{ code: 'STATE_DAMAGED' }], location: '/claims' })
    desk.tell({ code: 'STATE_READ_ONLY' })
    expect(announce).not.toHaveBeenCalled()
    expect(seen.notices).toHaveLength(1)
    expect((await desk.enter()).notices).toHaveLength(2)
  })

  it('leaves notices to the window when one listens', async () => {
    const { desk, announce } = deskOf()
    await desk.enter()
    desk.tell({ code: 'STATE_READ_ONLY' })
    expect(announce).toHaveBeenCalledExactlyOnceWith('notice', { code: 'STATE_READ_ONLY' })
    expect(desk.peek().notices).toEqual([])
  })

  it('keeps for a window that has gone what it should be told, until it enters again', async () => {
    const { desk, announce } = deskOf()
    await desk.start(null, null)
    await desk.enter()
    desk.leave()
    desk.tell({ code: 'UNEXPECTED' })
    await desk.follow({ file: null, place: place('ldn'), badAddress: false })
    expect(announce).not.toHaveBeenCalled()
    expect(await desk.enter()).toMatchObject({ notices: [{ code: 'UNEXPECTED' }], location: '/claims' })
  })

  it('keeps the open bundle when another cannot be opened, and forgets the failure when one can', async () => {
    const { desk } = deskOf()
    await desk.start(null, null)
    const damaged = { bundle: { id: 'ldn' }, failure: { code: 'DAMAGED' } }
    expect(await desk.openFile('/home/damaged.lectern')).toMatchObject(damaged)
    const good = { bundle: { id: 'crohns' }, failure: null }
    expect(await desk.openFile('/home/crohns.lectern')).toMatchObject(good)
  })
})

describe('what is asked while the app starts', () => {
  const link = (at: Place): HandOver => ({ file: null, place: at, badAddress: false })
  const fileOnly = (file: string): HandOver => ({ file, place: null, badAddress: false })

  it.each([
    ['a link into the bundle that opens', link(place('ldn')), { bundle: { id: 'ldn' }, location: '/claims' }],
    ['a link into another', link(place('crohns')), { bundle: { id: 'crohns' }, location: '/claims' }],
    ['a link into none', link(place('gone')), { notices: [{ code: 'NO_SUCH_BUNDLE', at: 'gone' }] }],
    ['a file', fileOnly('/home/other.lectern'), { bundle: { id: 'other' }, failure: null }],
    ['a damaged file', fileOnly('/home/damaged.lectern'), { failure: { code: 'DAMAGED' } }],
    [
      'an address that cannot be read',
      { file: null, place: null, badAddress: true },
      { notices: [{ code: 'BAD_ADDRESS' }] },
    ],
  ])('is part of the first session: %s', async (_what, handed, expected) => {
    const { desk, announce } = deskOf(withBundle(knows('crohns', '/home/crohns.lectern'), id('ldn'), null))
    void desk.start(null, null)
    void desk.follow(handed)
    expect(await desk.enter()).toMatchObject(expected)
    expect(announce).not.toHaveBeenCalled()
  })

  it('is announced after the first session when it came later', async () => {
    const { desk, announce } = deskOf()
    void desk.start(null, null)
    const said: string[] = []
    announce.mockImplementation((name: string) => said.push(name))
    const entered = desk.enter().then(({ location }) => said.push(`session ${location}`))
    await desk.follow(link(place('ldn')))
    await entered
    expect(said).toEqual(['session null', 'location'])
  })

  it('does not hide that the start failed', async () => {
    const { desk } = deskOf()
    void desk.start('/home/damaged.lectern', null)
    void desk.follow(fileOnly('/home/other.lectern'))
    expect(await desk.enter()).toMatchObject({ bundle: { id: 'other' }, failure: { code: 'DAMAGED' } })
  })

  it('leads nowhere in a bundle that it does not belong to', async () => {
    const { desk } = deskOf()
    void desk.start(null, place('ldn'))
    void desk.follow(fileOnly('/home/other.lectern'))
    expect(await desk.enter()).toMatchObject({ bundle: { id: 'other' }, location: null })
  })

  it('is done one after the other', async () => {
    const { desk } = deskOf()
    void desk.start('/home/crohns.lectern', null)
    const [first, second] = await Promise.all([
      desk.openFile('/home/other.lectern'),
      desk.openFile('/app/ldn.lectern'),
    ])
    expect([first.bundle?.id, second.bundle?.id, desk.peek().bundle?.id]).toEqual(['other', 'ldn', 'ldn'])
    expect(opened).toEqual(['/home/crohns.lectern', '/home/other.lectern', '/app/ldn.lectern'])
  })

  it('does not wait for ever for work that failed', async () => {
    const { desk, keeper } = deskOf()
    vi.spyOn(keeper, 'change').mockImplementationOnce(() => {
      throw new Error('no state')
    })
    await expect(desk.openFile('/home/other.lectern')).rejects.toThrow('no state')
    expect(await desk.openFile('/home/crohns.lectern')).toMatchObject({ bundle: { id: 'crohns' } })
  })
})

describe('a second start', () => {
  async function follow(file: string | null, at: Place | null, badAddress = false): Promise<unknown[]> {
    const { desk, announce } = deskOf(knows('crohns', '/home/crohns.lectern'))
    await desk.openDefault()
    await desk.enter()
    await desk.follow({ file, place: at, badAddress })
    return announce.mock.calls
  }
  const session = (said: object): unknown => ['session', expect.objectContaining(said)]
  const bundle = (name: string): unknown => expect.objectContaining({ id: name })

  it.each([
    ['a link into the open bundle', null, place('ldn'), [['location', '/claims']]],
    [
      'a link into a bundle that was open before',
      null,
      place('crohns'),
      [session({ bundle: bundle('crohns'), location: '/claims' })],
    ],
    [
      'a link into a bundle that is not known',
      null,
      place('gone'),
      [['notice', { code: 'NO_SUCH_BUNDLE', at: 'gone' }]],
    ],
    [
      'a link into "constructor"',
      null,
      place('constructor'),
      [['notice', { code: 'NO_SUCH_BUNDLE', at: 'constructor' }]],
    ],
    [
      'a file',
      '/home/other.lectern',
      null,
      [session({ bundle: bundle('other'), location: null, failure: null })],
    ],
    [
      'a file and a link into it',
      '/home/other.lectern',
      place('other'),
      [session({ bundle: bundle('other'), location: '/claims' })],
    ],
    [
      'a file that is damaged',
      '/home/damaged.lectern',
      null,
      [session({ bundle: bundle('ldn'), failure: { code: 'DAMAGED', at: 'damaged.lectern' } })],
    ],
    ['nothing', null, null, []],
  ])('with %s tells the window', async (_what, file, at, expected) => {
    expect(await follow(file, at)).toEqual(expected)
  })

  it('with an address that cannot be read says so, and nothing else', async () => {
    expect(await follow(null, null, true)).toEqual([['notice', { code: 'BAD_ADDRESS' }]])
  })

  it('with a link into the bundle that ships opens it, though another is open', async () => {
    const { desk, announce } = deskOf(knows('crohns', '/home/crohns.lectern'))
    await desk.start(null, null)
    await desk.enter()
    await desk.follow({ file: null, place: place('ldn'), badAddress: false })
    expect(announce.mock.calls).toEqual([session({ bundle: bundle('ldn'), location: '/claims' })])
  })

  it('with links into none looks into the bundle that ships once, and lets go of it', async () => {
    const { desk, announce } = deskOf(knows('crohns', '/home/crohns.lectern'))
    await desk.start(null, null)
    await desk.enter()
    for (const name of ['gone', 'lost'])
      await desk.follow({ file: null, place: place(name), badAddress: false })
    expect(opened).toEqual(['/home/crohns.lectern', '/app/ldn.lectern'])
    expect(closed).toEqual(['/app/ldn.lectern'])
    expect(announce.mock.calls.map(([name]) => name)).toEqual(['notice', 'notice'])
    expect(desk.peek().bundle?.id).toBe('crohns')
  })
})

describe('the bundles of the reader', () => {
  it('can be opened by their id, where the reader was in them', async () => {
    const { desk } = deskOf(knows('crohns', '/home/crohns.lectern'))
    await desk.openDefault()
    const opened = { bundle: { id: 'crohns' }, location: '/about', failure: null }
    expect(await desk.openKnown(id('crohns'))).toMatchObject(opened)
    expect(await desk.openKnown(id('ldn'))).toMatchObject({ bundle: { id: 'ldn' }, failure: null })
  })

  it.each([
    ['one of another id', 'gone', 'NO_SUCH_BUNDLE'],
    ['"constructor"', 'constructor', 'NO_SUCH_BUNDLE'],
    ['one whose file has gone', 'usb', 'CANNOT_READ'],
  ])('leave the open one as it is when asked for %s', async (_what, name, code) => {
    const { desk } = deskOf(knows('usb', '/media/usb.lectern'))
    await desk.openDefault()
    expect(await desk.openKnown(id(name))).toMatchObject({ bundle: { id: 'ldn' }, failure: { code } })
  })

  it('are listed, and only the open one while a folder is previewed', async () => {
    const { desk } = deskOf(knows('crohns', '/home/crohns.lectern'))
    await desk.openDefault()
    expect((await desk.bundles()).map((one) => one.id)).toEqual(['ldn', 'crohns'])
    const preview: Preview = { folder: 'x', state: 'good', revision: 1, at: '', flaws: [] }
    await desk.showPreview(preview, null)
    expect((await desk.bundles()).map((one) => one.id)).toEqual(['ldn'])
  })

  it('are no longer listed when taken off, and not opened at the next start', async () => {
    const { desk, keeper } = deskOf(knows('crohns', '/home/crohns.lectern'))
    await desk.openDefault()
    expect((await desk.forget(id('crohns'))).map((one) => one.id)).toEqual(['ldn'])
    expect(keeper.current).toMatchObject({ bundle: null, files: {} })
  })
})

describe('who signed a bundle', () => {
  const [ours, theirs] = [publicKeyOf(newSecretKey()), publicKeyOf(newSecretKey())]
  const trusted = withTrust(firstState, id('crohns'), {
    key: ours,
    publisher: 'The Ward',
    since: '2026-11-22',
  })
  const by = (key: PublicKey): BundleSignature => ({
    is: 'valid',
    keyId: key.keyId,
    key,
    trustedComment: 'bundle:crohns-1.0.0',
  })
  const file = '/home/crohns.lectern'
  afterEach(() => Reflect.deleteProperty(signatures, file))

  /** What the window is told of a bundle that lies there now. */
  async function told(signature: BundleSignature, state: State = trusted) {
    signatures[file] = signature
    const { desk, keeper } = deskOf(state)
    await desk.openFile(file)
    const session = desk.peek()
    return { ...session, keeper, warns: session.signedBefore?.publisher ?? null }
  }

  it('is told with number and fingerprint, never with the key itself', async () => {
    const { signature } = await told(by(ours))
    expect(signature).toEqual({
      is: 'valid',
      keyId: ours.keyId,
      fingerprint: fingerprintOf(ours),
      trustedComment: 'bundle:crohns-1.0.0',
    })
  })

  it.each<[string, BundleSignature, string | null]>([
    ['the same key', by(ours), null],
    ['no key', { is: 'none' }, 'The Ward'],
    ['a key that nobody trusts', { is: 'unknown key', keyId: theirs.keyId, key: theirs }, 'The Ward'],
    ['a key of the same number', { is: 'unknown key', keyId: ours.keyId, key: null }, 'The Ward'],
    ['another key that is trusted', by(theirs), 'The Ward'],
  ])('is compared with the copy before: %s', async (_what, signature, warns) => {
    expect((await told(signature)).warns).toBe(warns)
  })

  it('is expected of every later copy, once it was opened with a key that is trusted', async () => {
    const elsewhere = { ...trusted, signers: {} }
    const { keeper, warns } = await told(by(ours), elsewhere)
    expect(warns).toBeNull()
    expect((await told({ is: 'none' }, keeper.current)).warns).toBe('The Ward')
  })

  it('is not forgotten because a copy without signature was opened', async () => {
    const { keeper } = await told({ is: 'none' })
    expect(keeper.current.signers).toEqual(trusted.signers)
    expect((await told({ is: 'none' }, keeper.current)).warns).toBe('The Ward')
  })

  it('is nothing to warn of in a bundle that was never signed by anybody trusted', async () => {
    expect((await told({ is: 'none' }, firstState)).warns).toBeNull()
    expect((await told({ is: 'unknown key', keyId: ours.keyId, key: ours }, firstState)).warns).toBeNull()
  })

  it('can have changed when the bundle is opened anew, and nothing else has', async () => {
    const { desk, keeper } = deskOf()
    await desk.openFile(file)
    signatures[file] = by(ours)
    keeper.change(() => trusted)
    expect(await desk.reopen()).toMatchObject({ bundle: { id: 'crohns' }, signature: { is: 'valid' } })
    expect(keeper.current.files).toEqual(trusted.files)
  })
})

describe('a preview', () => {
  const preview = (change: Partial<Preview> = {}): Preview => ({
    folder: 'crohns',
    state: 'good',
    revision: 1,
    at: '2026-11-22T10:00:00.000Z',
    flaws: [],
    ...change,
  })
  const first = '/home/crohns.lectern'

  it('is never part of a usual start', async () => {
    const { desk } = deskOf()
    await desk.start(null, null)
    expect((await desk.enter()).preview).toBeNull()
  })

  it('opens the bundle that was packed and remembers nothing of it', async () => {
    const { desk, keeper } = deskOf()
    await desk.showPreview(preview(), first)
    expect(await desk.enter()).toMatchObject({ bundle: { id: 'crohns' }, preview: { state: 'good' } })
    expect(keeper.current).toEqual(firstState)
  })

  it('opens nothing while there was no good bundle, and says what is wrong', async () => {
    const { desk } = deskOf()
    await desk.showPreview(preview({ state: 'none', revision: 0 }), null)
    expect(await desk.enter()).toMatchObject({ bundle: null, failure: null, preview: { state: 'none' } })
    expect(opened).toEqual([])
  })

  it('opens each good bundle once, and keeps the last good one when there are errors', async () => {
    const { desk, announce } = deskOf()
    await desk.showPreview(preview(), first)
    await desk.enter()
    await desk.showPreview(preview({ state: 'kept' }), first)
    await desk.showPreview(preview(), first)
    await desk.showPreview(preview({ revision: 2 }), '/home/other.lectern')
    await desk.showPreview(preview({ revision: 2, state: 'ended' }), null)
    expect(opened).toEqual([first, '/home/other.lectern'])
    expect(closed).toEqual([first])
    expect(
      announce.mock.calls.map(([name, { preview: now, bundle }]) => [name, now.state, bundle.id]),
    ).toEqual([
      ['preview', 'kept', 'crohns'],
      ['preview', 'good', 'crohns'],
      ['preview', 'good', 'other'],
      ['preview', 'ended', 'other'],
    ])
  })

  it('leaves what the reader has opened instead', async () => {
    const { desk } = deskOf()
    await desk.showPreview(preview(), first)
    await desk.openDefault()
    await desk.showPreview(preview({ revision: 2 }), '/home/other.lectern')
    expect(desk.peek()).toMatchObject({ bundle: { id: 'ldn' }, preview: { revision: 2 } })
  })

  it('says why when a bundle cannot be opened, and tries again with the next', async () => {
    const { desk } = deskOf()
    await desk.showPreview(preview(), '/home/damaged.lectern')
    expect(desk.peek().failure).toEqual({ code: 'DAMAGED', at: 'damaged.lectern' })
    await desk.showPreview(preview({ revision: 2 }), first)
    expect(desk.peek()).toMatchObject({ failure: null, bundle: { id: 'crohns' } })
  })

  it('does not warn that what an author packs is not signed', async () => {
    const key = publicKeyOf(newSecretKey())
    const state = withTrust(firstState, id('crohns'), { key, publisher: 'The Ward', since: '2026-11-22' })
    const { desk } = deskOf(state)
    await desk.showPreview(preview(), first)
    expect(desk.peek().signedBefore).toBeNull()
  })
})
