import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { limits } from './limits'
import { bytesOf, flawOf, inTemporaryFolder, textFrom, writeOddZip, type OddFile } from './test-files'
import { openZipArchive } from './zip-archive'

const packed = (text: string): OddFile => {
  const bytes = deflateRawSync(text)
  return { name: 'packed', bytes, method: 8, size: text.length, crc: 0 }
}

/** The flaw that opening an archive of these files ends in. */
const flawOfFiles = async (files: readonly OddFile[], count?: number): Promise<string> => {
  let code = ''
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'x.lectern')
    await writeOddZip(path, files, count)
    code = await flawOf(openZipArchive(path).then((archive) => archive.close()))
  })
  return code
}

/** The flaw that reading the first of these files ends in. */
const flawOfReading = async (files: readonly OddFile[]): Promise<string> => {
  let code = ''
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'x.lectern')
    await writeOddZip(path, files)
    const archive = await openZipArchive(path)
    code = await flawOf(archive.read(String(files[0]?.name)))
    await archive.close()
  })
  return code
}

describe('an archive', () => {
  it('hands out its files, whole', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [
        { name: 'a.txt', bytes: bytesOf('one') },
        { name: 'empty', bytes: bytesOf('') },
        { name: 'folder/', bytes: bytesOf(''), attributes: (0o040755 << 16) >>> 0 },
        { name: 'folder/Sjögren.txt', bytes: bytesOf('two') },
      ])
      const archive = await openZipArchive(path)
      expect([...archive.paths]).toEqual(['a.txt', 'empty', 'folder/Sjögren.txt'])
      expect(textFrom(await archive.read('a.txt'))).toBe('one')
      expect(textFrom(await archive.read('empty'))).toBe('')
      expect(textFrom(await archive.read('folder/Sjögren.txt'))).toBe('two')
      await archive.close()
    })
  })

  it('§2.4 reads names that are UTF-8 without saying so, and names in the old alphabet of DOS', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [
        { name: 'Sjögren', flags: 0 },
        { name: Buffer.from('Crohn\x81', 'latin1'), flags: 0 },
      ])
      const archive = await openZipArchive(path)
      expect([...archive.paths]).toEqual(['Sjögren', 'Crohnü'])
      await archive.close()
    })
  })

  it('can be closed twice, and reads nothing afterwards', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [{ name: 'a' }])
      const archive = await openZipArchive(path)
      await archive.close()
      await archive.close()
      expect(await flawOf(archive.read('a'))).toBe('CANNOT_READ')
    })
  })

  it('finishes what is being read when it is closed', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [{ name: 'a', bytes: bytesOf('one') }])
      const archive = await openZipArchive(path)
      const reading = flawOf(archive.read('a'))
      await archive.close()
      expect(['none', 'CANNOT_READ']).toContain(await reading)
    })
  })

  it('is told from a file that is none', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      for (const [content, code] of [
        ['', 'EMPTY_FILE'],
        ['# A page\n', 'NOT_A_BUNDLE'],
        [`${'x'.repeat(100_000)}`, 'NOT_A_BUNDLE'],
        ['%PDF-1.7', 'NOT_A_BUNDLE'],
        ['PK\x03\x04 and no more', 'DAMAGED'],
        ['PK', 'DAMAGED'],
      ] as const) {
        await writeFile(path, content, 'latin1')
        expect(await flawOf(openZipArchive(path)), content.slice(0, 20)).toBe(code)
      }
      expect(await flawOf(openZipArchive(join(folder, 'nowhere.lectern')))).toBe('CANNOT_READ')
      expect(await flawOf(openZipArchive(folder))).toBe('CANNOT_READ')
    })
  })
})

describe('§2.2 §2.3 an archive is refused as a whole', () => {
  const link = (0o120777 << 16) >>> 0
  it.each<[string, string, OddFile[]]>([
    ['UNSAFE_NAME', 'an absolute name', [{ name: '/etc/passwd' }]],
    ['UNSAFE_NAME', 'a climbing name', [{ name: 'data/../../x' }]],
    ['UNSAFE_NAME', 'a backslash', [{ name: 'data\\x' }]],
    ['UNSAFE_NAME', 'a NUL', [{ name: 'x\0y' }]],
    ['UNSAFE_NAME', 'a device', [{ name: 'data/nul.json' }]],
    ['UNSAFE_NAME', 'no name', [{ name: '' }]],
    ['UNSAFE_NAME', 'bytes that are no UTF-8', [{ name: new Uint8Array([0x78, 0xff, 0xfe]) }]],
    ['UNSAFE_NAME', 'a name given twice', [{ name: 'a' }, { name: 'b' }, { name: 'a' }]],
    ['UNSAFE_NAME', 'names that differ in case only', [{ name: 'data/a' }, { name: 'data/A' }]],
    ['UNSAFE_NAME', 'a file within a file', [{ name: 'a' }, { name: 'a/b' }]],
    ['UNSAFE_NAME', 'a symbolic link', [{ name: 'a', bytes: bytesOf('/etc/passwd'), attributes: link }]],
    ['UNSAFE_NAME', 'a symbolic link as a folder', [{ name: 'a/', bytes: bytesOf(''), attributes: link }]],
    ['UNSAFE_NAME', 'a link of Windows', [{ name: 'a', attributes: 0x400 }]],
    ['UNSAFE_NAME', 'a device of Unix', [{ name: 'a', attributes: (0o020644 << 16) >>> 0 }]],
    ['UNSAFE_NAME', 'a folder posing as a file', [{ name: 'a', attributes: (0o040755 << 16) >>> 0 }]],
    ['UNSAFE_NAME', 'a folder of Windows posing as a file', [{ name: 'a', attributes: 0x10 }]],
    ['UNSAFE_NAME', 'a file posing as a folder', [{ name: 'a/', bytes: bytesOf('x'), attributes: 0x10 }]],
    ['NOT_A_BUNDLE', 'an encrypted file', [{ name: 'a', flags: 0x801 }]],
    ['NOT_A_BUNDLE', 'a strongly encrypted file', [{ name: 'a', flags: 0x840 }]],
    ['NOT_A_BUNDLE', 'an unknown packing', [{ name: 'a', method: 93 }]],
    ['TOO_LARGE', 'a file over the limit', [{ name: 'a', method: 8, size: limits.entryBytes + 1 }]],
    ['TOO_LARGE', 'a file of 64-bit size', [{ name: 'a', method: 8, size: 0xffff_ffff }]],
    ['TOO_LARGE', 'a file that unfolds 1,000 times', [{ ...packed('0'.repeat(2 << 20)), size: 2 << 20 }]],
    ['DAMAGED', 'two sizes for stored bytes', [{ name: 'a', bytes: bytesOf('abc'), size: 2 }]],
    ['DAMAGED', 'files that share their bytes', [{ name: 'a' }, { name: 'b', offset: 0 }]],
    ['DAMAGED', 'a file that reaches too far', [{ name: 'a', packedSize: 5_000, size: 5_000 }]],
    ['DAMAGED', 'a file that begins nowhere', [{ name: 'a', offset: 1_000_000 }]],
  ])('%s for %s', async (code, _, files) => {
    expect(await flawOfFiles([{ name: 'first' }, ...files])).toBe(code)
  })

  it.each([
    ['more', 3],
    ['many more', 60_000],
  ])('DAMAGED when it promises %s files than it lists', async (_, count) => {
    expect(await flawOfFiles([{ name: 'a' }, { name: 'b' }], count)).toBe('DAMAGED')
  })

  it('§20.1 TOO_LARGE when it has more files or a longer list than allowed', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [{ name: 'a' }, { name: 'b' }, { name: 'c' }])
      expect(await flawOf(openZipArchive(path, { ...limits, entries: 2 }))).toBe('TOO_LARGE')
      expect(await flawOf(openZipArchive(path, { ...limits, directoryBytes: 100 }))).toBe('TOO_LARGE')
    })
  })
})

describe('a file of an archive', () => {
  it('§20.4 never yields more bytes than it declares', async () => {
    expect(await flawOfReading([{ ...packed('x'.repeat(5_000)), size: 100 }])).toBe('DAMAGED')
    expect(await flawOfReading([{ ...packed('x'.repeat(500_000)), size: 100_000 }])).toBe('DAMAGED')
    expect(await flawOfReading([{ ...packed('x'), size: 0 }])).toBe('DAMAGED')
  })

  it('§20.4 never yields fewer bytes than it declares', async () => {
    expect(await flawOfReading([{ ...packed('x'.repeat(100)), size: 5_000 }])).toBe('DAMAGED')
  })

  it('is damaged when its checksum does not match', async () => {
    expect(await flawOfReading([{ name: 'a', crc: 1 }])).toBe('DAMAGED')
    expect(await flawOfReading([packed('text')])).toBe('DAMAGED')
  })

  it('is damaged when it is not where the list says', async () => {
    expect(await flawOfReading([{ name: 'a', offset: 1 }, { name: 'b' }])).toBe('DAMAGED')
  })

  it('is missing when the archive does not list it, whatever its name', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [{ name: 'a' }])
      const archive = await openZipArchive(path)
      for (const name of ['b', 'A', './a', '../x.lectern', '', '__proto__', 'constructor']) {
        expect(await flawOf(archive.read(name)), name).toBe('MISSING_ENTRY')
      }
      await archive.close()
    })
  })

  it('is damaged when the file was cut while it was open', async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'x.lectern')
      await writeOddZip(path, [{ name: 'a', bytes: bytesOf('x'.repeat(1_000)) }])
      const archive = await openZipArchive(path)
      await writeFile(path, (await readFile(path)).subarray(0, 100))
      expect(await flawOf(archive.read('a'))).toBe('DAMAGED')
      await archive.close()
    })
  })
})
