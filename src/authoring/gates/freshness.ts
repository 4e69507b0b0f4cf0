import type { FlawCode } from '../../bundle'

/** What packing knows about the day; it asks no clock of its own, so that the same folder gives the same bytes. */
export interface FreshnessOptions {
  /** The day of packing, `2026-11-22`; null when dates are not to be checked. */
  readonly today: string | null
  /** True when content that is past its date may be packed all the same. */
  readonly allowExpired: boolean
}

/** How many days before a date its nearness is told. */
export const noticeDays = 60

const dayLength = 86_400_000

/** Whether the last good day of a bundle is near or past. Its last day is a good one. */
export const checkExpiry = (expires: string, options: FreshnessOptions): DatedFlaw | null =>
  check(expires, options, { soon: 'EXPIRES_SOON', past: 'EXPIRED' })

/**
 * Whether the review of a page is due. A review holds for as long as the bundle gives itself, from `reviewed` to
 * `expires`: a page read again earlier than the rest becomes due earlier.
 */
export function checkReview(
  reviewed: string,
  bundle: { readonly reviewed: string; readonly expires: string },
  options: FreshnessOptions,
): DatedFlaw | null {
  const term = Date.parse(bundle.expires) - Date.parse(bundle.reviewed)
  if (!(term > 0)) return null
  const due = new Date(Date.parse(reviewed) + term).toISOString().slice(0, 10)
  return check(due, options, { soon: 'REVIEW_DUE_SOON', past: 'REVIEW_OVERDUE' })
}

/** A flaw of a date. */
export interface DatedFlaw {
  readonly code: FlawCode
  readonly detail: string
}

function check(
  last: string,
  { today, allowExpired }: FreshnessOptions,
  codes: { readonly soon: FlawCode; readonly past: FlawCode },
): DatedFlaw | null {
  if (today === null) return null
  const days = Math.round((Date.parse(last) - Date.parse(today)) / dayLength)
  if (days > noticeDays) return null
  if (days >= 0) return { code: codes.soon, detail: `${last}, in ${days} ${days === 1 ? 'day' : 'days'}` }
  return {
    code: allowExpired ? 'STALE_BUT_ALLOWED' : codes.past,
    detail: `${last}, ${-days} ${days === -1 ? 'day' : 'days'} ago`,
  }
}
