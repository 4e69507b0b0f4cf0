import os from 'node:os'
import { expect, it } from 'vitest'
import { electronCache } from './cache.mjs'

it.each([
  [{ LECTERN_CACHE: '/c', XDG_CACHE_HOME: '/x' }, '/c/electron'],
  [{ XDG_CACHE_HOME: '/x' }, '/x/lectern/electron'],
  [{ LECTERN_CACHE: 'c', INIT_CWD: '/home/me' }, '/home/me/c/electron'],
  [{}, `${os.homedir()}/.cache/lectern/electron`],
])('with %j the cache is %s', (env, expected) => {
  expect(electronCache(env)).toBe(expected)
})
