import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { attemptKey, forgetFailure, rememberedFailure, rememberFailure } from './failed-attempt.mjs'

const hour = 60 * 60 * 1000
const note = () => path.join(temporaryFolder(), 'cache', 'note.json')
const attempt = { at: 1_000_000_000_000, key: 'k', reason: 'nothing came' }

describe('a failed attempt', () => {
  it.each([
    ['for a day', 23 * hour, 'k', attempt],
    ['not longer', 25 * hour, 'k', null],
    ['not for another version, mirror or proxy', hour, 'other', null],
    ['not when the clock was set back', -hour, 'k', null],
  ])('is remembered %s', async (_, later, key, expected) => {
    const file = note()
    await rememberFailure(file, attempt)
    expect(await rememberedFailure(file, key, attempt.at + later)).toEqual(expected)
  })

  it('can be forgotten', async () => {
    const file = note()
    await rememberFailure(file, attempt)
    await forgetFailure(file)
    expect(await rememberedFailure(file, 'k', attempt.at)).toBeNull()
  })

  it.each(['', 'null', '{}', '[1]', '{"at":"now","key":"k","reason":"r"}', '{"at":1000000000000,"key":"k"}'])(
    'counts as none when its note is damaged: %s',
    async (text) => {
      const file = path.join(temporaryFolder(), 'note.json')
      writeFileSync(file, text)
      expect(await rememberedFailure(file, 'k', attempt.at)).toBeNull()
    },
  )
})

describe('attemptKey', () => {
  const key = attemptKey('45.4.1', { PATH: '/bin' })

  it('changes with the version, the mirror and the proxy, and with nothing else', () => {
    expect(attemptKey('45.4.1', { PATH: '/usr/bin', HOME: '/root' })).toBe(key)
    expect(attemptKey('45.4.2', {})).not.toBe(key)
    expect(attemptKey('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/' })).not.toBe(key)
    expect(attemptKey('45.4.1', { npm_config_electron_mirror: 'https://mirror.example/' })).not.toBe(key)
    expect(attemptKey('45.4.1', { https_proxy: 'http://proxy.example' })).not.toBe(key)
  })

  it('writes no password of a proxy to disk', async () => {
    const file = note()
    const secret = attemptKey('45.4.1', { HTTPS_PROXY: 'http://me:hunter2@proxy.example' })
    await rememberFailure(file, { at: 1, key: secret, reason: 'r' })
    expect(readFileSync(file, 'utf8')).not.toContain('hunter2')
  })
})
