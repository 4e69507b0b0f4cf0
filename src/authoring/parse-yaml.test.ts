import { LineCounter, parseDocument } from 'yaml'
import { describe, expect, test } from 'vitest'
import { deepestYaml, parseYaml } from './parse-yaml'

const errorsOf = (text: string): string[] =>
  parseYaml(text, new LineCounter()).errors.map(({ message }) => message)

describe('YAML is parsed as the library does it', () => {
  test.each([
    'a: 1',
    '',
    '# nothing',
    '- a\n- b: c\n',
    'a: [1, {b: c}]',
    '"x',
    'a: &a 1\nb: *a',
    '---\na\n---\nb',
  ])('%j', (text) => {
    const [ours, theirs] = [parseYaml(text, new LineCounter()), parseDocument(text)]
    expect(ours.toJS()).toEqual(theirs.toJS())
    expect(ours.errors.length).toBe(theirs.errors.length)
  })
})

describe('YAML that is nested too deeply', () => {
  test.each([
    ['brackets', '['],
    ['braces, which took minutes or ended the process', '{'],
    ['maps in braces', '{a: '],
    ['lists in one line', '- '],
    ['explicit keys, which took minutes', '? '],
  ])('%s is told at once', (_, sign) => {
    expect(errorsOf(sign.repeat(20_000))).toEqual(['nested too deeply'])
  })

  test('by indenting', () => {
    const lines = Array.from({ length: deepestYaml + 1 }, (_, depth) => `${' '.repeat(depth)}a:\n`)
    expect(errorsOf(lines.join(''))).toEqual(['nested too deeply'])
  })

  test('does not include what a person writes', () => {
    const deep = '['.repeat(deepestYaml / 2)
    expect(errorsOf(deep + deep.replaceAll('[', ']'))).toEqual([])
  })
})
