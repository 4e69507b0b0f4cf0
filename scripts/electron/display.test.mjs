import { existsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { heard } from '../testing/quiet.mjs'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { ensureDisplay, hasDisplay } from './display.mjs'
import { randomAuthority } from './x-authority.mjs'

describe('hasDisplay', () => {
  it.each([
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{ DISPLAY: '' }, 'linux', false],
    [{}, 'linux', false],
    [{}, 'darwin', true],
    [{}, 'win32', true],
  ])('with %j on %s: %s', (env, platform, expected) => {
    expect(hasDisplay(env, /** @type {NodeJS.Platform} */ (platform))).toBe(expected)
  })
})

describe('ensureDisplay', () => {
  it('leaves a display that is there alone', async () => {
    const env = { DISPLAY: ':7', OTHER: 'x' }
    expect(await ensureDisplay(env)).toBe(env)
  })

  describe.runIf(process.platform === 'linux')('where there is none', () => {
    it('hears a server out, which dies if it cannot finish its word', async () => {
      const told = heard()
      const folder = pretendXvfb(
        "printf 7 >&3; sleep 0.1; printf '\\n' >&3 && touch finished; exec 3>&-; sleep 9",
      )
      const env = await ensureDisplay({ HOME: '/root' })
      expect(env).toMatchObject({ HOME: '/root', DISPLAY: ':7' })
      expect(existsSync(path.join(folder, 'finished'))).toBe(true)
      expect(statSync(String(env['XAUTHORITY'])).mode & 0o777).toBe(0o600)
      expect(told()).toContain('Xvfb :7')
    })

    it('passes on what a server says that does not start', async () => {
      pretendXvfb('echo no room for a screen >&2; exit 1')
      await expect(ensureDisplay({})).rejects.toThrow(/did not start\. no room for a screen/)
    })
  })
})

/**
 * Puts a program of our own in Xvfb's place, which runs in the returned folder.
 * @param {string} commands for the shell
 */
function pretendXvfb(commands) {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'Xvfb'), `#!/bin/sh\ncd '${folder}'\n${commands}\n`, { mode: 0o755 })
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env['PATH']}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  return folder
}

describe('randomAuthority', () => {
  it('is one entry for any host and display, as xauth writes it', () => {
    const bytes = randomAuthority()
    expect(bytes.subarray(0, 6).toString('hex')).toBe('ffff00000000')
    expect(bytes.subarray(6, 8).readUInt16BE()).toBe(18)
    expect(bytes.subarray(8, 26).toString()).toBe('MIT-MAGIC-COOKIE-1')
    expect(bytes.subarray(26, 28).readUInt16BE()).toBe(16)
    expect(bytes).toHaveLength(44)
  })

  it('is another secret each time', () => {
    expect(randomAuthority().equals(randomAuthority())).toBe(false)
  })
})
