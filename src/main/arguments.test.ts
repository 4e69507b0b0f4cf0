import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments'

const nothing = {
  bundle: null,
  place: null,
  badAddress: false,
  capture: null,
  preview: null,
  sayPainted: false,
  size: null,
}

describe('the arguments of a start', () => {
  it.each([
    ['nothing', [], {}],
    ['a file', ['/home/a/ldn.lectern'], { bundle: '/home/a/ldn.lectern' }],
    ['a file of Windows', ['C:\\bundles\\ldn.lectern'], { bundle: 'C:\\bundles\\ldn.lectern' }],
    ['a file with spaces', ['my bundle.lectern'], { bundle: 'my bundle.lectern' }],
    ['the first of two files', ['a.lectern', 'b.lectern'], { bundle: 'a.lectern' }],
    ['an address', ['lectern://ldn/claims'], { place: { bundle: 'ldn', path: '/claims' } }],
    ['an address in capitals', ['LECTERN://ldn/'], { place: { bundle: 'ldn', path: '/' } }],
    [
      'a file and an address',
      ['a.lectern', 'lectern://ldn/'],
      { bundle: 'a.lectern', place: { bundle: 'ldn', path: '/' } },
    ],
    [
      'an address and a file',
      ['lectern://ldn/', 'a.lectern'],
      { bundle: 'a.lectern', place: { bundle: 'ldn', path: '/' } },
    ],
    ['a picture', ['--capture', 'x.png'], { capture: 'x.png' }],
    ['a picture, joined', ['--capture=x.png'], { capture: 'x.png' }],
    ['a picture whose name has "="', ['--capture=a=b.png'], { capture: 'a=b.png' }],
    ['a preview', ['--preview', '/tmp/p/preview.json'], { preview: '/tmp/p/preview.json' }],
    ['a preview, joined', ['--preview=a b.json'], { preview: 'a b.json' }],
    ['to say when it is painted', ['--say-painted'], { sayPainted: true }],
    ['a size', ['--size', '1440x900'], { size: { width: 1440, height: 900 } }],
    [
      'all together',
      ['--size=800x600', 'a.lectern', '--capture', 'x.png'],
      { bundle: 'a.lectern', capture: 'x.png', size: { width: 800, height: 600 } },
    ],
    ['switches of Chromium', ['--no-sandbox', '--inspect=9229', '-psn_0_1', '.'], { bundle: '.' }],
  ])('%s', (_what, args, expected) => expect(readArguments(args)).toEqual({ ...nothing, ...expected }))

  it.each([
    ['no bundle', 'lectern:///claims'],
    ['a user', 'lectern://me@ldn/'],
    ['a bundle in capitals', 'lectern://LDN/'],
    ['no slashes', 'lectern:ldn'],
    ['nothing more', 'lectern:'],
  ])('an address with %s is bad, and no file', (_what, address) => {
    expect(readArguments([address])).toEqual({ ...nothing, badAddress: true })
  })

  it.each(['http://ldn/', 'file:///x', 'javascript:alert(1)', 'lectern-app://desk/'])(
    'the address %s is at most the name of a file that does not exist',
    (address) => expect(readArguments([address])).toEqual({ ...nothing, bundle: address }),
  )

  it.each([
    '1440',
    '1440x',
    'x900',
    '99x99',
    '14400x900',
    '-800x600',
    '800x600.5',
    '800 x 600',
    '1e3x900',
    '',
  ])('the size %j is passed over, and is no file', (size) => {
    expect(readArguments(['--size', size])).toEqual(nothing)
    expect(readArguments([`--size=${size}`])).toEqual(nothing)
  })

  it.each([[['--capture']], [['--size']], [['--preview']], [['a.lectern', '--capture']]])(
    '%j lacks its value',
    (args) => {
      expect(readArguments(args)).toMatchObject({ capture: null, size: null, preview: null })
    },
  )
})
