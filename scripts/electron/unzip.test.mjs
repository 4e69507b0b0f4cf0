import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { wholeElectron, zipOf } from '../testing/fake-electron.mjs'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { unzip } from './unzip.mjs'

/** @param {Record<string, import('../testing/fake-electron.mjs').Entry>} entries */
function archiveOf(entries) {
  const folder = temporaryFolder()
  const archive = path.join(folder, 'a.zip')
  writeFileSync(archive, zipOf(entries))
  return { archive, target: path.join(folder, 'out', 'here'), folder }
}

describe('unzip', () => {
  it('writes files with their content and mode, in folders that need not be listed', async () => {
    const { archive, target } = archiveOf(wholeElectron)
    await unzip(archive, target)
    expect(readFileSync(path.join(target, 'locales/en-US.pak'), 'utf8')).toBe('words')
    expect(statSync(path.join(target, 'electron')).mode & 0o777).toBe(0o755 & ~process.umask())
    expect(statSync(path.join(target, 'version')).mode & 0o111).toBe(0)
  })

  it.each(['../out.txt', '/tmp/out.txt', 'a/../../out.txt', 'a\\..\\..\\out.txt', 'C:/out.txt'])(
    'refuses the name %s',
    async (name) => {
      const { archive, target, folder } = archiveOf({ [name]: { text: 'x' } })
      await expect(unzip(archive, target)).rejects.toThrow()
      expect(existsSync(path.join(folder, 'out.txt'))).toBe(false)
      expect(existsSync(path.join(folder, 'out', 'out.txt'))).toBe(false)
    },
  )

  it('refuses a link', async () => {
    const { archive, target } = archiveOf({ electron: { text: '/etc/passwd', mode: 0o120777 } })
    await expect(unzip(archive, target)).rejects.toThrow('neither a file nor a folder')
  })

  it('refuses a name that comes twice', async () => {
    const { archive, target } = archiveOf({ electron: { text: 'a' }, './electron': { text: 'b' } })
    await expect(unzip(archive, target)).rejects.toThrow()
  })

  it('drops the bits that give a program the rights of its owner', async () => {
    const { archive, target } = archiveOf({ helper: { mode: 0o104755 } })
    await unzip(archive, target)
    expect(statSync(path.join(target, 'helper')).mode & 0o7000).toBe(0)
  })
})
