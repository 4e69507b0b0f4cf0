import { describe, expect, it } from 'vitest'
import { holesFor } from './dark-cover'

/** Whether a point lies in a polygon by the even-odd rule, as CSS fills it. */
function covers(path: string, x: number, y: number): boolean {
  if (path === 'none') return true
  const points = [...path.matchAll(/([\d.-]+)% ([\d.-]+)%/g)].map(
    ([, a, b]) => [Number(a), Number(b)] as const,
  )
  return points.reduce((inside, [x1, y1], at) => {
    const [x2, y2] = points[(at + 1) % points.length] ?? [0, 0]
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside
  }, false)
}

const one = { left: 10, top: 20, width: 30, height: 10 }
const two = { left: 60, top: 50, width: 20, height: 40 }

describe('a cover with holes', () => {
  it('covers all where there is nothing to leave out', () => expect(holesFor([])).toBe('none'))

  it.each([
    ['in the first', 25, 25, false],
    ['in the second', 70, 70, false],
    ['between them', 50, 40, true],
    ['left of the first', 5, 25, true],
    ['below the second', 70, 95, true],
    ['in the corner where all holes begin', 0.5, 1, true],
  ])('%s', (_where, x, y, isCovered) => expect(covers(holesFor([one, two]), x, y)).toBe(isCovered))
})
