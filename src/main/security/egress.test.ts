import { describe, expect, it } from 'vitest'
import { staysHere } from './egress'

const dev = 'http://localhost:5173/'

describe('a request stays on this machine', () => {
  it.each([
    'lectern-app://desk/assets/index.js',
    'lectern-bundle://ldn/bundle.json',
    'blob:lectern-app://desk/0-0',
    'data:text/plain,x',
    'devtools://devtools/bundled/x.js',
  ])('%s does', (address) => {
    expect(staysHere(address, undefined)).toBe(true)
    expect(staysHere(address, dev)).toBe(true)
  })

  it.each([
    'http://example.org/',
    'https://example.org/',
    'HTTPS://example.org/',
    'ws://example.org/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'file://server/share',
    'chrome-extension://abcdef/x.js',
    'chrome://gpu/',
    'about:blank',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'stun:example.org',
    'lectern://ldn/',
    'lectern-app2://desk/',
    'view-source:lectern-app://desk/',
    'http://localhost/',
    'http://127.0.0.1:5173/',
    '//example.org/',
    'example.org',
    '',
  ])('%s does not', (address) => {
    expect(staysHere(address, undefined)).toBe(false)
    expect(staysHere(address, dev)).toBe(false)
  })

  it.each([
    'http://localhost:5173/src/main.ts',
    'ws://localhost:5173/?token=x',
    'https://localhost:5173/',
    'wss://localhost:5173/',
  ])('%s does in development alone', (address) => {
    expect(staysHere(address, dev)).toBe(true)
    expect(staysHere(address, undefined)).toBe(false)
  })

  it.each([
    'http://localhost:5174/',
    'http://localhost:51730/',
    'http://localhost/5173',
    'http://localhost.evil:5173/',
    'http://evil/?localhost:5173',
    'http://localhost:5173@evil/',
    'ftp://localhost:5173/',
  ])('%s does not even in development', (address) => expect(staysHere(address, dev)).toBe(false))
})
