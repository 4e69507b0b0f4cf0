import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { smallFolder } from '../authoring/fixtures/small-folder'
import { fingerprintOf, loadPublicKey } from '../library'
import { inFolder, lectern, recordOf, writeFiles, writeSmallBundle } from './check-fixtures'
import { unzipped } from './verify-fixtures'

const execute = promisify(execFile)

/** Whether the real `sha256sum -c` passes in an unzipped bundle; null on a machine without it. */
async function sha256sumPasses(folder: string): Promise<boolean | null> {
  return execute('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: folder }).then(
    () => true,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : false),
  )
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** Changes a tag file of an unzipped bundle and makes the tag manifest agree, as a careful forger would. */
async function rewrite(folder: string, name: string, change: (text: string) => string): Promise<void> {
  const text = change(await readFile(join(folder, name), 'utf8'))
  await writeFile(join(folder, name), text)
  const tags = join(folder, 'tagmanifest-sha256.txt')
  const lines = (await readFile(tags, 'utf8')).split('\n')
  await writeFile(
    tags,
    lines.map((line) => (line.endsWith(`  ${name}`) ? `${sha256(text)}  ${name}` : line)).join('\n'),
  )
}

describe('lectern verify', () => {
  test('§2.11 passes what lectern pack wrote, and so does sha256sum -c in the unzipped folder', () =>
    inFolder(async (root) => {
      const path = join(root, 'a.lectern')
      await lectern('pack', await writeFiles(join(root, 'dir'), smallFolder), '--out', path)
      const ran = await lectern('verify', path, '--json')
      expect(recordOf(ran)).toMatchObject({
        ok: true,
        bundle: { id: 'small', version: '1.0.0', title: 'A small bundle', format: '1.0' },
        files: 14,
        signature: { is: 'none' },
        flaws: [],
      })
      expect(ran.code).toBe(0)
      const dir = await unzipped(path, join(root, 'b'))
      expect(await sha256sumPasses(dir)).not.toBe(false)
      expect((await lectern('verify', dir)).code).toBe(0)
    }))

  test('§2.5 passes a bag in the one folder that a system made when it zipped a folder', () =>
    inFolder(async (root) => {
      const dir = await unzipped(await writeSmallBundle(join(root, 'a')), join(root, 'b', 'inner'))
      expect(await sha256sumPasses(dir)).not.toBe(false)
      expect((await lectern('verify', join(root, 'b'))).code).toBe(0)
    }))

  const forgeries: [string, (dir: string) => Promise<void>, string][] = [
    ['a page that was changed', (dir) => appendFile(join(dir, 'data', 'claims.json'), ' '), 'WRONG_HASH'],
    ['a page that is gone', (dir) => rm(join(dir, 'data', 'sources', 'plain.json')), 'MISSING_ENTRY'],
    ['a table of contents that is gone', (dir) => rm(join(dir, 'data', 'bundle.json')), 'MISSING_ENTRY'],
    ['a file that no manifest lists', (dir) => writeFile(join(dir, 'data', 'new.json'), '{}'), 'DAMAGED'],
    [
      'a manifest that was changed',
      (dir) => appendFile(join(dir, 'manifest-sha256.txt'), '\n'),
      'WRONG_HASH',
    ],
    [
      'a bag-info.txt that was changed',
      (dir) => appendFile(join(dir, 'bag-info.txt'), 'A: b\n'),
      'WRONG_HASH',
    ],
    ['a bag-info.txt that is gone', (dir) => rm(join(dir, 'bag-info.txt')), 'MISSING_ENTRY'],
    ['no manifest', (dir) => rm(join(dir, 'manifest-sha256.txt')), 'NO_BAG|WRONG_HASH'],
    ['no declaration', (dir) => rm(join(dir, 'bagit.txt')), 'NO_BAG'],
    [
      'a size that is not the one announced',
      (dir) => rewrite(dir, 'bag-info.txt', (text) => text.replace(/Oxum: \d+/, 'Oxum: 1')),
      'DAMAGED',
    ],
    [
      'line ends by which sha256sum would look for other names',
      (dir) => rewrite(dir, 'manifest-sha256.txt', (text) => text.replaceAll('\n', '\r\n')),
      'DAMAGED',
    ],
    [
      'tabs that sha256sum does not read',
      (dir) => rewrite(dir, 'manifest-sha256.txt', (text) => text.replaceAll('  ', '\t\t\t')),
      'DAMAGED',
    ],
    [
      'a name in a manifest that leads to another file when it is not unescaped',
      async (dir) => {
        await rename(join(dir, 'data', 'claims.json'), join(dir, 'data', 'a%b.json'))
        await rewrite(dir, 'manifest-sha256.txt', (text) =>
          text.replace('data/claims.json', 'data/a%25b.json'),
        )
      },
      'DAMAGED',
    ],
  ]
  test.each(forgeries)('§2.9 §2.11 refuses %s', (_, forge, code) =>
    inFolder(async (root) => {
      const dir = await unzipped(await writeSmallBundle(join(root, 'a')), join(root, 'b'))
      await forge(dir)
      const ran = await lectern('verify', dir, '--json')
      expect(ran.code).toBe(1)
      const record = recordOf(ran)
      expect(record).toMatchObject({ ok: false })
      expect(record['flaws']).toContainEqual(
        expect.objectContaining({ code: expect.stringMatching(`^(?:${code})$`) as string }),
      )
    }),
  )

  test('§2.11 whatever sha256sum refuses is refused here too', () =>
    inFolder(async (root) => {
      for (const [index, [, forge]] of forgeries.entries()) {
        const dir = await unzipped(await writeSmallBundle(join(root, `a${index}`)), join(root, `b${index}`))
        await forge(dir)
        if ((await sha256sumPasses(dir)) === false) expect((await lectern('verify', dir)).code).toBe(1)
      }
    }))

  test('refuses a file in which any one byte was turned, and never says that it is as it was packed', () =>
    inFolder(async (root) => {
      const whole = await readFile(await writeSmallBundle(join(root, 'a')))
      for (let at = 0; at < whole.length; at += 97) {
        const bytes = Uint8Array.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ 0x10
        await writeFile(join(root, 'b'), bytes)
        const { code, out } = await lectern('verify', join(root, 'b'))
        // Bytes that no reader looks at, such as dates in the headers of the archive, change nothing that is packed.
        if (code === 0) expect(out).toMatch(/^A small bundle \(small 1\.0\.0\)/)
        else expect(out).not.toMatch(/as it was packed/)
      }
    }))

  test('§4.2 refuses a page that does not have the form of the format, though its hash is right', () =>
    inFolder(async (root) => {
      const path = await writeSmallBundle(join(root, 'a'), { 'claims.json': ['"partly"', '"maybe"'] })
      const { code, out } = await lectern('verify', path)
      expect(code).toBe(1)
      expect(out).toMatch(/^claims\.json {2}BAD_JSON .*claims\.0\.verdict/)
      expect(out).toMatch(/1 error, 0 warnings; do not rely on this copy\.$/)
    }))

  test('leaves it to check whether the parts fit together', () =>
    inFolder(async (root) => {
      const path = await writeSmallBundle(join(root, 'a'), {
        'claims.json': ['["fibromyalgia"]', '["gone"]'],
      })
      expect((await lectern('verify', path)).code).toBe(0)
      expect((await lectern('check', path)).code).toBe(1)
    }))
})

describe('lectern verify of a signature', () => {
  const signed = async (root: string): Promise<string> => {
    await lectern('keygen', join(root, 'ours'), '--no-password')
    await lectern('keygen', join(root, 'theirs'), '--no-password')
    const path = await writeSmallBundle(join(root, 'a'))
    expect((await lectern('sign', path, '--key', join(root, 'ours.key'))).code).toBe(0)
    return path
  }

  test('passes with the key of the publisher', () =>
    inFolder(async (root) => {
      const ran = await lectern('verify', await signed(root), '--key', join(root, 'ours.pub'), '--json')
      expect(recordOf(ran)).toMatchObject({
        ok: true,
        signature: { is: 'valid', trustedComment: 'bundle:small-1.0.0' },
      })
    }))

  test('says without a key that the signature was not checked', () =>
    inFolder(async (root) => {
      const path = await signed(root)
      const { code, out } = await lectern('verify', path)
      expect(code).toBe(0)
      const fingerprint = fingerprintOf(await loadPublicKey(join(root, 'ours.pub')))
      expect(out).toContain(`that it brings along, fingerprint ${fingerprint}.`)
      expect(out).toContain('not checked')
      const record = recordOf(await lectern('verify', path, '--json'))
      expect(record).toMatchObject({ signature: { is: 'unknown key', fingerprint } })
      expect(JSON.stringify(record)).not.toContain('"key":')
    }))

  test('§3.6 refuses with another key, and refuses a bundle without a signature', () =>
    inFolder(async (root) => {
      const path = await signed(root)
      const other = await lectern('verify', path, '--key', join(root, 'theirs.pub'))
      expect(other.code).toBe(1)
      expect(other.out).toMatch(/BAD_SIGNATURE.*made with the key/)
      const none = await lectern(
        'verify',
        await writeSmallBundle(join(root, 'b')),
        '--key',
        join(root, 'ours.pub'),
      )
      expect(none.code).toBe(1)
      expect(none.out).toMatch(/BAD_SIGNATURE.*not signed/)
    }))

  test('refuses a signed bundle whose list was changed', () =>
    inFolder(async (root) => {
      const dir = await unzipped(await signed(root), join(root, 'b'))
      await rewrite(dir, 'bag-info.txt', (text) => text.replace('Somebody', 'Somebody else'))
      const ran = await lectern('verify', dir, '--key', join(root, 'ours.pub'), '--json')
      expect(ran.code).toBe(1)
      expect(recordOf(ran)).toMatchObject({ ok: false, flaws: [{ code: 'BAD_SIGNATURE' }] })
    }))

  test('ends with 2 when the key is no key', () =>
    inFolder(async (root) => {
      const path = await signed(root)
      for (const key of [join(root, 'nothing.pub'), path, join(root, 'ours.key')]) {
        const { code, out, err } = await lectern('verify', path, '--key', key)
        expect({ code, out }).toEqual({ code: 2, out: '' })
        expect(err).toMatch(/BAD_KEY|CANNOT_READ/)
      }
    }))
})

describe('lectern verify ends with 2', () => {
  test('where there is nothing', () =>
    inFolder(async (root) => {
      const { code, out, err } = await lectern('verify', join(root, 'nothing'))
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/nothing {2}CANNOT_READ/)
      expect((await lectern('verify', join(root, 'nothing'), '--json')).code).toBe(2)
    }))

  test.each([
    ['without a bundle', ['verify']],
    ['with a key that is not named', ['verify', 'a', '--key']],
    ['with an unknown option', ['verify', 'a', '--quick']],
  ])('%s', async (_, args) => {
    expect((await lectern(...args)).code).toBe(2)
  })

  test('but with 1 for a folder that is no bundle', () =>
    inFolder(async (root) => {
      await mkdir(join(root, 'empty'))
      expect((await lectern('verify', join(root, 'empty'))).code).toBe(1)
    }))
})
