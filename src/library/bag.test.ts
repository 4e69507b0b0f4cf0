import { describe, expect, it } from 'vitest'
import { openBag } from './bag'
import { limits } from './limits'
import { bagOf, bytesOf, flawOf, inMemory, textFrom } from './test-files'

const payload = { 'bundle.json': bytesOf('{}'), 'sources/a.json': bytesOf('one') }

/** The flaw that opening a changed bag ends in. */
const flawOfBag = async (change: Readonly<Record<string, Uint8Array | null>>): Promise<string> =>
  flawOf(openBag(inMemory(await bagOf(payload, change))))

describe('a bag', () => {
  it('§2.1 hands out its payload without data/', async () => {
    const entries = await openBag(inMemory(await bagOf(payload)))
    expect([...entries.paths]).toEqual(['bundle.json', 'sources/a.json'])
    expect(textFrom(await entries.read('sources/a.json'))).toBe('one')
  })

  it('§2.5 may stand in one folder, as systems make it when they zip a folder', async () => {
    const bag = Object.entries(await bagOf(payload)).map(([path, bytes]) => [`ldn/${path}`, bytes] as const)
    const entries = await openBag(inMemory({ ...Object.fromEntries(bag), '__MACOSX/ldn/x': bytesOf('') }))
    expect(textFrom(await entries.read('sources/a.json'))).toBe('one')
  })

  it('lists no more files than an archive may hold', async () => {
    const lines = Array.from({ length: limits.entries + 1 }, (_, n) => `${'a'.repeat(64)}  data/${n}\n`)
    const manifest = bytesOf(lines.join(''))
    expect(await flawOfBag({ 'manifest-sha256.txt': manifest })).toBe('TOO_LARGE')
  })

  it('gives each reader bytes of its own', async () => {
    const entries = await openBag(inMemory(await bagOf({ 'bundle.json': bytesOf('{}') })))
    const [first, second] = [await entries.read('bundle.json'), await entries.read('bundle.json')]
    first.fill(0)
    expect(textFrom(second)).toBe('{}')
    expect(textFrom(await entries.read('bundle.json'))).toBe('{}')
  })

  it.each([
    ['bagit.txt', null],
    ['manifest-sha256.txt', null],
    ['tagmanifest-sha256.txt', null],
    ['tagmanifest-sha256.txt', bytesOf('')],
    ['bagit.txt', bytesOf('BagIt-Version: 3.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bagit.txt', bytesOf('hello')],
  ])('§2.6 is none when %s is missing or says something else', async (name, bytes) => {
    expect(await flawOfBag({ [name]: bytes })).toBe('NO_BAG')
  })

  it.each(['manifest-sha256.txt', 'tagmanifest-sha256.txt'])(
    '§2.6 is none without %s, also when what is left was changed',
    async (name) => {
      const bag = await bagOf(payload)
      const changed = 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'
      const rest = { ...bag, 'bagit.txt': bytesOf(changed) }
      Reflect.deleteProperty(rest, name)
      expect(await flawOf(openBag(inMemory({ ...bag, 'bagit.txt': bytesOf(changed) })))).toBe('WRONG_HASH')
      expect(await flawOf(openBag(inMemory(rest)))).toBe('NO_BAG')
    },
  )

  it('§2.5 is none when two folders could be it', async () => {
    const files = { 'a/bagit.txt': bytesOf(''), 'b/bagit.txt': bytesOf('') }
    expect(await flawOf(openBag(inMemory(files)))).toBe('NO_BAG')
    expect(await flawOf(openBag(inMemory({ 'a/b/bagit.txt': bytesOf('') })))).toBe('NO_BAG')
    expect(await flawOf(openBag(inMemory({})))).toBe('NO_BAG')
  })

  it('§2.9 is refused when the manifest is not the one that the tag manifest knows', async () => {
    const bag = await bagOf(payload)
    bag['manifest-sha256.txt'] = bytesOf(
      textFrom(bag['manifest-sha256.txt'] ?? bytesOf('')).replace('a.json', 'b.json'),
    )
    expect(await flawOf(openBag(inMemory(bag)))).toBe('WRONG_HASH')
  })

  it.each([
    ['words', 'hello\n'],
    ['a file outside data/', `${'a'.repeat(64)}  bundle.json\n`],
    ['a file beside data/', `${'a'.repeat(64)}  data/../x\n${'a'.repeat(64)}  database.json\n`],
  ])('§2.10 is damaged when the manifest lists %s', async (_, text) => {
    expect(await flawOfBag({ 'manifest-sha256.txt': bytesOf(text) })).toBe('DAMAGED')
  })
})

describe('§2.9 a file of a bag', () => {
  it('is refused when it was changed, each time', async () => {
    const entries = await openBag(inMemory(await bagOf(payload, { 'data/sources/a.json': bytesOf('two') })))
    expect(await flawOf(entries.read('sources/a.json'))).toBe('WRONG_HASH')
    expect(await flawOf(entries.read('sources/a.json'))).toBe('WRONG_HASH')
  })

  it('is refused when it was changed, large ones too', async () => {
    const large = new Uint8Array(3 << 20)
    const changed = large.slice().fill(1, large.length - 1)
    const good = await openBag(inMemory(await bagOf({ large })))
    expect((await good.read('large')).length).toBe(large.length)
    const bad = await openBag(inMemory(await bagOf({ large }, { 'data/large': changed })))
    expect(await flawOf(bad.read('large'))).toBe('WRONG_HASH')
  })

  it('is missing when the manifest lists it and the archive lacks it', async () => {
    const entries = await openBag(inMemory(await bagOf(payload, { 'data/sources/a.json': null })))
    expect(await flawOf(entries.read('sources/a.json'))).toBe('MISSING_ENTRY')
    expect(await flawOf(entries.read('bundle.json'))).toBe('none')
  })

  it('is not handed out when the manifest does not list it', async () => {
    const entries = await openBag(inMemory(await bagOf(payload, { 'data/extra.json': bytesOf('x') })))
    expect(entries.paths.has('extra.json')).toBe(false)
    for (const path of ['extra.json', '../bagit.txt', 'bagit.txt', 'data/bundle.json', '']) {
      expect(await flawOf(entries.read(path)), path).toBe('MISSING_ENTRY')
    }
  })

  it('is named without data/ when it cannot be read', async () => {
    const entries = await openBag(inMemory(await bagOf(payload, { 'data/bundle.json': bytesOf('x') })))
    await expect(entries.read('bundle.json')).rejects.toMatchObject({ flaw: { at: 'bundle.json' } })
  })

  it('is never accepted for a hash that is none', async () => {
    const entries = await openBag(
      inMemory(
        await bagOf(payload, { 'manifest-sha256.txt': bytesOf(`${'z'.repeat(64)}  data/bundle.json\n`) }),
      ),
    )
    expect(await flawOf(entries.read('bundle.json'))).toBe('WRONG_HASH')
  })
})
