import { expect, test } from 'vitest'
import { flawLine } from './flaw-lines'
import { printable } from './printable'

test.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['a\u202egnp.exe', 'a\\u202egnp.exe'],
  ['a\rb\0', 'a\\u000db\\u0000'],
  ['\ud800', '\\ud800'],
  ['Sjögren: 10 µg → 👩‍👩‍👧, עברית', 'Sjögren: 10 µg → 👩‍👩‍👧, עברית'],
  ['a\tb\nc', 'a\tb\nc'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('the line of a flaw does nothing to a terminal, whatever the bundle holds', () => {
  const line = flawLine({ code: 'UNSAFE_NAME', at: 'a\u001b[31m', detail: '\u202e' })
  expect(line).toContain('a\\u001b[31m  UNSAFE_NAME')
  expect(line).toContain('(\\u202e)')
})
