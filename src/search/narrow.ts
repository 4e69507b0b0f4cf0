import type { Filters } from './filters'
import { fold } from './fold'
import { facetNames, valuesOf, type FacetName } from './filters'
import { rowKinds } from './row'
import type { LoadedShard } from './shard/loaded-shard'
import type { Synonyms } from './synonyms'
import { fieldWords, type FieldWord, type Narrowing } from './syntax'

/** Other words for a kind, beside its own and its plural. */
const kindWords: Readonly<Record<string, string>> = {
  page: 'condition',
  evidence: 'finding',
  document: 'source',
  passage: 'source',
  dose: 'regimen',
  glossary: 'term',
  copies: 'copy',
}

/** What may follow a field word, with how it is written in a query. */
export interface Completion {
  readonly field: FieldWord
  readonly value: string
  /** The whole query with it. */
  readonly query: string
}

/** What field words of a query narrow the search down to. */
export interface Narrowed {
  readonly filters: Filters
  /** Field words with a value that nothing here has, as typed. They are left out of account. */
  readonly unknown: readonly string[]
}

/** Reads the values of field words: the beginning of a value will do, and of a condition any name it goes by. */
export function narrow(
  narrowings: readonly Narrowing[],
  shards: readonly LoadedShard[],
  synonyms: Synonyms | null,
): Narrowed {
  const wanted = new Map<FacetName, string[]>()
  const unknown: string[] = []
  for (const { field, value } of narrowings) {
    if (value === '') continue
    const name = fieldWords[field]
    const values = meantBy(name, value, shards, synonyms)
    if (values.length === 0) unknown.push(`${field}:${value}`)
    else wanted.set(name, [...(wanted.get(name) ?? []), ...values])
  }
  return { filters: Object.fromEntries(wanted), unknown }
}

function meantBy(
  name: FacetName,
  typed: string,
  shards: readonly LoadedShard[],
  synonyms: Synonyms | null,
): readonly string[] {
  const value = plain(typed)
  const known = knownValues(name, shards)
  const same = known.filter((each) => plain(each) === value)
  if (same.length > 0) return same
  if (name === 'kind') {
    const single = value.replace(/s$/, '')
    const kind = kindWords[value] ?? kindWords[single] ?? rowKinds.find((each) => each.startsWith(single))
    return kind === undefined ? [] : [kind]
  }
  const named = name === 'condition' ? (synonyms?.conditionsOf(typed) ?? []) : []
  return named.length > 0 ? named : known.filter((each) => plain(each).startsWith(value))
}

/** The values that rows of these shards have, in the order of their names. */
function knownValues(name: FacetName, shards: readonly LoadedShard[]): readonly string[] {
  const values = shards.flatMap((shard) =>
    shard.facets.flatMap((facets) => valuesOf(facets, shard.bundle, name)),
  )
  return [...new Set(values)].sort()
}

/** Without what differs from one way to write a value to the next: `very low`, `very-low`, `Very_Low`. */
const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** A letter or two of a field word are a word like any other. */
const shortestField = 3
const mostCompletions = 12

/** How the field word at the end of a query may go on: values after its colon, before it the field words themselves. */
export function completionsFor(query: string, shards: readonly LoadedShard[]): Completion[] {
  const last = query.split(/\s/).at(-1) ?? ''
  const before = query.slice(0, query.length - last.length)
  const [, typed = '', colon, value = ''] = /^(\p{L}*)(?:(:)"?([^\s":]*))?$/u.exec(last) ?? []
  const start = fold(typed)
  if (colon === undefined) {
    if (start.length < shortestField) return []
    return Object.keys(fieldWords)
      .filter((field): field is FieldWord => field.startsWith(start))
      .map((field) => ({ field, value: '', query: `${before}${field}:` }))
  }
  if (!isFieldWord(start)) return []
  const begun = knownValues(fieldWords[start], shards).filter((each) => plain(each).startsWith(plain(value)))
  // What is typed whole goes on no further, and the list is not kept from the reader.
  const isWhole = begun.length === 1 && plain(begun[0] ?? '') === plain(value)
  return (isWhole ? [] : begun)
    .slice(0, mostCompletions)
    .map((each) => ({ field: start, value: each, query: `${before}${start}:${asTyped(each)} ` }))
}

const asTyped = (value: string): string => (/\s/.test(value) ? `"${value}"` : value)

const isFieldWord = (word: string): word is FieldWord => Object.hasOwn(fieldWords, word)

/** True when any value is wanted of any facet. */
export const isNarrowed = (filters: Filters): boolean =>
  facetNames.some((name) => (filters[name] ?? []).length > 0)
