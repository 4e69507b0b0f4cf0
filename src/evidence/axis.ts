/** A scale from one end to the other, with the places where it is labelled. */
export interface Axis {
  readonly kind: 'linear' | 'log'
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

/** Labels of a logarithmic scale that readers know; each is also used as its inverse. */
const ratios = [1, 1.5, 2, 3, 5, 10, 20, 50, 100]

/** How many labels a scale of a few centimetres can hold. */
const mostTicks = 6

/**
 * A logarithmic scale that holds all values, which must be above zero, and 1. A ratio and its inverse lie equally far from
 * 1 on it, so that halving looks as large as doubling.
 */
export function logAxis(values: readonly number[]): Axis {
  const low = Math.min(1, ...values)
  const high = Math.max(1, ...values)
  const ups = ratios.filter((ratio) => ratio <= rung(high))
  const downs = ratios.filter((ratio) => ratio > 1 && ratio <= rung(1 / low)).map((ratio) => 1 / ratio)
  const ticks = thinned([...downs.toReversed(), ...ups], 1)
  return {
    kind: 'log',
    from: Math.min(low / 1.1, ticks[0] ?? low),
    to: Math.max(high * 1.1, ticks.at(-1) ?? high),
    ticks,
  }
}

/** The first label that is at least as large, and at least the second, so that a scale is never a single point. */
const rung = (value: number): number => ratios.find((ratio) => ratio >= value && ratio > 1) ?? value

/** A straight scale that holds all values and `middle`, the value of no effect, where there is one. */
export function linearAxis(values: readonly number[], middle: number | null): Axis {
  const all = middle === null ? values : [middle, ...values]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const spread = high - low || Math.abs(high) || 1
  const step = niceStep(spread / (mostTicks - 2))
  const first = Math.floor((low - spread * 0.04) / step)
  const last = Math.ceil((high + spread * 0.04) / step)
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => clean((first + at) * step))
  return { kind: 'linear', from: clean(first * step), to: clean(last * step), ticks }
}

/** The next of 1, 2, 2.5, 5 and their tens, so that labels are round numbers. */
function niceStep(least: number): number {
  const ten = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 2.5, 5, 10].map((one) => one * ten).find((step) => step >= least * 0.999) ?? 10 * ten
}

/** Without the digits that floating point adds: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** Every second label, until they fit; the one in the middle always stays. */
function thinned(ticks: readonly number[], keep: number): number[] {
  if (ticks.length <= mostTicks) return [...ticks]
  const at = ticks.indexOf(keep)
  return thinned(
    ticks.filter((_, index) => (index - at) % 2 === 0),
    keep,
  )
}

/** Where a value stands on the axis: 0 at its start, 1 at its end; outside of them when it lies outside. */
export function placeOn({ kind, from, to }: Axis, value: number): number {
  const measure = kind === 'log' ? Math.log : (one: number): number => one
  return (measure(value) - measure(from)) / (measure(to) - measure(from))
}

/** On which side of the axis a value lies that it does not hold; null for one that it holds. */
export function beyond(axis: Axis, value: number): 'before' | 'after' | null {
  const place = placeOn(axis, value)
  if (place < -rounding) return 'before'
  return place > 1 + rounding ? 'after' : null
}

/** What floating point may add to a value at an end of the axis. */
const rounding = 1e-9
