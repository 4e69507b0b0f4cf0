import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, it } from 'vitest'
import { bundleIdSchema } from '../../bundle'
import { firstState, withLocation, type State } from './state'
import { StateFile } from './state-file'

const ldn = bundleIdSchema.parse('ldn')
const state = withLocation(firstState, ldn, '/claims')

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-state-'))
  onTestFinished(async () => {
    await chmod(folder, 0o700)
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** A folder in which the app ran twice: `state.json` and the last good copy of it. */
async function usedFolder(): Promise<string> {
  const folder = await emptyFolder()
  await new StateFile(folder).save(state)
  await new StateFile(folder).load()
  return folder
}

describe('the state file', () => {
  it('is missing at the first start, and that is no damage', async () => {
    const folder = await emptyFolder()
    expect(await new StateFile(folder).load()).toEqual({ state: firstState, notices: [] })
    expect(await readdir(folder)).toEqual([])
  })

  it('is missing when its folder is', async () => {
    const file = new StateFile(join(await emptyFolder(), 'gone'))
    expect(await file.load()).toEqual({ state: firstState, notices: [] })
  })

  it('gives back what was saved, and keeps a copy of it', async () => {
    const folder = await emptyFolder()
    await new StateFile(folder).save(state)
    expect(await new StateFile(folder).load()).toEqual({ state, notices: [] })
    expect((await readdir(folder)).sort()).toEqual(['state.json', 'state.last-good.json'])
  })

  it('is replaced whole, and leaves nothing half written behind', async () => {
    const folder = await usedFolder()
    const states: State[] = ['/a', '/b', '/c'].map((location) => withLocation(state, ldn, location))
    await Promise.all(states.map((one) => new StateFile(folder).save(one)))
    const { state: read, notices } = await new StateFile(folder).load()
    expect(states).toContainEqual(read)
    expect(notices).toEqual([])
    expect((await readdir(folder)).sort()).toEqual(['state.json', 'state.last-good.json'])
  })
})

describe('a damaged state file', () => {
  const damages = [
    ['is empty', ''],
    ['is no JSON', 'not json'],
    ['ends early', '{"version":1,"settings":{'],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['is of a later version', JSON.stringify({ ...firstState, version: 2 })],
    ['names a location with a host', JSON.stringify({ ...firstState, locations: { ldn: '//example.org' } })],
    ['is of another program', '{"window":{"zoom":1}}'],
  ] as const

  it.each(damages)(
    'that %s is set aside and not deleted, and the last good copy is used',
    async (_what, text) => {
      const folder = await usedFolder()
      await writeFile(join(folder, 'state.json'), text)
      const { state: read, notices } = await new StateFile(folder).load()
      expect(read).toEqual(state)
      expect(notices).toEqual([
        { code: 'STATE_DAMAGED', at: expect.stringMatching(/^state\.damaged-\d+\.json$/) },
      ])
      expect(await readFile(join(folder, notices[0]?.at ?? ''), 'utf8')).toBe(text)
    },
  )

  it('is told once: the next start is a good one', async () => {
    const folder = await usedFolder()
    await writeFile(join(folder, 'state.json'), 'not json')
    await new StateFile(folder).load()
    expect(await new StateFile(folder).load()).toEqual({ state, notices: [] })
  })

  it.each([
    ['is missing', null],
    ['is damaged too', '{'],
  ])('gives way to the defaults when the last good copy %s', async (_what, copy) => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'state.json'), 'not json')
    if (copy !== null) await writeFile(join(folder, 'state.last-good.json'), copy)
    const { state: read, notices } = await new StateFile(folder).load()
    expect(read).toEqual(firstState)
    expect(notices).toMatchObject([{ code: 'STATE_DAMAGED' }])
    expect((await readdir(folder)).filter((name) => name.startsWith('state.damaged-'))).toHaveLength(1)
  })

  it('that is a folder is set aside like any other', async () => {
    const folder = await emptyFolder()
    await mkdir(join(folder, 'state.json'))
    const { notices } = await new StateFile(folder).load()
    expect(notices).toMatchObject([{ code: 'STATE_DAMAGED' }])
    await new StateFile(folder).save(state)
    expect(await new StateFile(folder).load()).toEqual({ state, notices: [] })
  })
})

/* An administrator may write anywhere, and Windows has other rights. */
describe.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'in a folder that cannot be written',
  () => {
    it('is read, and saving says so', async () => {
      const folder = await usedFolder()
      await chmod(folder, 0o500)
      expect(await new StateFile(folder).load()).toEqual({ state, notices: [] })
      await expect(new StateFile(folder).save(firstState)).rejects.toThrow(/EACCES|EPERM/)
      expect((await new StateFile(folder).load()).state).toEqual(state)
    })

    it('a damaged one stays where it is', async () => {
      const folder = await usedFolder()
      await writeFile(join(folder, 'state.json'), 'not json')
      await chmod(folder, 0o500)
      const { state: read, notices } = await new StateFile(folder).load()
      expect(read).toEqual(state)
      expect(notices).toEqual([{ code: 'STATE_DAMAGED', at: 'state.json' }])
      expect(await readFile(join(folder, 'state.json'), 'utf8')).toBe('not json')
    })
  },
)

it('saving into a folder that is a file fails, and says so', async () => {
  const folder = await emptyFolder()
  await writeFile(join(folder, 'file'), '')
  await expect(new StateFile(join(folder, 'file')).save(state)).rejects.toThrow(/ENOTDIR|ENOENT/)
})
