import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder, lectern, recordOf, writeFiles, writeSmallBundle } from './check-fixtures'

interface Line {
  readonly id: string | number
  readonly hits: readonly { kind: string; id: string; source?: string; score: number }[]
}

const linesOf = (out: string): Line[] =>
  out === '' ? [] : out.split('\n').map((line) => JSON.parse(line) as Line)

describe('lectern search', () => {
  test('finds what the app finds and says where it stands', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'))
      const { code, out, err } = await lectern('search', '--bundle', bundle, 'pain')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toMatch(/\/conditions\/fibromyalgia\?statement=fm-pain/)
      const { hits, ...rest } = recordOf(await lectern('search', '--bundle', bundle, 'pain', '--json')) as {
        hits: { kind: string; id: string; source?: string; score: number }[]
      }
      expect(rest).toMatchObject({ ok: true, relaxed: 'none', asked: 'pain' })
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
      for (const { kind, id, source } of hits) expect(source).toBe(kind === 'source' ? id : undefined)
    }))

  test('gives no more hits than asked for, and only of the kind asked for', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'))
      const few = await lectern('search', '--bundle', bundle, 'pain', '--limit', '2', '--json')
      expect(recordOf(few)['hits']).toHaveLength(2)
      const kind = await lectern('search', '--bundle', bundle, 'pain', '--kind', 'statement', '--json')
      const { hits } = recordOf(kind) as unknown as Line
      expect(new Set(hits.map((hit) => hit.kind))).toEqual(new Set(['statement']))
    }))

  test('ends well when nothing is found', () =>
    inFolder(async (root) => {
      const { code, out } = await lectern(
        'search',
        '--bundle',
        await writeSmallBundle(join(root, 'a')),
        'zzzz',
      )
      expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: 'Nothing found.' })
    }))

  test('builds an index anew that other rules built, where it would find nothing', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'), {
        'search/shard-0.bin': ['"fingerprint":"3:', '"fingerprint":"1:'],
      })
      expect(recordOf(await lectern('search', '--bundle', bundle, 'pain', '--json'))['hits']).not.toEqual([])
    }))
})

describe('lectern search --batch', () => {
  const batch = async (root: string, ...lines: string[]): Promise<string> => {
    await writeFile(join(root, 'queries.jsonl'), lines.join('\n'))
    return join(root, 'queries.jsonl')
  }

  test('prints one line for each query, in their order, with their ids as they came', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'))
      const file = await batch(root, '{"id":"q1","text":"pain"}', '', '{"id":2,"text":"zzzz","more":1}', '')
      const { code, out, err } = await lectern('search', '--bundle', bundle, '--batch', file)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const lines = linesOf(out)
      expect(lines.map(({ id }) => id)).toEqual(['q1', 2])
      expect(lines[1]?.hits).toEqual([])
      for (const { kind, id, source, score } of lines[0]?.hits ?? []) {
        expect(source).toBe(kind === 'source' ? id : undefined)
        expect(score).toBeGreaterThan(0)
      }
    }))

  test('names each thing once, the best first, though a source has many paragraphs that answer', () =>
    inFolder(async (root) => {
      const paragraphs = Array.from({ length: 40 }, (_, n) => `Pain and paragraph ${n}.`).join('\n\n')
      const dir = await writeFiles(join(root, 'dir'), {
        'bundle.yaml':
          'id: plain\nversion: 1.0.0\ntitle: Plain\npublisher: A\nlicence: MIT\nlanguages: [en]\n' +
          `reviewed: ${today(0)}\nexpires: ${today(1)}\nsummary: ''\n`,
        'sources/long.md': `---\nid: long\ntitle: Long\n---\n\n${paragraphs}\n`,
        'sources/short.md': '---\nid: short\ntitle: Short\n---\n\nOnce there was much talk of pain.\n',
      })
      await lectern('pack', dir, '--out', join(root, 'a'))
      const file = await batch(root, '{"id":"q","text":"pain"}')
      const { out } = await lectern('search', '--bundle', join(root, 'a'), '--batch', file, '--limit', '2')
      const [line] = linesOf(out)
      expect(line?.hits.map(({ source }) => source).sort()).toEqual(['long', 'short'])
      const scores = line?.hits.map(({ score }) => score) ?? []
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    }))

  test.each([
    ['no JSON', 'pain'],
    ['no text', '{"id":"q2"}'],
    ['no id', '{"text":"pain"}'],
    ['no object', '["q2","pain"]'],
  ])('refuses a line with %s before it answers any, and names it', (_, line) =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'))
      const file = await batch(root, '{"id":"q1","text":"pain"}', line)
      const { code, out, err } = await lectern('search', '--bundle', bundle, '--batch', file)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/queries\.jsonl:2: not a query/)
    }),
  )

  test('refuses a file that is not there', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'))
      const { code, out } = await lectern('search', '--bundle', bundle, '--batch', join(root, 'none'))
      expect({ code, out }).toEqual({ code: 2, out: '' })
    }))

  test('keeps flaws of the bundle out of the answers', () =>
    inFolder(async (root) => {
      const bundle = await writeSmallBundle(join(root, 'a'), { 'search/shard-0.bin': '{}' })
      const { code, out, err } = await lectern('search', '--bundle', bundle, '--batch', await batch(root))
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/search\/shard-0\.bin {2}BAD_JSON/)
    }))
})

describe('lectern search refuses', () => {
  test.each([
    ['no bundle', ['search', 'pain']],
    ['no query', ['search', '--bundle', 'a']],
    ['a query and a batch', ['search', '--bundle', 'a', 'pain', '--batch', 'b']],
    ['a limit of nothing', ['search', '--bundle', 'a', 'pain', '--limit', '0']],
    ['a limit that is no number', ['search', '--bundle', 'a', 'pain', '--limit', 'ten']],
    ['an unknown kind', ['search', '--bundle', 'a', 'pain', '--kind', 'page']],
    ['two queries', ['search', '--bundle', 'a', 'pain', 'dose']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await lectern(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })

  test('a bundle that is not there with 2, and one that is damaged with 1', () =>
    inFolder(async (root) => {
      expect((await lectern('search', '--bundle', join(root, 'none'), 'pain')).code).toBe(2)
      await writeFile(join(root, 'bad'), 'hello')
      const json = await lectern('search', '--bundle', join(root, 'bad'), 'pain', '--json')
      expect(json.code).toBe(1)
      expect(recordOf(json)).toMatchObject({ ok: false, flaws: [{ code: 'NOT_A_BUNDLE' }] })
    }))
})

/** Today, some years on. */
const today = (years: number): string => {
  const now = new Date().toISOString()
  return `${Number(now.slice(0, 4)) + years}-${now.slice(5, 7)}-01`
}
