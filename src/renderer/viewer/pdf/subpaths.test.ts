import { describe, expect, it } from 'vitest'
import { none } from './matrix'
import { subpathsOf } from './subpaths'

/** As pdf.js numbers the steps of a path. */
const [move, line, curve, close] = [0, 1, 2, 4]
const shapes = (...data: number[]): string[] => subpathsOf(data, none).map(({ shape }) => shape)
const box = [move, 10, 10, line, 50, 10, line, 50, 30, line, 10, 30, close]

describe('a stretch of a path', () => {
  it.each([
    ['a level line', [move, 0, 5, line, 90, 5]],
    ['an upright line', [move, 5, 0, line, 5, 90]],
    ['a rectangle', box],
    ['a rectangle back to where it began', [...box.slice(0, -1), line, 10, 10]],
    ['a line there and back', [move, 0, 5, line, 90, 5, line, 0, 5]],
  ])('is straight: %s', (_what, data) => expect(shapes(...data)).toEqual(['straight']))

  it.each([
    ['a slanted line', [move, 0, 0, line, 50, 20]],
    ['steps', [move, 0, 50, line, 20, 50, line, 20, 30, line, 60, 30]],
    ['a curve', [move, 0, 0, curve, 10, 20, 30, 20, 40, 0]],
    ['a triangle', [move, 0, 0, line, 40, 0, line, 20, 30, close]],
    ['a rectangle with its diagonals', [move, 0, 0, line, 40, 40, line, 40, 0, line, 0, 40, close]],
  ])('is free: %s', (_what, data) => expect(shapes(...data)).toEqual(['free']))

  it('stands for itself, where it is after a transformation', () => {
    const found = subpathsOf([...box, move, 0, 0, line, 5, 0], [2, 0, 0, -2, 0, 100])
    expect(found).toEqual([
      { shape: 'straight', rectangle: [20, 40, 100, 80] },
      { shape: 'straight', rectangle: [0, 100, 10, 100] },
    ])
  })

  it('a rectangle that is turned stands upright no more', () => {
    expect(subpathsOf(box, [0.7, 0.7, -0.7, 0.7, 0, 0])[0]?.shape).toBe('free')
  })

  it('what cannot be read ends it', () => {
    expect(shapes(move, 0, 5, line, 90, 5, 9, 9, 9)).toEqual(['straight'])
    expect(shapes(move, 0, 5)).toEqual([])
    expect(shapes()).toEqual([])
  })
})
