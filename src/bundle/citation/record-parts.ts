import type { CslRecord } from '../csl'
import { contributorsOf, type Contributors } from './names'
import { dateOf, type PartialDate } from './dates'

/** What kind of thing a reference is written for; it decides the order of the parts. */
export type ReferenceForm = 'article' | 'chapter' | 'page' | 'book'

/** The parts of a record that references are written from: one line each, empty when the record has none. */
export interface RecordParts {
  readonly form: ReferenceForm
  readonly authors: Contributors
  readonly editors: Contributors
  readonly title: string
  /** Journal, book or site. */
  readonly container: string
  /** The journal's title as the National Library of Medicine abbreviates it, when the record has it. */
  readonly containerShort: string
  readonly publisher: string
  readonly place: string
  readonly edition: string
  readonly volume: string
  readonly issue: string
  readonly pages: string
  readonly doi: string
  readonly pmid: string
  readonly url: string
  readonly issued: PartialDate | null
  readonly accessed: PartialDate | null
}

const pageTypes = new Set([
  'webpage',
  'post',
  'post-weblog',
  'dataset',
  'software',
  'motion_picture',
  'broadcast',
])
const articleTypes = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'article',
  'review',
  'periodical',
])
const chapterTypes = new Set([
  'chapter',
  'paper-conference',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
])

/** Which form a record's reference takes. A type that is not known (`guideline`, `label`) is told by where it appeared. */
export function formOf(record: CslRecord): ReferenceForm {
  const { type, volume, issue, page } = record
  const container = record['container-title']
  if (articleTypes.has(type)) return 'article'
  if (pageTypes.has(type)) return 'page'
  if (chapterTypes.has(type)) return container === undefined ? 'book' : 'chapter'
  const isInIssue = volume !== undefined || issue !== undefined || page !== undefined
  return container !== undefined && isInIssue ? 'article' : 'book'
}

/** Reads the parts of a record. */
export function partsOf(record: CslRecord): RecordParts {
  const form = formOf(record)
  return {
    form,
    authors: contributorsOf(record.author),
    editors: contributorsOf(record.editor),
    title: oneLine(record.title ?? record['title-short']),
    // A preprint stands on a server that its record calls its publisher.
    container: oneLine(record['container-title'] ?? (form === 'article' ? record.publisher : undefined)),
    containerShort: oneLine(record['container-title-short']),
    publisher: oneLine(record.publisher),
    place: oneLine(record['publisher-place']),
    edition: oneLine(record.edition),
    volume: oneLine(record.volume),
    issue: oneLine(record.issue),
    pages: oneLine(record.page),
    doi: oneLine(record.DOI),
    pmid: oneLine(record.PMID),
    url: oneLine(record.URL),
    issued: dateOf(record.issued),
    accessed: dateOf(record.accessed),
  }
}

/** Titles may hold the few tags that CSL allows; a reference is plain text. */
const markup = /<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]*)?>/gi

const oneLine = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value).replace(markup, '').replace(/\s+/g, ' ').trim()

/** Parts with an end mark each: a full stop, unless one or a question mark stands there already. */
export const sentences = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ')

/** `4th` of `4`; what is no number stays (`Rev.`, `19th`). A word for the edition at the end is taken off. */
export function ordinalOf(edition: string): string {
  const bare = edition.replace(/\s*(?:ed|edn|edition)\.?$/i, '')
  if (!/^\d+$/.test(bare)) return bare
  const number = Number(bare)
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  return `${bare}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}

/** Where an article stands, in the medical styles: `2002;347(4):284-7`. The pages come as the style writes them. */
export function issueLocator(date: string, { volume, issue }: RecordParts, pages: string): string {
  const where = `${volume}${issue === '' ? '' : `(${issue})`}`
  return `${[date, where].filter(Boolean).join(';')}${pages === '' ? '' : `:${pages}`}`
}
