import type { CslDate } from '../csl'

/** A date as far as a record gives it. */
export interface PartialDate {
  readonly year: string
  /** From 1 to 12. */
  readonly month: number | null
  readonly day: number | null
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Reads a date of CSL: its parts, else a day or a year that stands in its text. Null when there is none. */
export function dateOf(date: CslDate | undefined): PartialDate | null {
  const parts = date?.['date-parts']?.[0] ?? partsIn(date?.raw ?? date?.literal ?? '')
  const [year, month, day] = parts
  if (year === undefined || !/^-?\d{1,4}$/.test(String(year))) return null
  const readMonth = within(month, 12)
  return { year: String(year), month: readMonth, day: readMonth === null ? null : within(day, 31) }
}

function partsIn(text: string): readonly string[] {
  const day = /^\s*(\d{4})-(\d\d)(?:-(\d\d))?\s*$/.exec(text)
  if (day !== null) return day.slice(1).filter((part) => part !== undefined)
  const year = /\b(?:1[6-9]|20)\d\d\b/.exec(text)?.[0]
  return year === undefined ? [] : [year]
}

function within(part: string | number | undefined, most: number): number | null {
  const number = Number(part)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null
}

const monthName = ({ month }: PartialDate): string => (month === null ? '' : (months[month - 1] ?? ''))

/** `2002 Jul 25`, as the National Library of Medicine writes dates. */
export const yearFirst = (date: PartialDate): string =>
  joined(date.year, monthName(date).slice(0, 3), date.day)

/** `July 25, 2002`, as English running text in America has it. */
export const monthFirst = (date: PartialDate): string =>
  date.month === null
    ? date.year
    : `${joined(monthName(date), date.day)}${date.day === null ? '' : ','} ${date.year}`

/** `2005, May 3`, as APA writes the date of what has more than a year. */
export const apaDate = (date: PartialDate): string =>
  date.month === null ? date.year : `${date.year}, ${joined(monthName(date), date.day)}`

const joined = (...parts: readonly (string | number | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ')
