import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, developmentPolicy } from './content-security-policy'

const directivesOf = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return [name, values] as const
    }),
  )
const directives = directivesOf(contentSecurityPolicy)

describe('the content security policy', () => {
  it('names each directive once, in words that Chromium knows', () => {
    expect(contentSecurityPolicy.split(';')).toHaveLength(directives.size)
    for (const name of directives.keys()) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  })

  it.each([
    ['default-src', ["'none'"]],
    ['script-src', ["'self'"]],
    ['worker-src', ["'self'"]],
    ['frame-src', ['lectern-app://desk/_documents/']],
    ['style-src', ["'self'"]],
    ['font-src', ["'self'"]],
    ['img-src', ["'self'"]],
    ['connect-src', ["'self'", 'lectern-bundle:']],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['frame-ancestors', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
    ['trusted-types', ['vue', 'lectern']],
  ])('lets %s be %j', (name, values) => expect(directives.get(name)).toEqual(values))

  it.each(['object-src', 'child-src', 'media-src', 'manifest-src'])(
    'leaves %s to the default, which is nothing',
    (name) => expect(directives.has(name)).toBe(false),
  )

  it.each([
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'wasm-unsafe-eval'",
    "'unsafe-hashes'",
    "'strict-dynamic'",
    "'allow-duplicates'",
    '*',
    'http:',
    'https:',
    'ws:',
    'wss:',
    'data:',
    'blob:',
    'file:',
    'filesystem:',
  ])('never says %s', (word) => expect([...directives.values()].flat()).not.toContain(word))
})

describe('the policy of development', () => {
  const loosened = directivesOf(developmentPolicy('http://localhost:5173'))

  it('adds inline styles and the socket of hot reload, and takes Trusted Types away', () => {
    expect(loosened.get('style-src')).toEqual(["'self'", "'unsafe-inline'"])
    expect(loosened.get('connect-src')).toEqual(["'self'", 'ws://localhost:5173', 'lectern-bundle:'])
    expect(loosened.has('require-trusted-types-for')).toBe(false)
    expect(loosened.has('trusted-types')).toBe(false)
  })

  it('is in all else the same', () => {
    const changed = ['style-src', 'connect-src', 'require-trusted-types-for', 'trusted-types']
    const rest = (all: Map<string, string[]>): unknown => [...all].filter(([name]) => !changed.includes(name))
    expect(rest(loosened)).toEqual(rest(directives))
  })
})
