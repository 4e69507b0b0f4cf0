import { describe, expect, it } from 'vitest'
import type { Hit, RowKind } from '../../search'
import { hitAt, keysOf, paneOf, placeOf } from './hit-places'

const hit = (path: string, kind: RowKind = 'source'): Hit => ({
  row: { kind, id: 'x', title: 'x', text: 'x', where: 'x', path },
  bundle: 'ldn',
  score: 1,
  titleSegments: [],
  excerpt: [],
})

describe('the place of a hit', () => {
  it.each([
    ['/conditions/fm?statement=s', 'narrow', '/conditions/fm?statement=s&q=bad+dreams'],
    ['/conditions/fm?finding=f', 'narrow', '/conditions/fm?finding=f&pane=evidence&q=bad+dreams'],
    ['/conditions/fm?passage=p', 'middle', '/conditions/fm?passage=p&pane=source&q=bad+dreams'],
    ['/conditions/fm?passage=p', 'wide', '/conditions/fm?passage=p&q=bad+dreams'],
    ['/sources/a?page=3', 'narrow', '/sources/a?page=3&q=bad+dreams'],
    ['/claims?claim=c', 'wide', '/claims?claim=c&q=bad+dreams'],
    ['/conditions/fm', 'wide', '/conditions/fm?q=bad+dreams'],
  ] as const)('%s in a %s window is %s', (path, layout, place) => {
    expect(placeOf(hit(path).row, 'bad dreams', layout)).toBe(place)
  })

  it('is in no pane of the desk when it is not on the desk', () => {
    expect(paneOf(hit('/sources/a?passage=p').row)).toBeNull()
  })
})

describe('the hit that is shown', () => {
  const hits = [hit('/conditions/fm'), hit('/conditions/fm?statement=s'), hit('/conditions/fm?statement=s')]
  it.each([
    ['/conditions/fm', {}, -1, 0],
    ['/conditions/fm', { statement: 's', q: 'x' }, -1, 1],
    ['/conditions/fm', { statement: 's' }, 2, 2],
    ['/conditions/fm', { statement: 'other' }, 2, 0],
    ['/conditions/fm', { statement: ['s', 's'] }, -1, 0],
    ['/conditions/other', { statement: 's' }, 1, -1],
    ['/claims', {}, 0, -1],
  ])('at %s with %j after %i is %i', (path, query, last, at) => {
    expect(hitAt(hits, 'ldn', path, query, last)).toBe(at)
  })

  it('is none of another bundle that has the same path', () => {
    expect(hitAt(hits, 'other', '/conditions/fm', {}, 0)).toBe(-1)
  })

  it('is none where nothing was found', () => expect(hitAt([], 'ldn', '/claims', {}, 0)).toBe(-1))
})

it('hits at one place in two bundles have two names', () => {
  const hits = [hit('/a'), { ...hit('/a'), bundle: 'other' }]
  expect(new Set(keysOf(hits).values()).size).toBe(2)
})

it('two hits at one place have two names', () => {
  const hits = [hit('/a'), hit('/a'), hit('/b')]
  expect(new Set(keysOf(hits).values()).size).toBe(3)
})
