import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

/* The numbered clauses of the format and the tests that prove them, held together. */

const root = new URL('../../', import.meta.url)
const format = await readFile(new URL('docs/bundle-format.md', root), 'utf8')
const clauses = [...format.matchAll(/^\*\*(\d+\.\d+)\*\* *(_\(informative\)_)?/gm)].map(
  ([, number = '', informative]) => ({ number, asksForSomething: informative === undefined }),
)
const numbers = clauses.map(({ number }) => number)

/** The clauses that the names of tests cite, each with its file. */
async function citedClauses(): Promise<{ file: string; number: string }[]> {
  const src = new URL('src/', root)
  const files = (await readdir(src, { recursive: true })).filter((name) => name.endsWith('.test.ts'))
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(new URL(file, src), 'utf8') })),
  )
  return texts.flatMap(({ file, text }) =>
    [...text.matchAll(/['"`]((?:§\d+\.\d+ )+)/g)].flatMap(([, cited = '']) =>
      [...cited.matchAll(/\d+\.\d+/g)].map(([number]) => ({ file, number })),
    ),
  )
}

describe('the clauses of the bundle format', () => {
  test('are numbered in their order, each number once, without a gap', () => {
    const [chapters] = [[...format.matchAll(/^## (\d+)\. /gm)].map(([, chapter]) => Number(chapter))]
    expect(chapters).toEqual(chapters.map((_, index) => index + 1))
    const expected = chapters.flatMap((chapter) =>
      numbers
        .filter((number) => number.startsWith(`${chapter}.`))
        .map((_, index) => `${chapter}.${index + 1}`),
    )
    expect(numbers).toEqual(expected)
    expect(numbers.length).toBeGreaterThan(90)
  })

  test('are proven by at least one test each, unless they ask for nothing', async () => {
    const cited = new Set((await citedClauses()).map(({ number }) => number))
    const open = clauses.filter(({ number, asksForSomething }) => asksForSomething && !cited.has(number))
    expect(open.map(({ number }) => number)).toEqual([])
  })

  test('are there when a test cites them', async () => {
    const unknown = (await citedClauses()).filter(({ number }) => !numbers.includes(number))
    expect(unknown).toEqual([])
  })

  test('are there when another clause points to them', () => {
    // "(7.4)" and "(2.3)" in the text, apart from numbers of versions and of standards.
    const pointed = [...format.matchAll(/\((\d+\.\d+)\)/g)].map(([, number = '']) => number)
    expect(pointed.filter((number) => !numbers.includes(number))).toEqual([])
    expect(pointed.length).toBeGreaterThan(5)
  })

  test('name only schemas that are there', async () => {
    const linked = [...format.matchAll(/\]\(schema\/([^)]+\.json)\)/g)].map(([, name = '']) => name)
    const there = await readdir(new URL('docs/schema/', root))
    expect(linked.length).toBeGreaterThan(5)
    expect(linked.filter((name) => !there.includes(name))).toEqual([])
  })
})
