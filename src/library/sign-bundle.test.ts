import { lstat, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicKeyText } from './minisign/public-key'
import { newSecretKey, publicKeyOf } from './minisign/secret-key'
import { signBundle } from './sign-bundle'
import { bytesOf, flawOf, inTemporaryFolder, textFrom, writeOddZip } from './test-files'
import { filesOf, flipped, inBundle, replaced, signatureAt, writeFolder } from './test-signed'

const key = newSecretKey()
const other = newSecretKey()
const name = 'tagmanifest-sha256.txt.minisig'

describe('signing a bundle', () => {
  it('gives what packing with the key gives, byte for byte', () =>
    inBundle(key, (packed) =>
      inBundle(null, async (path, folder) => {
        expect(await signBundle(path, key)).toEqual({
          keyId: key.keyId,
          trustedComment: 'bundle:ldn-1.0.0',
          replaced: null,
        })
        expect((await readFile(path)).equals(await readFile(packed))).toBe(true)
        expect(await readdir(folder)).toEqual(['x.lectern'])
      }),
    ))

  it('leaves all other files as they were, those that we did not write too', () =>
    inBundle(null, async (path) => {
      const files = new Map([...(await filesOf(path))].map(([file, bytes]) => [`ldn/${file}`, bytes]))
      files.set('__MACOSX/ldn/._x', bytesOf('finder'))
      await writeOddZip(
        path,
        [...files].map(([file, bytes]) => ({ name: file, bytes })),
      )
      await signBundle(path, key)
      const signed = await filesOf(path)
      expect([...signed.keys()]).toEqual([...files.keys(), 'ldn/publisher.pub', `ldn/${name}`])
      for (const [file, bytes] of files)
        expect(Buffer.from(signed.get(file) ?? []).equals(bytes), file).toBe(true)
      expect(await signatureAt(path, [publicKeyOf(key)])).toBe('valid')
    }))

  it('again changes nothing, and with another key replaces the signature', () =>
    inBundle(key, async (path) => {
      const before = await readFile(path)
      expect((await signBundle(path, key)).replaced).toBe(key.keyId)
      expect((await readFile(path)).equals(before)).toBe(true)
      expect((await signBundle(path, other)).replaced).toBe(key.keyId)
      expect(await signatureAt(path, [publicKeyOf(key)])).toBe('unknown key')
      expect(await signatureAt(path, [publicKeyOf(other)])).toBe('valid')
      const files = await filesOf(path)
      expect([...files.keys()].filter((file) => /\.(?:minisig|pub)$/.test(file))).toHaveLength(2)
      expect(textFrom(files.get('publisher.pub') ?? bytesOf(''))).toBe(publicKeyText(publicKeyOf(other)))
    }))

  it('puts the signature and its key into a folder, and nothing else', () =>
    inBundle(null, async (path, folder) => {
      const out = join(folder, 'out')
      await writeFolder(out, await filesOf(path))
      const before = await readdir(out, { recursive: true })
      await signBundle(out, key)
      expect((await readdir(out, { recursive: true })).sort()).toEqual(
        [...before, name, 'publisher.pub'].sort(),
      )
      expect(await signatureAt(out, [publicKeyOf(key)])).toBe('valid')
    }))

  it.skipIf(process.platform === 'win32')('signs what a link leads to, and leaves the link', () =>
    inBundle(null, async (path, folder) => {
      await symlink(path, join(folder, 'link'))
      await signBundle(join(folder, 'link'), key)
      expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true)
      expect(await signatureAt(path, [publicKeyOf(key)])).toBe('valid')
    }),
  )
})

describe('a bundle is not signed, and stays as it was,', () => {
  const pdf = 'data/files/a.pdf'
  const list = 'tagmanifest-sha256.txt'
  const bytesAt = (files: Map<string, Uint8Array>, file: string): Uint8Array => files.get(file) ?? bytesOf('')

  it.each<[string, string, (files: Map<string, Uint8Array>) => unknown]>([
    [
      'when a file of it was changed',
      'WRONG_HASH',
      (files) => files.set(pdf, flipped(bytesAt(files, pdf), 7)),
    ],
    ['when a file of it is missing', 'MISSING_ENTRY', (files) => files.delete(pdf)],
    [
      'when bag-info.txt was changed',
      'NO_BAG',
      (files) => files.set('bag-info.txt', replaced(bytesAt(files, 'bag-info.txt'), 'Lectern', 'X')),
    ],
    [
      'when its list leaves a file out',
      'NO_BAG',
      (files) =>
        files.set(
          list,
          bytesOf(
            Buffer.from(bytesAt(files, list))
              .toString()
              .replace(/.*bag-info.txt\n/, ''),
          ),
        ),
    ],
    ['when its signature does not hold', 'BAD_SIGNATURE', (files) => files.set(name, bytesOf('x'))],
    [
      'when it has no table of contents that can be read',
      'WRONG_HASH',
      (files) => files.set('data/bundle.json', bytesOf('{}')),
    ],
  ])('%s', (_, code, change) =>
    inBundle(null, async (path, folder) => {
      const files = await filesOf(path)
      change(files)
      await writeOddZip(
        path,
        [...files].map(([file, bytes]) => ({ name: file, bytes })),
      )
      const before = await readFile(path)
      expect(await flawOf(signBundle(path, key))).toBe(code)
      expect((await readFile(path)).equals(before)).toBe(true)
      expect(await readdir(folder)).toEqual(['x.lectern'])
      await writeFolder(join(folder, 'out'), files)
      expect(await flawOf(signBundle(join(folder, 'out'), key))).toBe(code)
      expect(await filesUnder(join(folder, 'out'))).toEqual([...files.keys()].sort())
    }),
  )

  it('when it is none', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'x'), 'text')
      expect(await flawOf(signBundle(join(folder, 'x'), key))).toBe('NOT_A_BUNDLE')
      expect(await flawOf(signBundle(folder, key))).toBe('NO_BAG')
      await expect(signBundle(join(folder, 'nowhere'), key)).rejects.toThrow('ENOENT')
    }))
})

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort()
