import type { Estimate } from '../bundle'
import { placeOn, type Axis } from './axis'

/** As far beyond a scale as an end may lie, in lengths of it: drawn from there, a side no longer slants. */
const farthest = 100

/**
 * Where the diamond of a pooled figure begins, is highest and ends on a scale, as `placeOn` tells it. An end that lies endlessly
 * far out, as that of a ratio that was rounded to 0, lies far beyond the scale. Null for what is not pooled, or has no interval.
 */
export function diamondOn(
  axis: Axis,
  { pooled, value, interval }: Estimate,
): readonly [low: number, value: number, high: number] | null {
  if (pooled !== true || interval === undefined) return null
  const place = (one: number): number => Math.min(1 + farthest, Math.max(-farthest, placeOn(axis, one)))
  return [place(interval.low), place(value), place(interval.high)]
}
