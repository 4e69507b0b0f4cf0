import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from './front-matter'

describe('front matter', () => {
  test.each([
    ['---\na: 1\nb: 2\n---\nBody\n', { yaml: 'a: 1\nb: 2', yamlLine: 2, body: 'Body\n', bodyLine: 5 }],
    ['---\na: 1\n---', { yaml: 'a: 1', yamlLine: 2, body: '', bodyLine: 4 }],
    ['---\n---\nBody', { yaml: '', yamlLine: 2, body: 'Body', bodyLine: 3 }],
    ['--- \na: 1\n---\t\n\n---\n', { yaml: 'a: 1', yamlLine: 2, body: '\n---\n', bodyLine: 4 }],
  ])('%j is taken apart', (text, parts) => expect(splitFrontMatter(text)).toEqual(parts))

  test.each([
    '',
    'Body',
    '\n---\na: 1\n---\n',
    '---\na: 1\n',
    '----\na: 1\n----\n',
    ' ---\na: 1\n---\n',
    '---\na: 1\n--- x\n',
  ])('%j has none', (text) => expect(splitFrontMatter(text)).toBeNull())
})
