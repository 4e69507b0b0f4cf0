import { describe, expect, it } from 'vitest'
import { sandboxAdvice } from './sandbox.mjs'

const apparmor = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'

/** @param {Record<string, string>} settings */
const userOn = (settings) => ({
  platform: /** @type {const} */ ('linux'),
  uid: 1000,
  read: (/** @type {string} */ file) => settings[file] ?? '',
})

describe('sandboxAdvice', () => {
  it('says which helper to mark where the kernel bars plain users', () => {
    const advice = sandboxAdvice('/cache/33.3.0', userOn({ [apparmor]: '1\n' }))
    expect(advice).toContain("sudo chmod 4755 '/cache/33.3.0/chrome-sandbox'")
  })

  it.each([
    ['the kernel bars nobody', userOn({ [apparmor]: '0\n' })],
    ['the kernel has no such setting', userOn({})],
    ['we are root', { ...userOn({ [apparmor]: '1' }), uid: 0 }],
    ['this is not Linux', { ...userOn({ [apparmor]: '1' }), platform: /** @type {const} */ ('darwin') }],
  ])('is silent where %s', (_, system) => {
    expect(sandboxAdvice('/cache/33.3.0', system)).toBeNull()
  })
})
