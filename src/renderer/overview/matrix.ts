import {
  certainties,
  directions,
  type BundleInfo,
  type Certainty,
  type ConditionEntry,
  type Direction,
} from '../../bundle'

/** In which order the conditions stand. `group` is the order of the editors. */
export const orders = ['group', 'certainty', 'name', 'reviewed'] as const
/** See {@link orders}. */
export type Order = (typeof orders)[number]

/** Which conditions are shown, and in which order. What is null does not filter. */
export interface View {
  readonly order: Order
  readonly certainty: Certainty | null
  readonly direction: Direction | null
  /** Reviewed on this day or later, `2026-11-22`. */
  readonly since: string | null
}

/** The view that a route's query asks for; what it does not know is as if it were not there. */
export function viewOf(query: Readonly<Record<string, unknown>>): View {
  const since = query['since']
  return {
    order: orders.find((one) => one === query['sort']) ?? 'group',
    certainty: certainties.find((one) => one === query['certainty']) ?? null,
    direction: directions.find((one) => one === query['direction']) ?? null,
    since: typeof since === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : null,
  }
}

/** The query of a view, without what is at its default, so that the plain overview has a plain address. */
export function queryOf({ order, certainty, direction, since }: View): Record<string, string> {
  return {
    ...(order === 'group' ? {} : { sort: order }),
    ...(certainty === null ? {} : { certainty }),
    ...(direction === null ? {} : { direction }),
    ...(since === null ? {} : { since }),
  }
}

/**
 * The rows of the overview: the conditions of a bundle, not its topics. A condition is shown when one of its cells has both
 * the certainty and the direction asked for, and it was reviewed late enough.
 */
export function rowsOf({ conditions, groups }: BundleInfo, view: View): ConditionEntry[] {
  return conditions
    .filter(({ kind }) => kind === 'condition')
    .filter(({ reviewed }) => view.since === null || reviewed >= view.since)
    .filter(
      ({ cells }) =>
        (view.certainty === null && view.direction === null) || cells.some((cell) => isMatch(cell, view)),
    )
    .toSorted(comparing(view.order, groups))
}

/** True when a cell is what the view asks for. */
export const isMatch = (
  { certainty, direction }: { readonly certainty: Certainty; readonly direction: Direction },
  view: View,
): boolean =>
  (view.certainty === null || certainty === view.certainty) &&
  (view.direction === null || (direction === view.direction && certainty !== 'none'))

type Comparing = (a: ConditionEntry, b: ConditionEntry) => number

/** Sorting is stable, so what is equal stays in the order of the editors. */
function comparing(order: Order, groups: readonly string[]): Comparing {
  switch (order) {
    case 'group':
      return (a, b) => rank(groups, a.group) - rank(groups, b.group)
    case 'certainty':
      return (a, b) => certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty)
    case 'name':
      return (a, b) => a.title.localeCompare(b.title)
    case 'reviewed':
      return (a, b) => b.reviewed.localeCompare(a.reviewed)
  }
}

/** The place of a group; groups that nobody ordered come last. */
const rank = (groups: readonly string[], group: string): number => {
  const at = groups.indexOf(group)
  return at === -1 ? groups.length : at
}
