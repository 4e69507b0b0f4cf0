import {
  facetNames,
  fieldWords,
  readSyntax,
  rowKinds,
  type FacetName,
  type FieldWord,
  type Page,
  type RowKind,
} from '../../search'
import { longestKept } from '../../shared/searches'

/*
 * A query says everything about a search: its words, what it is narrowed down to and the page that it is kept to. What
 * a reader chooses with a button is written into the query as a field word, so that there is one truth, which can be
 * typed, pinned and put into an address.
 */

/** The field word that keeps a search to one page: `page:conditions/fibromyalgia`. The window's own. */
const pageWord = /(?<=^|\s)page:(\S*)/giu

/** What a query asks. */
export interface AskedQuery {
  /** What the search core is asked: the query without its page. */
  readonly text: string
  /** The page that it is kept to; null for the whole bundle, and for a page that is none. */
  readonly page: Page | null
  /** Nothing is asked yet. */
  readonly isEmpty: boolean
}

/** Takes a query apart into what the core is asked and where. */
export function readQuery(query: string): AskedQuery {
  const text = query.replace(pageWord, '').trimStart()
  const path = pagePathIn(query)
  return { text, page: path === null ? null : pageAt(path), isEmpty: text.trim() === '' }
}

/** The path of the page that a query is kept to: the last that it names. Null for the whole bundle. */
export const pagePathIn = (query: string): string | null =>
  [...query.matchAll(pageWord)].map(([, path = '']) => path).findLast((path) => pageAt(path) !== null) ?? null

const kindsOfPages: Readonly<Record<string, RowKind>> = {
  conditions: 'condition',
  sources: 'source',
  handouts: 'handout',
  claims: 'claim',
  glossary: 'term',
  resources: 'resource',
}

/** The page at a path in a bundle: `conditions/fibromyalgia`, `claims`. Null when a search cannot be kept to it. */
export function pageAt(path: string): Page | null {
  const [folder = '', id = '', more] = path.replace(/^\//, '').split('/')
  const kind = Object.hasOwn(kindsOfPages, folder) ? kindsOfPages[folder] : undefined
  if (kind === undefined || more !== undefined) return null
  if (id !== '') return ['conditions', 'sources', 'handouts'].includes(folder) ? { kind, id } : null
  // All conditions, sources or handouts are no page.
  return ['claims', 'glossary', 'resources'].includes(folder) ? { kind } : null
}

/** The query kept to the page at a path, or to none. */
export function withPage(query: string, path: string | null): string {
  const rest = tidy(query.replace(pageWord, ' '))
  return path === null
    ? rest
    : `${rest}${rest === '' || rest.endsWith(' ') ? '' : ' '}page:${path.replace(/^\//, '')} `
}

/** The field word that a facet is written with, where it has two. */
const fieldOf = (facet: FacetName): FieldWord => (facet === 'kind' ? 'in' : facet)

const kindsWritten: Readonly<Record<string, string>> = { term: 'glossary', copy: 'copies' }

/** How a value is written in a query: one word, and kinds as their groups are called. */
export const writtenAs = (facet: FacetName, value: string): string => {
  if (facet === 'kind') return kindsWritten[value] ?? `${value}s`
  return value.trim().replace(/\s+/g, '-')
}

/** The query with one value of a facet wanted, instead of any that it wanted before; with none, all will do. */
export function withFacet(query: string, facet: FacetName, value: string | null): string {
  const { narrowings } = readSyntax(query)
  const rest = narrowings
    .filter(({ field }) => fieldWords[field] === facet)
    .reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, query)
  const kept = tidy(rest)
  if (value === null) return kept
  const word = `${fieldOf(facet)}:${writtenAs(facet, value)}`
  return `${kept}${kept === '' || kept.endsWith(' ') ? '' : ' '}${word} `
}

/** The query without anything that it is narrowed down by: only its words. */
export const onlyWords = (query: string): string =>
  facetNames.reduce((text, facet) => withFacet(text, facet, null), withPage(query, null)).trim()

/** The values that a query wants of a facet, as it writes them. */
export const wantedOf = (query: string, facet: FacetName): readonly string[] =>
  readSyntax(query).narrowings.flatMap(({ field, value }) =>
    fieldWords[field] === facet && value !== '' ? [value] : [],
  )

/** Of the values that there are, those that a written one may mean: its own spelling, else all that begin like it. */
export function valuesMeant(facet: FacetName, written: string, values: readonly string[]): readonly string[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const names = facet === 'kind' ? rowKinds : values
  const wanted = plain(written)
  const spelt = (value: string): readonly string[] => [value, writtenAs(facet, value)].map(plain)
  const same = names.filter((value) => spelt(value).includes(wanted))
  if (same.length > 0) return same
  return wanted === '' ? [] : names.filter((value) => spelt(value).some((each) => each.startsWith(wanted)))
}

/** The words that are looked for, without what narrows a query down: what is marked where a search led to. */
export const wordsIn = (query: string): string =>
  readSyntax(query.replace(pageWord, ' ')).plain.trim().replace(/\s+/g, ' ')

/** A query as it goes into an address and is kept: none is longer than the address of a place may be. */
export const keptOf = (query: string): string => query.trim().slice(0, longestKept).trim()

/** Without the gaps that field words leave; a space at the end stays, for it says that a word is finished. */
const tidy = (query: string): string => query.replace(/\s{2,}/g, ' ').trimStart()
