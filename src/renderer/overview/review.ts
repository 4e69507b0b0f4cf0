import type { BundleInfo, ConditionEntry } from '../../bundle'

/** How long before it is due a page is listed, in days: as long as packing warns ahead. */
const warnedAhead = 60
const day = 24 * 60 * 60 * 1000

/** A page whose review is due, and when. */
export interface Due {
  readonly entry: ConditionEntry
  /** The last day on which its review holds, `2027-11-22`. */
  readonly until: string
  readonly isOverdue: boolean
}

/**
 * The last day on which the review of a page holds: as long as the bundle gives itself from `reviewed` to `expires`, counted
 * from the page's own review, as packing counts it.
 */
export function heldUntil(
  { reviewed, expires }: Pick<BundleInfo, 'reviewed' | 'expires'>,
  page: string,
): string {
  const span = Date.parse(expires) - Date.parse(reviewed)
  return new Date(Date.parse(page) + span).toISOString().slice(0, 10)
}

/** Pages that are overdue or due soon, the longest overdue first, and the first day on which another is due. */
export function dueIn(
  bundle: BundleInfo,
  today: string,
): { readonly due: readonly Due[]; readonly next: string | null } {
  const all = bundle.conditions
    .map((entry) => ({ entry, until: heldUntil(bundle, entry.reviewed) }))
    .toSorted((a, b) => a.until.localeCompare(b.until))
  const soon = new Date(Date.parse(today) + warnedAhead * day).toISOString().slice(0, 10)
  return {
    due: all.flatMap((one) => (one.until <= soon ? [{ ...one, isOverdue: one.until < today }] : [])),
    next: all.find(({ until }) => until > soon)?.until ?? null,
  }
}
