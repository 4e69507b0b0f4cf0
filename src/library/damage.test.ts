import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flaws, FlawError } from '../bundle'
import { openBundle } from './open-bundle'
import { file, inTemporaryFolder, info, labels } from './test-files'
import { writeBundle, type PayloadFile } from './write-bundle'

const payload: PayloadFile[] = [
  file('bundle.json', info),
  file('sources/a.json', { text: 'low-dose naltrexone and placebo, '.repeat(20) }),
  { path: 'files/b.pdf', bytes: new Uint8Array(300).map((_, index) => index * 37) },
]

/** What became of each file of the payload: `same`, or the code of a flaw. Anything else fails the test. */
async function outcomes(path: string): Promise<string[]> {
  const opened = await openBundle(path)
  if (!opened.ok) {
    expect(Object.keys(flaws)).toContain(opened.failure.code)
    return [opened.failure.code]
  }
  const results: string[] = []
  for (const each of payload) {
    try {
      const bytes = await opened.value.entries.read(each.path)
      expect(Buffer.from(bytes).equals(each.bytes), `${each.path} was handed out changed`).toBe(true)
      results.push('same')
    } catch (error) {
      if (!(error instanceof FlawError)) throw error
      results.push(error.flaw.code)
    }
  }
  await opened.value.close()
  return results
}

const inDamagedBundle = (test: (path: string, good: Buffer) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'x.lectern')
    await writeBundle(path, payload, labels)
    await test(path, await readFile(path))
  })

describe('a damaged bundle', { timeout: 60_000 }, () => {
  it('§2.2 that was cut at any byte is named, and never opens', () =>
    inDamagedBundle(async (path, good) => {
      for (let length = 0; length < good.length; length++) {
        await writeFile(path, good.subarray(0, length))
        const [code] = await outcomes(path)
        expect(code, `cut to ${length} bytes`).toBe(length === 0 ? 'EMPTY_FILE' : 'DAMAGED')
      }
    }))

  it('§2.9 with any one bit turned never hands out a changed file', () =>
    inDamagedBundle(async (path, good) => {
      for (let at = 0; at < good.length; at++) {
        const bad = Buffer.from(good)
        bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8))
        await writeFile(path, bad)
        await outcomes(path)
      }
    }))

  it('with any bytes overwritten, inserted or left out never hands out a changed file', () =>
    inDamagedBundle(async (path, good) => {
      const changes = fc.array(
        fc.record({
          at: fc.nat(good.length),
          gone: fc.nat(40),
          bytes: fc.oneof(
            fc.uint8Array({ maxLength: 40 }),
            fc.constant(Buffer.from('PK\x05\x06')),
            slices(good),
          ),
        }),
        { minLength: 1, maxLength: 4 },
      )
      await fc.assert(
        fc.asyncProperty(changes, async (all) => {
          let bad = good
          for (const { at, gone, bytes } of all) {
            bad = Buffer.concat([bad.subarray(0, at), bytes, bad.subarray(at + gone)])
          }
          await writeFile(path, bad)
          await outcomes(path)
        }),
        { numRuns: 500 },
      )
    }))

  it('§2.2 with bytes after its end is refused', () =>
    inDamagedBundle(async (path, good) => {
      await writeFile(path, Buffer.concat([good, Buffer.from('more')]))
      expect(await outcomes(path)).toEqual(['DAMAGED'])
    }))
})

/** Pieces of the bundle itself: the damage that a program most easily takes for sense. */
const slices = (good: Buffer): fc.Arbitrary<Uint8Array> =>
  fc.tuple(fc.nat(good.length), fc.nat(60)).map(([start, length]) => good.subarray(start, start + length))
