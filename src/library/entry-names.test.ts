import { describe, expect, it } from 'vitest'
import { EntryNames, nameProblem } from './entry-names'

describe('§2.3 a name', () => {
  it.each([
    'bundle.json',
    'data/sources/bruun2024.json',
    'data/Sjögren.md',
    'a b/c.d.e',
    '…/x',
    'data/日本.json',
  ])('may be %s', (name) => {
    expect(nameProblem(name)).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['absolute', '/etc/passwd'],
    ['a drive', 'C:/x'],
    ['a drive without a slash', 'c:x'],
    ['an alternate stream', 'bundle.json:hidden'],
    ['climbing', '../x'],
    ['climbing within', 'data/../../x'],
    ['climbing at the end', 'data/..'],
    ['staying', './x'],
    ['staying within', 'data/./x'],
    ['an empty part', 'data//x'],
    ['a folder', 'data/'],
    ['a backslash', 'data\\x'],
    ['climbing as Windows writes it', '..\\x'],
    ['a NUL', 'x\0.json'],
    ['a line end', 'x\n.json'],
    ['a control character of the upper range', 'x\u0085'],
    ['a wildcard', '*.json'],
    ['a question', 'x?.json'],
    ['a pipe', 'x|y'],
    ['a quote', '"x"'],
    ['angle brackets', '<x>'],
    ['bytes that were no text', 'x\ufffd'],
    ['a dot at the end', 'x.'],
    ['a dot at the end of a folder', 'x./y'],
    ['a space at the end', 'x '],
    ['three dots', '...'],
    ['a device', 'nul'],
    ['a device with an ending', 'data/CON.json'],
    ['a device as a folder', 'aux/x'],
    ['a numbered device', 'com1.txt'],
    ['a device with a superscript', 'LPT¹'],
    ['a device with spaces', 'prn  .txt'],
    ['the console', 'conin$'],
    ['a part of 256 characters', `data/${'x'.repeat(256)}`],
    ['more than 1,000 characters', 'x/'.repeat(501) + 'x'],
  ])('may not be %s', (_, name) => {
    expect(nameProblem(name)).not.toBeNull()
  })

  it.each(['console.json', 'data/auxiliary.json', 'com10.txt', 'nullify', 'x/.hidden'])(
    'may resemble what is not allowed: %s',
    (name) => {
      expect(nameProblem(name)).toBeNull()
    },
  )
})

describe('§2.4 the names of a bundle', () => {
  const problemsOf = (...names: string[]) => {
    const all = new EntryNames()
    return names.map((name) => (name.endsWith('/') ? all.addFolder(name.slice(0, -1)) : all.add(name)))
  }

  it('may share folders', () => {
    expect(problemsOf('a/b/c', 'a/b/d', 'a/c', 'b', 'a/b/e/f', 'a/b/', 'a/b/')).toEqual(Array(7).fill(null))
  })

  it.each([
    ['stands there twice', ['a/x', 'a/x']],
    ['stands there twice', ['a/x', 'A/X']],
    ['stands there twice', ['sjögren', 'sjögren'.normalize('NFD')]],
    ['is both a file and a folder', ['a/b', 'a']],
    ['is both a file and a folder', ['a/b/c', 'A/B']],
    ['is both a file and a folder', ['a/', 'a']],
    ['lies in a folder that is a file', ['a', 'a/b']],
    ['lies in a folder that is a file', ['a', 'x/y', 'A/b/c']],
    ['lies in a folder that is a file', ['a', 'a/']],
  ])('may not clash: one %s', (problem, names) => {
    expect(problemsOf(...names).at(-1)).toBe(problem)
  })

  it('are looked at as folders too', () => {
    expect(problemsOf('../')).not.toEqual([null])
  })
})
