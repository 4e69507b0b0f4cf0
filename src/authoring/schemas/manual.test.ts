import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { splitFrontMatter } from '../front-matter'
import { jsonSchemas } from './json-schemas'
import { publishedSchemas } from './schema-list'

/* docs/authoring.md is what authors go by, so what it shows must pass, and what they may write must stand there. */

const manual = await readFile(new URL('../../../docs/authoring.md', import.meta.url), 'utf8')

/** By which key an example is told from the others, the first that fits. */
const kinds: readonly (readonly [key: string, schema: string])[] = [
  ['summaries', 'evidence-yaml'],
  ['regimens', 'regimens-yaml'],
  ['terms', 'glossary-yaml'],
  ['resources', 'resources-yaml'],
  ['claims', 'claims-yaml'],
  ['expires', 'bundle-yaml'],
  ['level', 'handout-head'],
  ['seen', 'source-head'],
  ['reviewed', 'condition-head'],
  ['passages', 'source-head'],
]

const examples = [...manual.matchAll(/^```(yaml|markdown)\n([^]*?)^```$/gm)].map(
  ([, language, text = '']) => {
    const yaml = language === 'yaml' ? text : (splitFrontMatter(text)?.yaml ?? '')
    const value = parse(yaml) as Readonly<Record<string, unknown>>
    const [key, schema] = kinds.find(([each]) => each in value) ?? ['', 'none']
    // Passages by themselves are shown as a part of a front matter.
    return { schema, value: key === 'passages' ? { id: 'part', ...value } : value }
  },
)

describe('the examples of docs/authoring.md', () => {
  test('show each kind of file', () => {
    expect(new Set(examples.map(({ schema }) => schema))).toEqual(new Set(kinds.map(([, schema]) => schema)))
  })

  test.each(examples)('pass: $schema', ({ schema, value }) => {
    const read = publishedSchemas[schema]?.schema.safeParse(value)
    expect(read?.error?.issues).toBeUndefined()
    expect(read?.success).toBe(true)
  })

  test.each([...new Set(kinds.map(([, schema]) => schema))])(
    'name each field that may be written: %s',
    (name) => {
      const fields = fieldsIn(JSON.parse(jsonSchemas().get(name) ?? ''))
      expect(fields.length).toBeGreaterThan(1)
      expect(fields.filter((field) => !new RegExp(`\\b${field}:(?: |$)`, 'm').test(manual))).toEqual([])
    },
  )
})

/** The names of all fields in a JSON Schema. */
function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const here = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...here, ...Object.values(schema).flatMap(fieldsIn)]
}
