import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { leastShare, sharesOf, widthFor } from './layout-width'

describe('the room that a layout takes', () => {
  it.each([
    [80, 1400, 1000],
    [100, 1400, 1000],
    [110, 1400, 1000],
    [125, 1591, 1136],
    [150, 1909, 1364],
    [200, 2545, 1818],
  ])('with text at %s %% is from %s and from %s px', (textSize, wide, middle) => {
    expect(widthFor('wide', textSize)).toBe(wide)
    expect(widthFor('middle', textSize)).toBe(middle)
  })
})

describe('the least share of a pane', () => {
  it.each([
    [1100, 3, 100, 20],
    [1100, 2, 100, 20],
    [1100, 2, 220, 40],
    [400, 2, 100, 50],
    [400, 3, 200, 100 / 3],
    [1100, 1, 200, 0],
    [0, 3, 100, 0],
  ])('of %s px for %s panes at %s %% is %s %%', (width, panes, textSize, share) =>
    expect(leastShare(width, panes, textSize)).toBeCloseTo(share),
  )
})

describe('the shares of panes', () => {
  it.each([
    [[36, 32, 32], 20, [36, 32, 32]],
    [[80, 10, 10], 20, [60, 20, 20]],
    [[10, 60, 30], 20, [20, 52, 28]],
    [[50, 30], 0, [62.5, 37.5]],
    [[80, 10, 10], 100 / 3, [100 / 3, 100 / 3, 100 / 3]],
    [[100], 0, [100]],
  ])('%s with at least %s each are %s', (wanted, least, shares) =>
    sharesOf(wanted, least).forEach((share, index) => expect(share).toBeCloseTo(shares[index] ?? Number.NaN)),
  )

  it('add up to all there is and leave nobody short, whatever was dragged', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 80 }), { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 0, max: 33 }),
        (wanted, least) => {
          const shares = sharesOf(wanted, least)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100)
          for (const share of shares) expect(share).toBeGreaterThanOrEqual(least - 1e-6)
        },
      ),
    ))
})
