import { describe, expect, it } from 'vitest'
import { tintOf } from './tint'

describe('the tint of a colour', () => {
  it.each([
    ['#d62728', 'strong'],
    ['#ffcc00', 'strong'],
    ['rgb(31, 119, 180)', 'strong'],
    ['rgba(0, 128, 0, 0.5)', 'strong'],
    ['#000000', 'grey'],
    ['#888888', 'grey'],
    ['#fff4d6', 'grey'],
    ['#ffffff', 'paper'],
    ['#eef3f8', 'paper'],
    ['rgba(0, 0, 0, 0)', 'paper'],
  ])('%s is %s', (colour, tint) => expect(tintOf(colour)).toBe(tint))

  it.each(['', '#fff', 'red', 'color(srgb 1 0 0)', '#12345g'])('%j is not known', (colour) =>
    expect(tintOf(colour)).toBeNull(),
  )
})
