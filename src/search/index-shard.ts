import type { Outcome } from '../bundle'
import { fingerprint } from './options'
import { rowKinds, type Row } from './row'
import { ShardIndex, storeIndex, type StoredIndex } from './shard-index'

/** A part of the search index, as it stands in a bundle: plain data for JSON. */
export interface Shard {
  /** The rules under which the index was built; see options.ts. */
  readonly fingerprint: string
  readonly rows: readonly Row[]
  readonly index: StoredIndex
}

/** A shard that can be asked. */
export interface LoadedShard {
  readonly rows: readonly Row[]
  readonly index: ShardIndex
}

/** Why a shard cannot be asked. One that was built under other rules can be built again from its rows. */
export type ShardProblem =
  | { readonly is: 'built by other rules'; readonly fingerprint: string; readonly rows: readonly Row[] }
  | { readonly is: 'not a shard'; readonly detail: string }

/** Builds a shard. The same rows give the same shard, on every machine. */
export function buildShard(rows: readonly Row[]): Shard {
  const indexed = rows.map(({ title, also = '', text }, number) => ({ number, title, also, text }))
  return { fingerprint, rows, index: storeIndex(indexed) }
}

/**
 * Takes a shard in that was read from a bundle. Asked under other rules than it was built with, an index finds nothing
 * and says nothing; so that is looked at first. `loadShard(buildShard(problem.rows))` mends it.
 */
export function loadShard(value: unknown): Outcome<LoadedShard, ShardProblem> {
  if (!isRecord(value) || !Array.isArray(value['rows']) || !value['rows'].every(isRow)) return refused('rows')
  const rows: readonly Row[] = value['rows']
  const built = value['fingerprint']
  if (typeof built !== 'string') return refused('fingerprint')
  if (built !== fingerprint) {
    return { ok: false, failure: { is: 'built by other rules', fingerprint: built, rows } }
  }
  const { index } = value
  if (!isStoredIndex(index, rows.length)) return refused('index')
  return { ok: true, value: { rows, index: new ShardIndex(index, rows.length) } }
}

const refused = (detail: string): { ok: false; failure: ShardProblem } => ({
  ok: false,
  failure: { is: 'not a shard', detail },
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

function isRow(value: unknown): value is Row {
  if (!isRecord(value)) return false
  const { kind, id, title, text, where, path, also, certainty } = value
  return (
    rowKinds.some((known) => known === kind) &&
    [id, title, text, where, path].every(isText) &&
    [also, certainty].every((optional) => optional === undefined || isText(optional))
  )
}

/** The form only, not each number: all that a wrong one can do is to make a row not be found. */
function isStoredIndex(value: unknown, rows: number): value is StoredIndex {
  if (!isRecord(value)) return false
  const { terms, postings, lengths } = value
  return (
    isList(terms, isText) &&
    isList(postings, (fields) => isList(fields, Array.isArray)) &&
    isList(lengths, (list) => isList(list, isNumber)) &&
    postings.length === terms.length &&
    lengths.length === rows
  )
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

const isList = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every((item) => isItem(item))
