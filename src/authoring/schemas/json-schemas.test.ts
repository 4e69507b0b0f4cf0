import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { isRow } from '../../search/row'
import { describedFields, wordsForField } from './field-words'
import { jsonSchemas, schemaFileName } from './json-schemas'
import { publishedSchemas } from './schema-list'
import { searchRowSchema } from './search-shard'

type Json = Readonly<Record<string, unknown>>

const folder = new URL('../../../docs/schema/', import.meta.url)
const schemas = jsonSchemas()
const parsed = (name: string): Json => JSON.parse(schemas.get(name) ?? '') as Json

/** Every object in a schema, with where it stands. */
function objectsIn(value: unknown, at = ''): { at: string; value: Json }[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, child]) => objectsIn(child, `${at}/${key}`))
  return Array.isArray(value) ? inner : [{ at, value: value as Json }, ...inner]
}

describe('docs/schema', () => {
  test('holds every published schema and nothing else', async () => {
    expect((await readdir(folder)).sort()).toEqual([...schemas.keys()].map(schemaFileName).sort())
  })

  // To bring them up to date: npx vitest run src/authoring/schemas -u
  test.each([...schemas])('%s is current', async (name, text) => {
    await expect(text).toMatchFileSnapshot(new URL(schemaFileName(name), folder).pathname)
  })

  test.each([...schemas.keys()])('%s says what it is of, and stands on its own', (name) => {
    const schema = parsed(name)
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:lectern:schema:1.0:${name}`,
      title: publishedSchemas[name]?.title,
    })
    for (const { value } of objectsIn(schema))
      if ('$ref' in value) expect(value['$ref']).toMatch(/^#(?:$|\/\$defs\/)/)
    const defined = Object.keys((schema['$defs'] ?? {}) as Json)
    expect(defined.filter((part) => part.startsWith('__'))).toEqual([])
  })
})

describe('a JSON Schema of a file that is authored', () => {
  const names = Object.keys(publishedSchemas).filter((name) => publishedSchemas[name]?.side === 'authoring')

  test.each(names)('§16.2 %s refuses keys that the format does not name', (name) => {
    const open = objectsIn(parsed(name)).filter(
      ({ value }) => 'properties' in value && value['additionalProperties'] !== false,
    )
    expect(open.map(({ at }) => at)).toEqual([])
  })

  test.each(names)('%s says of each field what it is for', (name) => {
    const silent = objectsIn(parsed(name)).filter(
      ({ at, value }) => /\/properties\/[^/]+$/.test(at) && value['description'] === undefined,
    )
    expect(silent.map(({ at }) => at)).toEqual([])
  })
})

describe('a JSON Schema of a file that is read', () => {
  const names = Object.keys(publishedSchemas).filter((name) => publishedSchemas[name]?.side === 'payload')

  test.each(names)('§16.1 %s passes over keys that the format does not name', (name) => {
    const closed = objectsIn(parsed(name)).filter(({ value }) => value['additionalProperties'] === false)
    expect(closed.map(({ at }) => at)).toEqual([])
  })
})

test('every word about a field is about a field that there is', () => {
  const used = new Set<string>()
  const walk = (value: unknown, holder: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      if (key === 'properties' || key === '$defs') {
        for (const [field, inner] of Object.entries(child as Json)) {
          if (key === 'properties')
            used.add(wordsForField(holder, field) === wordsForField('', field) ? field : `${holder}.${field}`)
          walk(inner, field)
        }
      } else walk(child, holder)
    }
  }
  for (const name of schemas.keys()) walk(parsed(name), name)
  expect(describedFields.filter((field) => !used.has(field))).toEqual([])
})

test.each([...schemas.keys()])('%s has no pattern that only some engines read', (name) => {
  const patterns = objectsIn(parsed(name)).flatMap(({ value }) =>
    typeof value['pattern'] === 'string' ? [value['pattern']] : [],
  )
  expect(patterns.filter((pattern) => /\\p|\(\?</.test(pattern))).toEqual([])
})

describe('names that Windows keeps for devices', () => {
  const id = (parsed('condition')['$defs'] as { id: { not: { pattern: string } } }).id

  test.each(['con', 'NUL', 'lpt3', 'Aux.json'])('%s is no id', (name) => {
    expect(new RegExp(id.not.pattern, 'u').test(name)).toBe(true)
  })

  test.each(['console', 'com10', 'a.nul'])('%s is one', (name) => {
    expect(new RegExp(id.not.pattern, 'u').test(name)).toBe(false)
  })
})

describe('§18.2 the schema of a search row', () => {
  const row = {
    kind: 'term',
    id: 'ldn',
    title: 'LDN',
    text: 'Low dose.',
    where: 'Glossary',
    path: '/glossary',
  }

  test.each([{}, { also: 'low dose', certainty: 'low', direction: 'better', conditions: ['fm'] }])(
    'reads, as the search core does, a row with %j',
    (more) => {
      expect(searchRowSchema.safeParse({ ...row, ...more }).success).toBe(true)
      expect(isRow({ ...row, ...more })).toBe(true)
    },
  )

  test.each([
    ['no known kind', { kind: 'page' }],
    ['no path', { path: undefined }],
    ['a number for its text', { text: 1 }],
    ['one text for its conditions', { conditions: 'fm' }],
    ['no bottom line', { isBottomLine: false }],
  ])('refuses, as the search core does, a row of or with %s', (_, change) => {
    expect(searchRowSchema.safeParse({ ...row, ...change }).success).toBe(false)
    expect(isRow({ ...row, ...change })).toBe(false)
  })
})
