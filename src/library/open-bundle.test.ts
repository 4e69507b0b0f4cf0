import { execFile } from 'node:child_process'
import { mkdir, readdir, readlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openBundle } from './open-bundle'
import { bagOf, bytesOf, file, inTemporaryFolder, info, labels, textFrom, writeOddZip } from './test-files'
import { writeBundle, type PayloadFile } from './write-bundle'

const source = file('sources/a.json', { id: 'a' })

/** Writes a bundle of these files and says which flaw opening it ends in, with where. */
const flawOfPayload = async (payload: readonly PayloadFile[]): Promise<string> => {
  let said = ''
  await inTemporaryFolder(async (folder) => {
    await writeBundle(join(folder, 'x.lectern'), payload, labels)
    said = await flawAt(join(folder, 'x.lectern'))
  })
  return said
}

const flawAt = async (path: string): Promise<string> => {
  const opened = await openBundle(path)
  if (!opened.ok) return `${opened.failure.code} ${opened.failure.at}`.trim()
  await opened.value.close()
  return 'none'
}

describe('a bundle', () => {
  it('§2.1 opens from a file, with its table of contents and its payload', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeBundle(path, [file('bundle.json', info), source], labels)
      const opened = await openBundle(path)
      if (!opened.ok) throw new Error(opened.failure.code)
      expect(opened.value.path).toBe(path)
      expect(opened.value.info.title).toBe('LDN evidence')
      expect([...opened.value.entries.paths]).toEqual(['bundle.json', 'sources/a.json'])
      expect(textFrom(await opened.value.entries.read('sources/a.json'))).toBe('{"id":"a"}')
      await opened.value.close()
    }))

  it('§2.1 opens from a folder', () =>
    inTemporaryFolder(async (folder) => {
      for (const [path, bytes] of Object.entries(await bagOf({ 'bundle.json': file('', info).bytes }))) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), bytes)
      }
      const opened = await openBundle(folder)
      if (!opened.ok) throw new Error(opened.failure.code)
      expect(opened.value.info.id).toBe('ldn')
      await opened.value.close()
    }))

  it('§17.1 opens in a newer minor version, whatever that adds', async () => {
    const newer = { ...info, format: '1.7', more: { of: 'this' } }
    expect(await flawOfPayload([file('bundle.json', newer)])).toBe('none')
  })
})

describe('what is no bundle is named', () => {
  it.each([
    ['EMPTY_FILE', ''],
    ['NOT_A_BUNDLE', 'a text that was renamed'],
    ['NOT_A_BUNDLE', '<!doctype html><title>404</title>'],
    ['NOT_A_BUNDLE', '\x7fELF'],
    ['DAMAGED', 'PK\x03\x04\x14'],
  ])('%s: %j', (code, content) =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'x.lectern'), content)
      expect(await flawAt(join(folder, 'x.lectern'))).toBe(code)
    }),
  )

  it('CANNOT_READ: nothing there', () =>
    inTemporaryFolder(async (folder) => {
      expect(await flawAt(join(folder, 'nowhere'))).toBe('CANNOT_READ')
      expect(await flawAt('')).toBe('CANNOT_READ')
      expect(await flawAt('\0')).toBe('CANNOT_READ')
    }))

  it.skipIf(process.platform === 'win32')('NOT_A_BUNDLE: a pipe, without waiting for it', () =>
    inTemporaryFolder(async (folder) => {
      await promisify(execFile)('mkfifo', [join(folder, 'pipe')])
      expect(await flawAt(join(folder, 'pipe'))).toBe('NOT_A_BUNDLE')
      expect(await flawAt('/dev/zero')).toBe('NOT_A_BUNDLE')
    }),
  )

  it('NO_BAG: any other zip, an empty zip, an empty folder', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [{ name: 'word/document.xml' }])
      expect(await flawAt(path)).toBe('NO_BAG')
      await writeOddZip(path, [])
      expect(await flawAt(path)).toBe('NO_BAG')
      await mkdir(join(folder, 'empty'))
      expect(await flawAt(join(folder, 'empty'))).toBe('NO_BAG')
    }))

  it('DAMAGED: a download that stopped half-way', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeBundle(path, [file('bundle.json', info), source], labels)
      await truncate(path, 700)
      expect(await flawAt(path)).toBe('DAMAGED')
    }))
})

describe('§4.1 §17.2 a wrong table of contents is named', () => {
  it.each<[string, PayloadFile[]]>([
    ['MISSING_ENTRY bundle.json', [source]],
    ['BAD_JSON bundle.json', [file('bundle.json', 'not json')]],
    ['BAD_JSON bundle.json', [file('bundle.json', '')]],
    ['BAD_JSON bundle.json', [file('bundle.json', '[]')]],
    ['BAD_JSON bundle.json', [file('bundle.json', 'null')]],
    ['BAD_JSON bundle.json', [file('bundle.json', '['.repeat(100_000))]],
    ['BAD_JSON bundle.json', [{ path: 'bundle.json', bytes: new Uint8Array([0x22, 0xff, 0x22]) }]],
    ['BAD_JSON bundle.json', [file('bundle.json', { ...info, id: '../x' })]],
    ['BAD_JSON bundle.json', [file('bundle.json', { ...info, conditions: [{}] })]],
    ['BAD_JSON bundle.json', [file('bundle.json', { ...info, format: '0.9' })]],
    ['BAD_JSON bundle.json', [file('bundle.json', { ...info, format: 1 })]],
    ['NEWER_FORMAT bundle.json', [file('bundle.json', { ...info, format: '2.0' })]],
    ['NEWER_FORMAT bundle.json', [file('bundle.json', { format: '12.3', everything: 'else differs' })]],
  ])('%s', async (said, payload) => {
    expect(await flawOfPayload(payload)).toBe(said)
  })

  it('WRONG_HASH bundle.json', () =>
    inTemporaryFolder(async (folder) => {
      const bag = await bagOf({ 'bundle.json': file('', info).bytes }, { 'data/bundle.json': bytesOf('{}') })
      const path = join(folder, 'x.lectern')
      await writeOddZip(
        path,
        Object.entries(bag).map(([name, bytes]) => ({ name, bytes })),
      )
      expect(await flawAt(path)).toBe('WRONG_HASH bundle.json')
    }))
})

it.runIf(process.platform === 'linux')('a bundle that does not open is not kept open', () =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'x.lectern')
    const held = async (): Promise<number> => {
      const links = (await readdir('/proc/self/fd')).map((fd) =>
        readlink(`/proc/self/fd/${fd}`).catch(() => ''),
      )
      return (await Promise.all(links)).filter((target) => target === path).length
    }
    for (const payload of [
      [source],
      [file('bundle.json', 'x')],
      [file('bundle.json', { ...info, format: '2.0' })],
    ]) {
      await writeBundle(path, payload, labels)
      await openBundle(path)
      expect(await held()).toBe(0)
    }
    await writeFile(path, 'text')
    await openBundle(path)
    expect(await held()).toBe(0)
    await writeBundle(path, [file('bundle.json', info)], labels)
    const opened = await openBundle(path)
    expect(await held()).toBe(1)
    if (opened.ok) await opened.value.close()
    expect(await held()).toBe(0)
  }),
)
