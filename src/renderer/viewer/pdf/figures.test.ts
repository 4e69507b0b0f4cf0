import { describe, expect, it } from 'vitest'
import { imageRectangles, type Operators } from './figures'

/** Operators as pdf.js numbers them; the numbers are of no account, the names are. */
const OPS = {
  save: 1,
  restore: 2,
  transform: 3,
  paintFormXObjectBegin: 4,
  paintFormXObjectEnd: 5,
  paintImageXObject: 6,
  paintInlineImageXObject: 7,
  paintImageXObjectRepeat: 8,
  paintImageMaskXObject: 9,
  showText: 10,
} as unknown as Parameters<typeof imageRectangles>[1]

const found = (...steps: readonly (readonly [keyof typeof OPS, ...unknown[]])[]): (readonly number[])[] => {
  const list: Operators = {
    fnArray: steps.map(([name]) => OPS[name] as number),
    argsArray: steps.map(([, ...args]) => args),
  }
  return imageRectangles(list, OPS)
}

describe('where a page shows pictures', () => {
  it('an image fills the unit square, wherever that has been put', () => {
    expect(found(['transform', 100, 0, 0, 50, 72, 400], ['paintImageXObject', 'a'])).toEqual([
      [72, 400, 172, 450],
    ])
  })

  it('transformations add up, and end where they are restored', () => {
    expect(
      found(
        ['transform', 2, 0, 0, 2, 0, 0],
        ['save'],
        ['transform', 10, 0, 0, 10, 5, 5],
        ['paintInlineImageXObject', 'a'],
        ['restore'],
        ['transform', 1, 0, 0, 1, 3, 0],
        ['paintImageXObject', 'b'],
      ),
    ).toEqual([
      [10, 10, 30, 30],
      [6, 0, 8, 2],
    ])
  })

  it('a form has a matrix of its own, or none', () => {
    expect(
      found(
        ['paintFormXObjectBegin', [3, 0, 0, 3, 1, 1], null],
        ['paintImageXObject', 'a'],
        ['paintFormXObjectEnd'],
        ['paintFormXObjectBegin', null, null],
        ['paintImageXObject', 'a'],
      ),
    ).toEqual([
      [1, 1, 4, 4],
      [0, 0, 1, 1],
    ])
  })

  it('one that is turned or mirrored is where its corners are', () => {
    expect(found(['transform', 0, 10, -20, 0, 100, 100], ['paintImageXObject', 'a'])).toEqual([
      [80, 100, 100, 110],
    ])
    expect(found(['transform', -10, 0, 0, -10, 50, 50], ['paintImageXObject', 'a'])).toEqual([
      [40, 40, 50, 50],
    ])
  })

  it('one that is repeated stands at each of its places', () => {
    expect(found(['paintImageXObjectRepeat', 'a', 4, 2, [0, 0, 10, 10]])).toEqual([
      [0, 0, 4, 2],
      [10, 10, 14, 12],
    ])
  })

  it('stencils and text are no pictures, and a list that restores too often does no harm', () => {
    expect(
      found(['paintImageMaskXObject', {}], ['showText', []], ['restore'], ['paintImageXObject', 'a']),
    ).toEqual([[0, 0, 1, 1]])
  })
})
