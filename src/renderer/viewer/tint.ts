/**
 * What a colour is to a figure: `strong`, one that the eye names; `paper`, hardly any on white; `grey`, black, greys and
 * pale tints between.
 */
export type Tint = 'strong' | 'grey' | 'paper'

/** How far the largest and the smallest part of a colour that has a name are apart, of 255. */
const named = 64
/** The least part of a colour that is hardly any on white. */
const faint = 232

/** The tint of a colour, `#rrggbb` or `rgb(…)`. Null for what is written otherwise; what cannot be seen is paper. */
export function tintOf(colour: string): Tint | null {
  const [red, green, blue, alpha = 1] = partsOf(colour)
  if (red === undefined || green === undefined || blue === undefined) return null
  if (alpha === 0) return 'paper'
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)]
  if (most - least >= named) return 'strong'
  return least >= faint ? 'paper' : 'grey'
}

function partsOf(colour: string): readonly number[] {
  if (/^#[\da-f]{6}$/i.test(colour))
    return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : []
}
