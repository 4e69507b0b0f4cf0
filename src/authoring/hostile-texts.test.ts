import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flaws as known } from '../bundle'
import { compileBundle } from './compile-bundle'
import { folderOf, smallFolder } from './fixtures/small-folder'
import { loadShard } from '../search'

const paths = Object.keys(smallFolder)
const hostile = fc.constantFrom(
  ...[
    '---\n',
    '\0',
    '\uFEFF',
    '\u202E',
    '\uD800',
    '[@',
    ':::note\n',
    ':statement[',
    ']{#',
    '{',
    '}',
    '|',
    '\t',
    '"',
  ],
  ...[
    '*',
    '<b',
    '- ',
    '> ',
    '&a ',
    '*a',
    '!!js ',
    '? ',
    ': ',
    '[',
    ']',
    '`',
    '\\',
    '\r',
    '# ',
    '## ',
    '__proto__: 1\n',
  ],
)

/** A file with a piece cut out and something else put in its place. */
const mutant = fc.record({
  path: fc.constantFrom(...paths),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 8 })),
})

test('whatever a file holds, compiling ends with flaws or with a bundle', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutant, { minLength: 1, maxLength: 4 }), async (mutants) => {
      const changes: Record<string, string> = {}
      for (const { path, at, cut, put } of mutants) {
        const text = changes[path] ?? smallFolder[path] ?? ''
        const start = Math.floor(at * text.length)
        changes[path] = text.slice(0, start) + put + text.slice(start + cut)
      }
      const { flaws, payload } = await compileBundle(folderOf(changes))
      expect(flaws.every(({ code }) => code in known)).toBe(true)
      for await (const { path, bytes } of payload ?? [])
        if (path.endsWith('.bin')) expect(loadShard(bytes).ok).toBe(true)
        else JSON.parse(new TextDecoder().decode(bytes))
    }),
    { numRuns: 150, seed: 20261122 },
  )
}, 60_000)
