import { describe, expect, it } from 'vitest'
import type { PageViewport } from 'pdfjs-dist'
import { boxAround, boxOf } from './page-view'

/** A viewport of 200 by 100 pixels that turns the page's space upside down, as pdf.js does. */
const upright = {
  width: 200,
  height: 100,
  convertToViewportRectangle: ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]) => [x1, 100 - y1, x2, 100 - y2],
} as unknown as PageViewport

describe('a rectangle of a page on screen', () => {
  it('is measured from the top left, in percent', () => {
    expect(boxOf({ viewport: upright }, [20, 60, 120, 80])).toEqual({
      left: 10,
      top: 20,
      width: 50,
      height: 20,
    })
  })

  it('is the same whichever corners name it', () => {
    expect(boxOf({ viewport: upright }, [120, 80, 20, 60])).toEqual(
      boxOf({ viewport: upright }, [20, 60, 120, 80]),
    )
  })

  it('several have one around them', () => {
    expect(
      boxAround([
        { left: 10, top: 20, width: 50, height: 5 },
        { left: 5, top: 26, width: 20, height: 5 },
      ]),
    ).toEqual({ left: 5, top: 20, width: 55, height: 11 })
  })
})
