/** A range of pages: letters before and after the number are part of the page's name (`S10`, `126A`). */
const range = /^([A-Za-z]*)(\d+)([A-Za-z]*)\s*[-\u2010-\u2014\u2212]\s*([A-Za-z]*)(\d+)([A-Za-z]*)$/

interface Pages {
  readonly first: string
  readonly last: string
  readonly before: string
  readonly start: string
  readonly end: string
  readonly hasLetterAfter: boolean
}

/** A range with its last page in full: `2928-35` ends on 2935. Null for a single page, an article number, several ranges. */
function rangeOf(pages: string): Pages | null {
  const found = range.exec(pages)
  if (found === null) return null
  const [, before = '', start = '', after = '', beforeEnd = '', shortEnd = '', afterEnd = ''] = found
  if (beforeEnd !== '' && beforeEnd !== before) return null
  const end =
    shortEnd.length < start.length ? start.slice(0, start.length - shortEnd.length) + shortEnd : shortEnd
  return {
    first: `${before}${start}${after}`,
    last: `${before}${end}${afterEnd}`,
    ...{ before, start, end },
    hasLetterAfter: after !== '' || afterEnd !== '',
  }
}

/**
 * Pages with the digits that do not change left out: `284-7`, `S10-8`. A page with a letter after it is written out,
 * `126A-127A` (Citing Medicine, 2nd ed., chapter 1, "Location").
 */
export function shortPages(pages: string): string {
  const found = rangeOf(pages)
  if (found === null) return plainDashes(pages)
  const { first, last, start, end, hasLetterAfter } = found
  if (hasLetterAfter || start.length !== end.length) return `${first}-${last}`
  const same = [...start].findIndex((digit, at) => digit !== end[at])
  return same === -1 ? first : `${first}-${end.slice(same)}`
}

/** Pages with both ends in full and a hyphen: `2942-2947`. */
export function fullPages(pages: string): string {
  const found = rangeOf(pages)
  return found === null ? plainDashes(pages) : `${found.first}-${found.last}`
}

/** The same with an en dash: `207–217`. */
export const dashedPages = (pages: string): string => fullPages(pages).replace(/-/g, '–')

/** True for the number of an article that has no pages of its own (`e4556`, `e0209899`), or a long plain number. */
export const isArticleNumber = (pages: string): boolean => /^(?:e\d+|\d{5,})$/i.test(pages)

const plainDashes = (pages: string): string => pages.replace(/\s*[\u2010-\u2014\u2212]\s*/g, '-')
