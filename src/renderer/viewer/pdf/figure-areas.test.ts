import { describe, expect, it } from 'vitest'
import type { Rectangle } from '../../../documents'
import type { Drawn } from './drawing'
import { figureAreas } from './figure-areas'

const page: Rectangle = [0, 0, 600, 800]
const drawn = (is: Drawn['is'], ...rectangle: [number, number, number, number]): Drawn => ({ is, rectangle })
const areas = (parts: readonly Drawn[], lines: readonly Rectangle[] = []) => figureAreas(parts, lines, page)
const holds = (area: Rectangle | undefined, [left, bottom, right, top]: Rectangle): boolean =>
  area !== undefined && area[0] <= left && area[1] <= bottom && area[2] >= right && area[3] >= top

describe('the areas of a page that stay as they were printed', () => {
  it('are none on a page of text, rules and frames', () => {
    const rules = [drawn('rule', 50, 700, 550, 700), drawn('rule', 50, 100, 550, 500)]
    expect(areas(rules, [[50, 600, 550, 612]])).toEqual([])
  })

  it('hold the bars of a chart, the frame and the axis that touch them, and the labels on them', () => {
    const bars = [drawn('picture', 100, 200, 130, 300), drawn('drawing', 140, 200, 170, 260)]
    const frame = drawn('rule', 96, 196, 400, 400)
    const [area, ...more] = areas([...bars, frame], [[90, 250, 110, 260]])
    expect(more).toEqual([])
    expect(holds(area, [96, 196, 400, 400])).toBe(true)
    expect(holds(area, [90, 250, 110, 260])).toBe(true)
  })

  it('are two for two charts with text between them, which is in neither', () => {
    const text: Rectangle = [50, 340, 550, 352]
    const found = areas([drawn('picture', 100, 400, 300, 600), drawn('picture', 100, 100, 300, 300)], [text])
    expect(found).toHaveLength(2)
    expect(found.every((area) => area[1] > text[3] || area[3] < text[1])).toBe(true)
  })

  it('are joined where they overlap', () => {
    const found = areas([
      drawn('picture', 100, 100, 200, 200),
      drawn('picture', 217, 100, 300, 200),
      drawn('rule', 205, 150, 212, 150),
    ])
    expect(found).toHaveLength(1)
  })

  it('never reach over the edge of the page', () => {
    expect(areas([drawn('picture', -50, -50, 60, 60)])).toEqual([[0, 0, 63, 63]])
  })

  it('leave out a background, unless it is a picture: a scan', () => {
    expect(areas([drawn('drawing', 0, 0, 600, 800)])).toEqual([])
    expect(areas([drawn('picture', 0, 0, 600, 800)])).toEqual([[0, 0, 600, 800]])
  })

  it('leave out bullets and boxes to tick, unless they are coloured', () => {
    expect(areas([drawn('drawing', 50, 500, 55, 505)])).toEqual([])
    expect(areas([drawn('picture', 50, 500, 55, 505)])).toHaveLength(1)
  })

  it('leave out grey boxes that are full of words, as tables and key points are; not one in colour', () => {
    const lines = Array.from({ length: 8 }, (_line, at): Rectangle => [60, 500 + at * 12, 380, 510 + at * 12])
    expect(areas([drawn('drawing', 50, 495, 390, 605)], lines)).toEqual([])
    expect(areas([drawn('picture', 50, 495, 390, 605)], lines)).toHaveLength(1)
    expect(areas([drawn('drawing', 50, 495, 390, 605)], lines.slice(0, 1))).toHaveLength(1)
  })

  it('of a plot of very many points are found all the same', () => {
    const points = Array.from({ length: 20_000 }, (_point, at) => {
      const [x, y] = [100 + (at % 200) * 2, 100 + Math.floor(at / 200) * 4]
      return drawn('drawing', x, y, x + 1, y + 1)
    })
    expect(areas(points)).toEqual([[97, 97, 502, 500]])
  })
})
