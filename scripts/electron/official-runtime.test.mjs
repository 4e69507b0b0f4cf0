import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { heard } from '../testing/quiet.mjs'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { executableName } from './executable.mjs'
import { downloadOfficial, officialIfThere } from './official-runtime.mjs'

beforeEach(() => void heard())

const program = JSON.stringify(executableName())

/** What the real installer does when all goes well, without a network. */
const goodInstaller = `
  const fs = require('fs'); const path = require('path')
  const program = path.join(__dirname, 'dist', ${program})
  fs.mkdirSync(path.dirname(program), { recursive: true })
  fs.writeFileSync(program, '', { mode: 0o755 })
  fs.writeFileSync(path.join(__dirname, 'dist', 'version'), '45.4.1')
  fs.writeFileSync(path.join(__dirname, 'path.txt'), ${program})
`
const countRuns = `require('fs').appendFileSync(require('path').join(__dirname, 'runs'), 'x');`
const offline = `${countRuns} console.error('TypeError: fetch failed\\n    at node:internal'); process.exit(1)`
const hanging = `${countRuns} setInterval(() => {}, 1000)`

const patient = { withoutNews: 30_000, quick: 30_000 }
const impatient = { withoutNews: 250, quick: 100 }

/** @param {string} installer */
function search(installer) {
  const folder = temporaryFolder()
  const packageFolder = path.join(folder, 'electron')
  mkdirSync(packageFolder)
  writeFileSync(path.join(packageFolder, 'package.json'), '{"version":"45.4.1"}')
  writeFileSync(path.join(packageFolder, 'install.js'), installer)
  const cache = path.join(folder, 'cache')
  /** @type {NodeJS.ProcessEnv} */
  const env = { PATH: process.env['PATH'] }
  return { packageFolder, cache, hasOtherWay: true, env, limits: patient }
}

/** @param {{ packageFolder: string }} search */
const runs = ({ packageFolder }) => readFileSync(path.join(packageFolder, 'runs'), 'utf8').length

describe('downloadOfficial', () => {
  it('lets the package install its own Electron', async () => {
    const its = search(goodInstaller)
    expect(officialIfThere(its.packageFolder)).toBeNull()
    expect(await downloadOfficial(its)).toEqual({ folder: path.join(its.packageFolder, 'dist') })
    expect(officialIfThere(its.packageFolder)).toBe(path.join(its.packageFolder, 'dist'))
    expect(readdirSync(its.cache)).toEqual([])
  })

  it('says why it failed, and simply tries again when failing is quick', async () => {
    const its = search(offline)
    expect(await downloadOfficial(its)).toEqual({ reason: 'fetch failed' })
    await downloadOfficial(its)
    expect(runs(its)).toBe(2)
  })

  it('ends an installer from which nothing comes, and does not wait for it again', async () => {
    const its = { ...search(hanging), limits: impatient }
    expect(await downloadOfficial(its)).toEqual({ reason: expect.stringContaining('nothing came') })
    expect(await downloadOfficial(its)).toEqual({
      reason: expect.stringContaining('LECTERN_ELECTRON_RETRY=1'),
    })
    expect(runs(its)).toBe(1)
    expect(readdirSync(its.cache)).toEqual(['official-download-failed.json'])
  })

  it.each([
    ['when told to', { env: { LECTERN_ELECTRON_RETRY: '1' } }],
    ['with another mirror', { env: { ELECTRON_MIRROR: 'http://localhost:9/' } }],
    ['when there is no other way', { hasOtherWay: false }],
  ])('tries again after a long wait %s', async (_, change) => {
    const its = { ...search(hanging), limits: impatient }
    await downloadOfficial(its)
    await downloadOfficial({ ...its, ...change })
    expect(runs(its)).toBe(2)
  })

  it('does not take the word of an installer that leaves nothing', async () => {
    expect(await downloadOfficial(search(''))).toEqual({
      reason: 'its installer ended well but left no Electron',
    })
  })

  it('says so when the package is not there', async () => {
    const its = { ...search(''), packageFolder: '/nowhere' }
    expect(await downloadOfficial(its)).toEqual({ reason: expect.stringContaining('npm ci') })
  })
})

describe('officialIfThere', () => {
  it.each([
    ['of another version', 'version', '45.4.0'],
    ['whose unpacking was interrupted', 'path.txt', null],
  ])('does not count an Electron %s', async (_, name, text) => {
    const its = search(
      goodInstaller +
        (text === null
          ? `fs.rmSync(path.join(__dirname, '${name}'))`
          : `fs.writeFileSync(path.join(__dirname, 'dist', '${name}'), '${text}')`),
    )
    await downloadOfficial(its)
    expect(officialIfThere(its.packageFolder)).toBeNull()
  })
})
