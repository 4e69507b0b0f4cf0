import { describe, expect, it } from 'vitest'
import { electronEnvironment, sandboxArguments, withAbsoluteCapture } from './launch.mjs'

describe('sandboxArguments', () => {
  it('switches the sandbox off for root on Linux, and for nobody else', () => {
    expect(sandboxArguments({ uid: 0, platform: 'linux' })).toEqual(['--no-sandbox'])
    expect(sandboxArguments({ uid: 1000, platform: 'linux' })).toEqual([])
    expect(sandboxArguments({ uid: 0, platform: 'darwin' })).toEqual([])
    expect(sandboxArguments({ uid: undefined, platform: 'win32' })).toEqual([])
  })
})

describe('withAbsoluteCapture', () => {
  it.each([
    [
      ['--capture', 'a.png'],
      ['--capture', '/home/me/a.png'],
    ],
    [['--capture=b/a.png'], ['--capture=/home/me/b/a.png']],
    [
      ['--capture', '/tmp/a.png'],
      ['--capture', '/tmp/a.png'],
    ],
    [
      ['x.lectern', '--other', '--', 'y=z'],
      ['x.lectern', '--other', '--', 'y=z'],
    ],
    [['lectern://ldn/conditions/x?a=b&c=d e'], ['lectern://ldn/conditions/x?a=b&c=d e']],
    [['--capture'], ['--capture']],
    [[], []],
  ])('%j', (args, expected) => {
    expect(withAbsoluteCapture(args, '/home/me')).toEqual(expected)
  })
})

describe('electronEnvironment', () => {
  it('does not let an editor’s terminal turn Electron into Node', () => {
    expect(electronEnvironment({ ELECTRON_RUN_AS_NODE: '1', HOME: '/root' })).toEqual({ HOME: '/root' })
  })

  it.each([
    [{ WAYLAND_DISPLAY: 'w' }, 'wayland'],
    [{ WAYLAND_DISPLAY: 'w', DISPLAY: ':0' }, undefined],
    [{ DISPLAY: ':0' }, undefined],
    [{ WAYLAND_DISPLAY: 'w', ELECTRON_OZONE_PLATFORM_HINT: 'x11' }, 'x11'],
  ])('with %j names the platform %s', (env, hint) => {
    expect(electronEnvironment(env)['ELECTRON_OZONE_PLATFORM_HINT']).toBe(hint)
  })
})
