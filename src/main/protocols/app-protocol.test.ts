import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileFor } from './app-protocol'

const root = join(import.meta.dirname, '../renderer')

describe('the file of the window that a path names', () => {
  it.each([
    ['/assets/index-abc.js', 'assets/index-abc.js'],
    ['/assets/fonts/inter.woff2', 'assets/fonts/inter.woff2'],
    ['/assets/a%20b.css', 'assets/a b.css'],
    ['/assets/./index.js', 'assets/index.js'],
  ])('%s is %s', (path, file) => expect(fileFor(path)).toBe(join(root, file)))

  it.each([
    '/',
    '',
    '/ldn',
    '/ldn/conditions/fibromyalgia',
    '/ldn/paper/handouts/fm-easy',
    '/index.html',
    '/main/index.js',
    '/assets',
    '/../main/index.js',
    '/%2e%2e/package.json',
    '/..%2f..%2fetc/passwd',
    '//example.org/x.js',
    '/ASSETS/index.js',
  ])('%s is a route, and gets the one page', (path) => expect(fileFor(path)).toBe(join(root, 'index.html')))

  it.each([
    '/assets/../../main/index.js',
    '/assets/..%2f..%2fmain%2findex.js',
    '/assets/%2e%2e/%2e%2e/main/index.js',
    '/assets/../../../../../../../etc/passwd',
    '/assets/../../renderer-other/x.js',
    '/assets/../..',
    '/assets/..',
    '/assets/..\\..\\main\\index.js',
    '/assets/..%5c..%5cmain',
    '/assets/x%00.js',
    '/assets/%',
    '/assets/%zz',
    '/assets/%c3',
    '/%ff',
  ])('%s is none', (path) => expect(fileFor(path)).toBeNull())

  it('is the same however the address was written before it was parsed', () => {
    for (const address of ['lectern-app://desk/assets/../assets/x.js', 'lectern-app://desk/assets/%2e/x.js'])
      expect(fileFor(new URL(address).pathname)).toBe(join(root, 'assets/x.js'))
  })
})
