// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { Chain } from '../bundle'
import { condition, findingData, statementData, summary } from '../bundle/test-content'
import { queryFor, routeOf, router } from './router'

/* Which screen a route shows is for the end-to-end tests; here only the routes and the queries are. */
vi.mock('./screens/DeskScreen.vue', () => ({ default: {} }))
vi.mock('./screens/OverviewScreen.vue', () => ({ default: {} }))

const nameOf = (path: string): unknown => router.resolve(routeOf('ldn', path)).name

describe('the route of a path in a bundle', () => {
  it.each([
    ['/', 'overview'],
    ['/conditions/fibromyalgia', 'condition'],
    ['/conditions/fibromyalgia?statement=fm-pain', 'condition'],
    ['/claims', 'claims'],
    ['/handouts', 'handouts'],
    ['/handouts/fm-easy', 'handout'],
    ['/sources/younger2013', 'source'],
    ['/about', 'about'],
    ['/settings', 'settings'],
    ['/paper/conditions/fibromyalgia', 'paper'],
    ['/paper/handouts/fm-easy', 'paper'],
  ])('%s is the screen %s', (path, name) => expect(nameOf(path)).toBe(name))

  it.each([
    '/conditions',
    '/conditions/',
    '/conditions/a/b',
    '/paper',
    '/paper/sources/younger2013',
    '/paper/conditions/a/b',
    '/nowhere',
    '//example.org/x',
    '/claims/fm-1',
  ])('%s is nowhere', (path) => expect(nameOf(path)).toBe('nowhere'))

  it('stays in the bundle, whatever the path is', () => {
    for (const path of ['/', '/claims', '//example.org', '/../other', '/conditions/a%2F..%2Fb'])
      expect(String(routeOf('ldn', path)).startsWith('/ldn')).toBe(true)
    expect(router.resolve(routeOf('ldn', '/sources/a?passage=b&q=c%20d'))).toMatchObject({
      params: { bundle: 'ldn', id: 'a' },
      query: { passage: 'b', q: 'c d' },
    })
  })
})

describe('the query that chooses one level of the chain', () => {
  const chain = new Chain(condition(statementData('s1', 'f1', 'f2'), statementData('s2', 'f1')), [
    summary(findingData('f1', 'p1', 'p2'), findingData('f2', 'p2'), findingData('f3', 'p3')),
  ])
  const now = chain.select({ statement: 's2' })

  it.each([
    ['a statement lets all else follow', 'statement', 's1', { statement: 's1' }],
    ['a finding of the statement keeps it', 'finding', 'f1', { statement: 's2', finding: 'f1' }],
    ['a finding of another statement lets go of it', 'finding', 'f2', { finding: 'f2' }],
    [
      'a passage of the finding keeps both',
      'passage',
      'p2',
      { statement: 's2', finding: 'f1', passage: 'p2' },
    ],
    ['a passage of another finding lets go of both', 'passage', 'p3', { passage: 'p3' }],
  ] as const)('%s', (_what, level, id, query) => expect(queryFor(level, id, now)).toEqual(query))

  it.each(['statement', 'finding', 'passage'] as const)(
    'is the %s alone when nothing is selected',
    (level) => {
      expect(queryFor(level, 'x', null)).toEqual({ [level]: 'x' })
      expect(queryFor(level, 'x', chain.select({}))).toEqual({ [level]: 'x' })
    },
  )

  it('always selects what was chosen, and a chain that holds together', () => {
    const choices = [
      ...['s1', 's2'].map((id) => ['statement', id] as const),
      ...['f1', 'f2', 'f3'].map((id) => ['finding', id] as const),
      ...['p1', 'p2', 'p3'].map((id) => ['passage', id] as const),
    ]
    for (const [before, first] of choices) {
      for (const [level, id] of choices) {
        const then = chain.select(queryFor(level, id, chain.select(queryFor(before, first, null))))
        expect(then[level]?.id).toBe(id)
        expect(then.unknown).toEqual([])
        const { statement, finding, passage } = then
        if (statement !== null) expect(statement.findings).toContain(finding?.id)
        expect(finding?.passages).toContainEqual(passage)
      }
    }
  })
})
