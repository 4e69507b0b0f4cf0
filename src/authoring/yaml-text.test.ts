import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { YamlText } from './yaml-text'

function read(text: string, firstLine = 1): { yaml: YamlText; told: string[] } {
  const told: string[] = []
  const yaml = new YamlText(
    text,
    (code, line, detail) => told.push(`${line} ${code} ${detail ?? ''}`),
    firstLine,
  )
  return { yaml, told }
}

const schema = z.strictObject({
  id: z.string(),
  list: z.array(z.strictObject({ n: z.number(), is: z.enum(['a', 'b']).optional() })).default([]),
})

describe('a sound text', () => {
  test('is read as its schema says', () => {
    const { yaml, told } = read('id: x\nlist:\n  - n: 1\n')
    expect(yaml.read(schema)).toEqual({ id: 'x', list: [{ n: 1 }] })
    expect(told).toEqual([])
  })

  test('keeps days, versions and times as text', () => {
    expect(read('a: 2026-11-22\nb: 1.0.0\nc: 12:30\nd: no\n').yaml.value).toEqual({
      ...{ a: '2026-11-22', b: '1.0.0', c: '12:30', d: 'no' },
    })
  })

  test('knows the line of each value', () => {
    const { yaml } = read('id: x\nlist:\n  - n: 1\n    is: a\n  - { n: 2,\n      is: b }\n', 11)
    expect(yaml.lineOf([])).toBe(11)
    expect(yaml.lineOf(['list'])).toBe(12)
    expect(yaml.lineOf(['list', 0, 'is'])).toBe(14)
    expect(yaml.lineOf(['list', 1, 'is'])).toBe(16)
    expect(yaml.lineOf(['list', 1, 'nothing'])).toBe(15)
    expect(yaml.lineOf(['nothing'])).toBe(11)
  })
})

describe('§16.2 a field is told with its line', () => {
  test.each([
    ['that is missing', 'list: []', '1 BAD_FIELD id: missing'],
    ['that is unknown', 'id: x\nlits: []', '2 BAD_FIELD lits: unknown'],
    ['that is unknown further down', 'id: x\nlist:\n  - n: 1\n    m: 2', '4 BAD_FIELD list.0.m: unknown'],
    ['that is empty', 'id:\n', '1 BAD_FIELD id: empty; write a value or leave the field out'],
    ['that needs quotes', '\nid: 2024', '2 BAD_FIELD id: must be text; put it in quotes'],
    ['of the wrong kind', 'id: x\nlist: 3', '2 BAD_FIELD list: expected array, received number'],
    [
      'of no known choice',
      'id: x\nlist:\n  - { n: 1, is: c }',
      '3 BAD_FIELD list.0.is: expected one of "a"|"b"',
    ],
    [
      'that a comma has cut off',
      'id: x\nlist:\n  - { n: 1, why: one, and two }',
      '3 BAD_FIELD list.0.and two: unknown; between { and } a text with a comma stands in quotes',
    ],
  ])('%s', (_, text, flaw) => {
    const { yaml, told } = read(text)
    expect(yaml.read(schema)).toBeNull()
    expect(told).toContain(flaw)
  })

  test('each of them, not only the first', () => {
    const { yaml, told } = read('ID: x\nlist:\n  - n: one\n    a: 1\n    b: 2\n')
    yaml.read(schema)
    expect(told.map((line) => line.split(' ')[0]).sort()).toEqual(['1', '1', '3', '4', '5'])
  })

  test('of a part, with the path from the top', () => {
    const { yaml, told } = read('list:\n  - n: x\n')
    yaml.read(schema.shape.list.unwrap().element, ['list', 0])
    expect(told).toEqual(['2 BAD_FIELD list.0.n: expected number, received string'])
  })
})

describe('a broken text is told and not read', () => {
  test.each([
    ['a key that stands twice', 'id: x\nid: y', 2],
    ['a tab that indents', 'list:\n\t- n: 1', 2],
    ['a quote without end', 'id: "x\nlist: []', 2],
    ['a colon in a plain text', 'id: a: b', 1],
    ['a bracket without end', 'id: x\nlist: [', 2],
    ['a second document', 'id: x\n---\nid: y', 2],
    ['a tag', 'id: !js x', 1],
    ['an alias without an anchor', 'id: *x', 1],
    ['a key that is a list', '[a]: b', 1],
    ['aliases that multiply', `a: &a [${'x,'.repeat(9)}]\n${multiplied('abcdefgh')}`, 1],
    ['brackets nested without end', '['.repeat(20_000), 1],
  ])('%s', (_, text, line) => {
    const { yaml, told } = read(text)
    expect(told[0]).toMatch(new RegExp(`^${line} BAD_YAML .`))
    const before = told.length
    yaml.read(schema)
    expect(told.length).toBe(before)
  })

  test('without burying the cause under its consequences', () => {
    expect(read(Array.from({ length: 100 }, () => 'a: [').join('\n')).told.length).toBeLessThanOrEqual(10)
  })
})

/** `b: &b [*a,*a,…]` and so on: each list holds the one before nine times. */
function multiplied(names: string): string {
  return [...names.slice(1)]
    .map((name, index) => `${name}: &${name} [${`*${names.charAt(index)},`.repeat(9)}]`)
    .join('\n')
}
