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
  /** A kind of study, as the bundle names it, or `none` for conditions on which no study was found. */
  readonly design: string | null
  /** Reviewed on this day or later, `2026-11-22`. */
  readonly since: string | null
}

/** Asks for conditions without any study. No kind of study is called so. */
export const noStudy = 'none'

/** The view that a route's query asks for; what it does not know is as if it were not there: a kind of study too
 * that is not among those given. */
export function viewOf(query: Readonly<Record<string, unknown>>, designs: readonly string[] = []): View {
  const since = query['since']
  return {
    order: orders.find((one) => one === query['sort']) ?? 'group',
    certainty: certainties.find((one) => one === query['certainty']) ?? null,
    direction: directions.find((one) => one === query['direction']) ?? null,
    design: designs.find((one) => one === query['design']) ?? null,
    since: typeof since === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : null,
  }
}

/** The query of a view, without what is at its default, so that the plain overview has a plain address. */
export function queryOf({ order, certainty, direction, design, since }: View): Record<string, string> {
  return {
    ...(order === 'group' ? {} : { sort: order }),
    ...(certainty === null ? {} : { certainty }),
    ...(direction === null ? {} : { direction }),
    ...(design === null ? {} : { design }),
    ...(since === null ? {} : { since }),
  }
}

/** The order in which kinds of study are offered; what it does not hold comes after, as the bundle has it. */
const knownDesigns = [
  'systematic review',
  'randomised trial',
  'other trial',
  'cohort or register',
  'case report',
  'laboratory or animal',
  'review',
  'guideline',
]

/**
 * The kinds of study that the overview of a bundle can be filtered by, `none` last where some condition has no study. Empty for
 * bundles that do not tell, packed before they did.
 */
export function designsIn({ conditions }: Pick<BundleInfo, 'conditions'>): string[] {
  const rows = conditions.filter(({ kind }) => kind === 'condition')
  const found = [...new Set(rows.flatMap(({ designs }) => designs))]
  if (found.length === 0) return []
  const known = knownDesigns.filter((one) => found.includes(one))
  const others = found.filter((one) => !knownDesigns.includes(one)).toSorted()
  return [...known, ...others, ...(rows.some(({ designs }) => designs.length === 0) ? [noStudy] : [])]
}

/**
 * The rows of the overview: the conditions of a bundle, not its topics. A condition is shown when one of its cells has all of
 * the certainty, the direction and the kind of study asked for, and it was reviewed late enough. A kind of study by itself is
 * looked for among all of its findings, not only those in cells.
 */
export function rowsOf({ conditions, groups }: BundleInfo, view: View): ConditionEntry[] {
  return conditions
    .filter(({ kind }) => kind === 'condition')
    .filter(({ reviewed }) => view.since === null || reviewed >= view.since)
    .filter(({ designs }) => view.design === null || hasDesign(designs, view.design))
    .filter(
      ({ cells }) =>
        (view.certainty === null && view.direction === null) || cells.some((cell) => isMatch(cell, view)),
    )
    .toSorted(comparing(view.order, groups))
}

const hasDesign = (designs: readonly string[], asked: string): boolean =>
  asked === noStudy ? designs.length === 0 : designs.includes(asked)

/** What a cell is asked for. */
type Asked = Pick<ConditionEntry['cells'][number], 'certainty' | 'direction' | 'designs'>

/** True when a cell is what the view asks for. */
export const isMatch = ({ certainty, direction, designs }: Asked, view: View): boolean =>
  (view.certainty === null || certainty === view.certainty) &&
  (view.direction === null || (direction === view.direction && certainty !== 'none')) &&
  (view.design === null || hasDesign(designs, view.design))

type Comparing = (a: ConditionEntry, b: ConditionEntry) => number

/** Sorting is stable, so what is equal stays in the order of the editors. */
function comparing(order: Order, groups: readonly string[]): Comparing {
  switch (order) {
    case 'group':
      return (a, b) => rank(groups, a.group) - rank(groups, b.group)
    case 'certainty':
      return (a, b) => certainties.indexOf(certaintyOf(a)) - certainties.indexOf(certaintyOf(b))
    case 'name':
      return (a, b) => a.title.localeCompare(b.title)
    case 'reviewed':
      return (a, b) => b.reviewed.localeCompare(a.reviewed)
  }
}

/** How sure the answer to the main question is; in bundles that do not tell, the strongest of any finding. */
const certaintyOf = ({ answer, certainty }: ConditionEntry): Certainty => answer?.certainty ?? certainty

/** The place of a group; groups that nobody ordered come last. */
const rank = (groups: readonly string[], group: string): number => {
  const at = groups.indexOf(group)
  return at === -1 ? groups.length : at
}
