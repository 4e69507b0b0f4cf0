import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Best } from './best'

it('the best are those with the highest scores, and of equal ones the first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(30), (scores, most) => {
      const best = new Best(most)
      for (const [number, score] of scores.entries()) best.add(number, score)
      const expected = scores
        .map((score, number) => ({ number, score }))
        .sort((a, b) => b.score - a.score || a.number - b.number)
        .slice(0, most)
      expect(best.sorted()).toEqual(expected)
    }),
  )
})
