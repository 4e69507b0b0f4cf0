import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder, lectern, recordOf, smallPayload, writeSmallBundle } from './check-fixtures'

describe('lectern stats', () => {
  test('counts what a bundle holds', () =>
    inFolder(async (root) => {
      const ran = await lectern('stats', await writeSmallBundle(join(root, 'a')), '--json')
      expect(ran.code).toBe(0)
      expect(recordOf(ran)).toMatchObject({
        ok: true,
        bundle: { id: 'small' },
        files: 14,
        counts: {
          conditions: 2,
          statements: 3,
          findings: 3,
          passages: 2,
          sources: 2,
          digests: 1,
          documents: 1,
        },
        statements: { low: 1, 'very low': 1, none: 1 },
        coverage: { statements: 3 },
        indexIsCurrent: true,
        grades: [{ handout: 'fibromyalgia-easy', language: 'en', level: 'easy', highest: 6.5 }],
        flaws: [],
      })
    }))

  test('tells sizes that add up, and the largest files first', () =>
    inFolder(async (root) => {
      const ran = await lectern('stats', await writeSmallBundle(join(root, 'a')), '--json')
      const { octets, sizes, largest } = recordOf(ran) as {
        octets: number
        sizes: { octets: number; files: number }[]
        largest: { path: string; octets: number }[]
      }
      const payload = [...(await smallPayload())].map(([path, text]) =>
        // A letter of a search shard is a byte.
        path.endsWith('.bin') ? text.length : new TextEncoder().encode(text).length,
      )
      expect(octets).toBe(payload.reduce((sum, size) => sum + size, 0))
      expect(sizes.reduce((sum, size) => sum + size.octets, 0)).toBe(octets)
      expect(largest[0]?.octets).toBe(Math.max(...payload))
      expect(largest.length).toBe(10)
    }))

  test('is readable without --json', () =>
    inFolder(async (root) => {
      const { out } = await lectern('stats', await writeSmallBundle(join(root, 'a')))
      expect(out).toMatch(/^A small bundle \(small 1\.0\.0\), Somebody$/m)
      expect(out).toMatch(/^Statements 1 low, 1 very low, 1 none$/m)
    }))

  test('says when the app has to build the index anew', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'), {
        'search/shard-0.bin': ['"fingerprint":"3:', '"fingerprint":"1:'],
      })
      expect(recordOf(await lectern('stats', bundle, '--json'))).toMatchObject({ indexIsCurrent: false })
    }))

  test('counts the rest of a bundle with a part that cannot be read, and ends with 1', () =>
    inFolder(async (root) => {
      const ran = await lectern(
        'stats',
        await writeSmallBundle(join(root, 'a'), { 'claims.json': '{' }),
        '--json',
      )
      expect(ran.code).toBe(1)
      expect(recordOf(ran)).toMatchObject({ ok: false, files: 13, flaws: [{ code: 'BAD_JSON' }] })
    }))

  test('ends with 1 for what is no bundle and with 2 for what is not there', () =>
    inFolder(async (root) => {
      await writeFile(join(root, 'a'), 'hello')
      expect((await lectern('stats', join(root, 'a'))).code).toBe(1)
      const { code, out } = await lectern('stats', join(root, 'none'))
      expect({ code, out }).toEqual({ code: 2, out: '' })
    }))

  test.each([[['stats']], [['stats', 'a', 'b']], [['stats', 'a', '--all']]])(
    '%j ends with 2',
    async (args) => {
      expect((await lectern(...args)).code).toBe(2)
    },
  )
})
