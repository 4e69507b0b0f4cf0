import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from './folder'
import { limits } from './limits'
import { flawOf, inTemporaryFolder, textFrom } from './test-files'

/** A bundle folder beside a secret that is none of its business. */
const inBundleFolder = (test: (bundle: string, secret: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'bundle', 'data'), { recursive: true })
    await writeFile(join(folder, 'bundle', 'data', 'a.json'), 'one')
    await writeFile(join(folder, 'secret'), 'secret')
    await test(join(folder, 'bundle'), join(folder, 'secret'))
  })

describe('a folder', () => {
  it('hands out its files under names with slashes', () =>
    inBundleFolder(async (bundle) => {
      await writeFile(join(bundle, 'bagit.txt'), 'two')
      const entries = await openFolder(bundle)
      expect([...entries.paths].sort()).toEqual(['bagit.txt', 'data/a.json'])
      expect(textFrom(await entries.read('data/a.json'))).toBe('one')
    }))

  it('§2.13 follows a link to a file within', () =>
    inBundleFolder(async (bundle) => {
      await symlink('a.json', join(bundle, 'data', 'b.json'))
      expect(textFrom(await (await openFolder(bundle)).read('data/b.json'))).toBe('one')
    }))

  it('can itself be reached through a link', () =>
    inBundleFolder(async (bundle) => {
      await symlink(bundle, `${bundle}-link`)
      expect(textFrom(await (await openFolder(`${bundle}-link`)).read('data/a.json'))).toBe('one')
    }))

  it.each([
    ['a file outside', (_: string, secret: string) => secret],
    ['a file outside, by a relative way', () => '../../secret'],
    ['the folder above', () => '..'],
    ['itself as a folder', (bundle: string) => bundle],
    ['a folder within', (bundle: string) => join(bundle, 'data')],
    ['nothing', () => 'nowhere'],
    ['itself', () => 'link'],
    ['a device', () => '/dev/zero'],
  ])('§2.13 is refused for a link to %s', (_, target) =>
    inBundleFolder(async (bundle, secret) => {
      await symlink(target(bundle, secret), join(bundle, 'data', 'link'))
      expect(await flawOf(openFolder(bundle))).toBe('UNSAFE_NAME')
    }),
  )

  it.skipIf(process.platform === 'win32').each(['x:y', 'x\\y', 'nul', 'x '])(
    '§2.3 is refused for the name %j',
    (name) =>
      inBundleFolder(async (bundle) => {
        await writeFile(join(bundle, 'data', name), '')
        expect(await flawOf(openFolder(bundle))).toBe('UNSAFE_NAME')
      }),
  )

  it.runIf(process.platform === 'linux')('§2.4 is refused for names that differ in case only', () =>
    inBundleFolder(async (bundle) => {
      await writeFile(join(bundle, 'data', 'A.JSON'), '')
      expect(await flawOf(openFolder(bundle))).toBe('UNSAFE_NAME')
    }),
  )

  it('§20.1 is refused when it holds too many files', () =>
    inBundleFolder(async (bundle) => {
      await writeFile(join(bundle, 'b'), '')
      expect(await flawOf(openFolder(bundle, { ...limits, entries: 1 }))).toBe('TOO_LARGE')
    }))

  it('does not read a file that is too large, missing, or not in its list', () =>
    inBundleFolder(async (bundle) => {
      const entries = await openFolder(bundle, { ...limits, entryBytes: 2 })
      expect(await flawOf(entries.read('data/a.json'))).toBe('TOO_LARGE')
      expect(await flawOf(entries.read('../secret'))).toBe('MISSING_ENTRY')
      expect(await flawOf(entries.read('data'))).toBe('MISSING_ENTRY')
      await rm(join(bundle, 'data', 'a.json'))
      expect(await flawOf(entries.read('data/a.json'))).toBe('CANNOT_READ')
    }))

  it('does not follow a file that became a link after it was listed', () =>
    inBundleFolder(async (bundle, secret) => {
      const entries = await openFolder(bundle)
      await rm(join(bundle, 'data', 'a.json'))
      await symlink(secret, join(bundle, 'data', 'a.json'))
      expect(await flawOf(entries.read('data/a.json'))).toBe('UNSAFE_NAME')
    }))

  it('cannot be read when it is not there', () =>
    inBundleFolder(async (bundle) => {
      expect(await flawOf(openFolder(join(bundle, 'nowhere')))).toBe('CANNOT_READ')
    }))
})
