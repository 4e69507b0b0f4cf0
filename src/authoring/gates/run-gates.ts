import type { Draft } from '../draft'
import type { FlawList } from '../flaw-list'
import { authored } from '../layout'
import { checkConditionPages } from './condition-gates'
import { checkExpiry, checkReview, type FreshnessOptions } from './freshness'
import { checkHandouts } from './handout-gates'
import { checkTranslations } from './translation-pairs'

/** Runs the gates that need more than one file. Those on single findings and records run where these are read. */
export function runGates(draft: Draft, options: FreshnessOptions, flaws: FlawList): void {
  checkConditionPages(draft, flaws)
  checkHandouts(draft, flaws)
  checkTranslations(draft, flaws)
  checkDates(draft, options, flaws)
}

function checkDates(
  { bundle, expiresLine, pages, handoutPages }: Draft,
  options: FreshnessOptions,
  flaws: FlawList,
): void {
  if (bundle === null) return
  const expiry = checkExpiry(bundle.expires, options)
  if (expiry !== null) flaws.about(authored.info)(expiry.code, expiresLine, expiry.detail)
  const reviews = [
    ...pages.map(({ file, head, reviewedLine: line }) => ({ file, line, reviewed: head?.reviewed })),
    ...handoutPages.map(({ file, handout, lines }) => ({
      file,
      line: lines.reviewed,
      reviewed: handout?.reviewed,
    })),
  ]
  for (const { file, line, reviewed } of reviews) {
    const review = reviewed === undefined ? null : checkReview(reviewed, bundle, options)
    if (review !== null) flaws.about(file)(review.code, line, review.detail)
  }
}
