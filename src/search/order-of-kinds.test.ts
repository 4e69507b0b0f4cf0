import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsInOrder } from './order-of-kinds'
import { rowKinds, type RowKind } from './row'

const scores =
  (of: Partial<Record<RowKind, number>>) =>
  (kind: RowKind): number =>
    of[kind] ?? 0
const present = (of: Partial<Record<RowKind, number>>, before?: readonly RowKind[]): readonly RowKind[] =>
  kindsInOrder(scores(of), before).filter((kind) => kind in of)

describe('groups of results', () => {
  it('stand in the usual order when they answer about equally well', () => {
    expect(present({ condition: 5, statement: 6, finding: 7, claim: 6, source: 8, handout: 5 })).toEqual([
      'condition',
      'statement',
      'finding',
      'claim',
      'source',
      'handout',
    ])
  })

  it('move up when they answer clearly better', () => {
    expect(present({ condition: 1, statement: 1, source: 2, term: 20 })).toEqual([
      'term',
      'condition',
      'statement',
      'source',
    ])
  })

  it('put what the bundle says before a document with the same words in its title', () => {
    expect(present({ statement: 8, source: 16 })).toEqual(['statement', 'source'])
  })

  it('keep the order on screen until one answers clearly better', () => {
    expect(present({ statement: 8, regimen: 11 })).toEqual(['statement', 'regimen'])
    expect(present({ statement: 8, regimen: 11 }, ['regimen', 'statement'])).toEqual(['regimen', 'statement'])
    expect(present({ statement: 30, regimen: 11 }, ['regimen', 'statement'])).toEqual([
      'statement',
      'regimen',
    ])
  })

  it('that come in stand behind those they usually follow', () => {
    expect(present({ term: 9, condition: 6, statement: 6 }, ['term', 'condition'])).toEqual([
      'term',
      'condition',
      'statement',
    ])
  })

  const any = fc.record(
    Object.fromEntries(rowKinds.map((kind) => [kind, fc.double({ min: 0, max: 50, noNaN: true })])),
  )

  it('are all there once, and asked again stay as they are', () => {
    fc.assert(
      fc.property(any, fc.shuffledSubarray([...rowKinds]), (of, before) => {
        const ordered = kindsInOrder(scores(of), before)
        expect(ordered.toSorted()).toEqual(rowKinds.toSorted())
        expect(kindsInOrder(scores(of), ordered)).toEqual(ordered)
      }),
    )
  })
})
