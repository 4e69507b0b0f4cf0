import type { Estimate, Finding } from '../bundle'
import { linearAxis, logAxis, type Axis } from './axis'
import { isRatio, noEffect } from './measure'
import { withinReach } from './within-reach'

/** Estimates that share a measure and a unit, and so a scale. */
export interface Panel {
  readonly measure: Estimate['measure']
  readonly unit: string | null
  /** It holds no effect and what matters to patients, and of the values all but those far outside the others: {@link beyond}. */
  readonly axis: Axis
  /** The value of no effect, where the measure has one. */
  readonly none: number | null
  readonly rows: readonly Estimate[]
  /** From where on a difference matters to patients, and which way it goes on from there. */
  readonly important: { readonly from: number; readonly side: 'lower' | 'higher' } | null
  /** Which side of no effect is good for the patient; null when that is not known, and then no side may be named. */
  readonly favours: 'lower' | 'higher' | null
}

/**
 * The forest plots of a finding: one panel per scale, in the order of its estimates. Values of different measures or units
 * never share a scale. Ratios lie on a logarithmic one (Cochrane Handbook 6.5, 10.3.1).
 */
export function forestOf({ estimates, important, favours }: Finding): Panel[] {
  const panels = new Map<string, Estimate[]>()
  for (const estimate of estimates) {
    const key = `${estimate.measure} ${estimate.unit ?? ''}`
    panels.set(key, [...(panels.get(key) ?? []), estimate])
  }
  return [...panels.values()].map((rows, at) => panelOf(rows, at === 0 ? important : undefined, favours))
}

function panelOf(
  rows: readonly Estimate[],
  important: number | undefined,
  favours: 'lower' | 'higher' | undefined,
): Panel {
  const { measure, unit } = rows[0] as Estimate
  const none = noEffect(measure)
  // A ratio is above 0: of one that is not nobody can say where it lies.
  const isKnown = important !== undefined && (important > 0 || !isRatio(measure))
  const zone =
    !isKnown || favours === undefined || none === null
      ? null
      : { from: threshold(measure, important, favours), side: favours }
  // An interval that begins at 0 was rounded: a ratio itself is above 0.
  const hasLog =
    isRatio(measure) && rows.every(({ value, interval }) => value > 0 && (interval?.low ?? 0) >= 0)
  const held = withinReach(rows, hasLog ? 'log' : 'linear')
  const shown = zone === null ? held : [...held, zone.from]
  return {
    measure,
    unit: unit ?? null,
    axis: hasLog ? logAxis(shown) : linearAxis(shown, none),
    none,
    rows,
    important: zone,
    favours: none === null ? null : (favours ?? null),
  }
}

/** The smallest difference that matters, on the side that is good: a ratio as it is or inverted, a difference by its sign. */
function threshold(measure: Estimate['measure'], important: number, favours: 'lower' | 'higher'): number {
  if (!isRatio(measure)) return favours === 'lower' ? -Math.abs(important) : Math.abs(important)
  const above = Math.max(important, 1 / important)
  return favours === 'higher' ? above : 1 / above
}
