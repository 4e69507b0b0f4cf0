import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameProblem } from './entry-names'
import { openBundle } from './open-bundle'
import { bytesOf, file, flawOf, inTemporaryFolder, info, labels, opens } from './test-files'
import { writeBundle, type PayloadFile } from './write-bundle'
import { openZipArchive } from './zip-archive'

const run = promisify(execFile)
const has = (program: string): boolean => {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const payload: PayloadFile[] = [
  file('bundle.json', info),
  file('sources/Sjögren 2013.json', { text: 'word '.repeat(1_000) }),
  { path: 'files/picture.png', bytes: new Uint8Array(5_000) },
  { path: 'files/zeros.bin', bytes: new Uint8Array(3 << 20) },
  { path: 'empty', bytes: new Uint8Array() },
]

describe('a bundle that was written', () => {
  it('gives back what went in', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      const names = fc
        .stringMatching(/^[a-z]{1,6}(\/[a-zé%日 ]{0,5}[a-z]){0,2}$/)
        .filter((name) => nameProblem(name) === null)
      const files = fc.uniqueArray(fc.record({ path: names, bytes: fc.uint8Array({ maxLength: 3_000 }) }), {
        selector: ({ path }) => path.split('/')[0],
        maxLength: 12,
      })
      await fc.assert(
        fc.asyncProperty(files, async (some) => {
          const all = [file('bundle.json', info), ...some]
          await writeBundle(path, all, labels)
          const opened = await openBundle(path)
          if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
          const { entries, close } = opened.value
          expect([...entries.paths].sort()).toEqual(all.map((each) => each.path).sort())
          for (const each of all)
            expect(Buffer.from(await entries.read(each.path)).equals(each.bytes)).toBe(true)
          await close()
        }),
        { numRuns: 60 },
      )
    }))

  it('§2.12 is the same, byte for byte, in every time zone and with every kind of iterable', () =>
    inTemporaryFolder(async (folder) => {
      const zone = process.env.TZ
      const digests: string[] = []
      for (const [index, tz] of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].entries()) {
        process.env.TZ = tz
        const path = join(folder, `${index}.lectern`)
        await writeBundle(path, index === 0 ? payload : later(payload), labels)
        digests.push(
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        )
      }
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
      expect(new Set(digests).size).toBe(1)
    }))

  it('§2.12 has these bytes on every machine', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeBundle(path, payload, labels)
      const digest = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
      // A change here means that bundles of the same content will differ from those packed before.
      expect(digest).toMatchInlineSnapshot(
        `"efdcf94873dfd5eddeba2529c3a566f207f65c40c294c547cdae6c3ed448152b"`,
      )
    }))

  it('§2.12 packs text, and stores what is packed already or would unfold too far', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeBundle(path, payload, labels)
      const size = (await readFile(path)).length
      expect(size).toBeGreaterThan(5_000 + (3 << 20))
      expect(size).toBeLessThan(5_000 + (3 << 20) + 10_000)
    }))

  it('holds hashes that are right', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeBundle(path, payload, labels)
      const archive = await openZipArchive(path)
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        for (const line of Buffer.from(await archive.read(manifest))
          .toString()
          .trimEnd()
          .split('\n')) {
          const bytes = await archive.read(line.slice(66))
          expect(createHash('sha256').update(bytes).digest('hex')).toBe(line.slice(0, 64))
        }
      }
      await archive.close()
    }))

  it.runIf(has('unzip') && has('sha256sum'))('§2.11 satisfies unzip -t, and unzipped sha256sum -c', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeBundle(path, payload, labels)
      expect((await run('unzip', ['-t', path])).stdout).toContain('No errors detected')
      const env = { ...process.env, LC_ALL: 'C.UTF-8' }
      await run('unzip', ['-q', path, '-d', join(folder, 'out')], { env })
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        await run('sha256sum', ['--strict', '--quiet', '-c', manifest], { cwd: join(folder, 'out') })
      }
      expect(await opens(join(folder, 'out'))).toBe(true)
    }),
  )

  it.runIf(has('unzip') && has('zip'))(
    '§2.12 still opens when it was unzipped and zipped again by other programs',
    () =>
      inTemporaryFolder(async (folder) => {
        const texts = payload.slice(0, 2)
        await writeBundle(join(folder, 'x.lectern'), texts, labels)
        const env = { ...process.env, LC_ALL: 'C.UTF-8' }
        await run('unzip', ['-q', 'x.lectern', '-d', 'ldn'], { cwd: folder, env })
        await run('zip', ['-qr', 'folder.lectern', 'ldn'], { cwd: folder, env })
        await run('zip', ['-qr', '../plain.lectern', '.'], { cwd: join(folder, 'ldn'), env })
        for (const name of ['folder.lectern', 'plain.lectern']) {
          const opened = await openBundle(join(folder, name))
          if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
          for (const { path, bytes } of texts) {
            expect(Buffer.from(await opened.value.entries.read(path)).equals(bytes)).toBe(true)
          }
          await opened.value.close()
        }
      }),
  )
})

describe('writing', { timeout: 60_000 }, () => {
  it('says what it wrote', () =>
    inTemporaryFolder(async (folder) => {
      const written = await writeBundle(join(folder, 'x'), [file('a', 'abc'), file('b', 'de')], labels)
      expect(written).toEqual({ files: 2, octets: 5 })
    }))

  it('replaces the file that was there', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeFile(path, 'old')
      await writeBundle(path, [file('bundle.json', info)], labels)
      expect(await opens(path)).toBe(true)
      expect(await readdir(folder)).toEqual(['x.lectern'])
    }))

  it.each<[string, Iterable<PayloadFile> | AsyncIterable<PayloadFile>, string]>([
    ['the source of files fails', failing(), 'Error'],
    ['the source of files fails later', later(failing()), 'Error'],
    ['a name climbs', [file('../../x', '')], 'UNSAFE_NAME'],
    ['a name is absolute', [file('/x', '')], 'UNSAFE_NAME'],
    ['a name is empty', [file('', '')], 'UNSAFE_NAME'],
    ['a name is a device', [file('nul.json', '')], 'UNSAFE_NAME'],
    ['a name stands twice', [file('a', ''), file('a', '')], 'UNSAFE_NAME'],
    ['names differ in case only', [file('a', ''), file('A', '')], 'UNSAFE_NAME'],
    ['there are more files than a zip can list', many(65_536), 'TOO_LARGE'],
  ])('leaves the old file and no other when %s', (_, files, code) =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeFile(path, 'old')
      const failure = await flawOf(writeBundle(path, files, labels)).catch((error: Error) => error.name)
      expect(failure).toBe(code)
      expect(await readFile(path, 'utf8')).toBe('old')
      expect(await readdir(folder)).toEqual(['x.lectern'])
    }),
  )

  it('fails, and leaves nothing, when the target is a folder or has none', () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'target'))
      await expect(writeBundle(join(folder, 'target'), payload, labels)).rejects.toThrow()
      await expect(writeBundle(join(folder, 'nowhere', 'x'), payload, labels)).rejects.toThrow()
      expect(await readdir(folder)).toEqual(['target'])
    }))

  it('asks for a file when the ones before it are on their way to the disk', () =>
    inTemporaryFolder(async (folder) => {
      const waiting: number[] = []
      const files = async function* (): AsyncGenerator<PayloadFile> {
        for (let number = 0; number < 20; number++) {
          const [temporary = ''] = await readdir(folder)
          waiting.push(number - Math.floor((await stat(join(folder, temporary))).size / 2 ** 20))
          yield { path: `${number}.pdf`, bytes: new Uint8Array(2 ** 20) }
        }
      }
      await writeBundle(join(folder, 'x.lectern'), files(), labels)
      expect(Math.max(...waiting)).toBeLessThanOrEqual(1)
    }))
})

async function* later(files: Iterable<PayloadFile>): AsyncGenerator<PayloadFile> {
  for (const each of files) yield await Promise.resolve(each)
}

function* failing(): Generator<PayloadFile> {
  yield { path: 'a', bytes: bytesOf('x') }
  throw new Error('no more')
}

function* many(count: number): Generator<PayloadFile> {
  for (let number = 0; number < count; number++) yield { path: `${number}`, bytes: new Uint8Array() }
}
