import { locateQuote, type Located, type Selector } from './locate-quote'
import type { PlainForm } from './plain-form'

/** Where a quote stands in a document of several pages. */
export interface LocatedOnPage extends Located {
  /** Counted from 0. */
  readonly page: number
}

/**
 * Finds a quote in a document of pages: at its position first; else on all pages, from its own outwards. Words that are
 * the same win over words that are nearly so. When two pages fit equally well, the nearer one is taken and called
 * approximate.
 *
 * @param expected the page of its position, counted from 0
 * @param formOf the plain form of a page; asked for one page at a time
 */
export async function locateInPages(
  selector: Selector,
  expected: number,
  pages: number,
  formOf: (page: number) => Promise<PlainForm>,
): Promise<LocatedOnPage | null> {
  const found: LocatedOnPage[] = []
  for (const page of outwards(expected, pages)) {
    const wanted = page === expected ? selector : { ...selector, position: undefined }
    const located = locateQuote(wanted, await formOf(page))
    if (located?.kind === 'exact') return { ...located, page }
    if (located !== null) found.push({ ...located, page })
  }
  const [best, second] = found.sort(byFit)
  if (best === undefined) return null
  const isTied = second !== undefined && byFit(best, second) === 0
  return isTied ? { ...best, kind: 'approximate' } : best
}

/** Sorting keeps the order of equals, so of two that fit equally well the nearer one stays first. */
const byFit = (one: Located, other: Located): number =>
  one.distance - other.distance ||
  Number(one.kind === 'approximate') - Number(other.kind === 'approximate') ||
  other.sides - one.sides

function* outwards(from: number, pages: number): Generator<number> {
  for (let step = 0; step < pages + from; step++) {
    if (from + step < pages) yield from + step
    if (step > 0 && from - step >= 0 && from - step < pages) yield from - step
  }
}
