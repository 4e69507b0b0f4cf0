import type { Outcome } from '../../bundle'
import { fingerprint, searchedFields } from '../options'
import { isFacets, type Facets, type Row } from '../row'
import { Dictionary } from './dictionary'
import {
  aligned,
  form,
  headerStart,
  largestHeader,
  magic,
  sectionNames,
  sections,
  type SectionName,
} from './layout'
import { LoadedShard, type Finish } from './loaded-shard'
import { allRows } from './row-reader'

/** Why a shard cannot be asked. One that was built under other rules can be built again from its rows. */
export type ShardProblem =
  | { readonly is: 'built by other rules'; readonly fingerprint: string; readonly rows: Iterable<Row> }
  | { readonly is: 'not a shard'; readonly detail: string }

/**
 * Takes a shard in that was read from a bundle. Nothing is parsed but its header; the rest is read when it is asked
 * for, from these bytes, which must not change. Whatever they are, no answer takes more time or memory than the file
 * is large. Asked under other rules than it was built with, an index finds nothing and says nothing; so that is looked
 * at first: `loadShard(buildShard(problem.rows))` mends it.
 *
 * @param bundle the id of the bundle that it is of
 * @param finish adds what was not known when it was built
 */
export function loadShard(
  bytes: Uint8Array,
  bundle = '',
  finish: Finish = {},
): Outcome<LoadedShard, ShardProblem> {
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const header = readHeader(file)
  if (typeof header === 'string') return refused(header)
  const { part, numbers, rows, terms, facets } = header
  const [rowStarts, rowBytes] = [numbers('rowStarts'), part('rows')]
  if (rowStarts.length !== rows + 1 || !isRising(rowStarts, rowBytes.length)) return refused('rows')
  const rowReader = { starts: rowStarts, bytes: rowBytes }
  if (header.fingerprint !== fingerprint) {
    const failure = {
      is: 'built by other rules',
      fingerprint: header.fingerprint,
      rows: allRows(rowReader),
    } as const
    return { ok: false, failure }
  }
  const [blockStarts, postingStarts] = [numbers('blockStarts'), numbers('postingStarts')]
  const [termBytes, postings] = [part('terms'), part('postings')]
  if (blockStarts.length !== Math.ceil(terms / 16) + 1 || !isRising(blockStarts, termBytes.length))
    return refused('terms')
  if (postingStarts.length !== terms + 1 || !isRising(postingStarts, postings.length))
    return refused('postings')
  const [facetNumbers, things, lengths] = [numbers('facetsOf'), numbers('things'), numbers('lengths')]
  if (facetNumbers.length !== rows || facetNumbers.some((number) => number >= facets.length))
    return refused('facets')
  if (things.length !== rows || things.some((first, row) => first > row)) return refused('things')
  if (lengths.length !== rows * searchedFields.length) return refused('lengths')
  const dictionary = new Dictionary(terms, blockStarts, termBytes)
  const parts = {
    dictionary,
    postingStarts,
    postings,
    rows: rowReader,
    facets,
    facetNumbers,
    things,
    lengths,
  }
  return { ok: true, value: new LoadedShard(bundle, rows, file.length, parts, finish) }
}

interface ReadHeader {
  readonly fingerprint: string
  readonly rows: number
  readonly terms: number
  readonly facets: readonly Facets[]
  readonly part: (name: SectionName) => Uint8Array
  readonly numbers: (name: SectionName) => Uint32Array
}

/** The header, or what is wrong with it. */
function readHeader(file: Uint8Array): ReadHeader | string {
  if (file.length < headerStart) return 'too short'
  if (new TextDecoder().decode(file.subarray(0, magic.length)) !== magic) return 'no search shard'
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (view.getUint32(magic.length, true) !== form) return 'form'
  const length = view.getUint32(magic.length + 4, true)
  if (length > largestHeader || headerStart + length > file.length) return 'header'
  const value = parsed(file.subarray(headerStart, headerStart + length))
  if (typeof value !== 'object' || value === null) return 'header'
  const { fingerprint: built, rows, terms, facets, sections: places } = value as Record<string, unknown>
  if (typeof built !== 'string') return 'fingerprint'
  if (!isCount(rows) || !isCount(terms)) return 'header'
  if (!Array.isArray(facets) || !facets.every(isFacets)) return 'facets'
  const first = headerStart + aligned(length)
  const found = new Map<SectionName, readonly [number, number]>()
  for (const name of sectionNames) {
    const place = placeIn(places, name)
    if (place === null || first + place[0] + place[1] > file.length) return `section ${name}`
    found.set(name, place)
  }
  const placeOf = (name: SectionName): readonly [number, number] => found.get(name) ?? [0, 0]
  return {
    ...{ fingerprint: built, rows, terms, facets },
    part: (name) => file.subarray(first + placeOf(name)[0], first + placeOf(name)[0] + placeOf(name)[1]),
    numbers: (name) =>
      new Uint32Array(file.buffer, file.byteOffset + first + placeOf(name)[0], placeOf(name)[1] / 4),
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Said by the caller, which knows what it looked for.
    return null
  }
}

function placeIn(places: unknown, name: SectionName): readonly [number, number] | null {
  if (typeof places !== 'object' || places === null) return null
  const place: unknown = (places as Record<string, unknown>)[name]
  if (!Array.isArray(place)) return null
  const [start, length]: unknown[] = place
  if (!isCount(start) || !isCount(length) || start % 4 !== 0) return null
  return sections[name] === 'u32' && length % 4 !== 0 ? null : [start, length]
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** True for places that never go back and end with the section: then no two overlap. */
function isRising(starts: Uint32Array, end: number): boolean {
  for (let at = 1; at < starts.length; at++) if ((starts[at] ?? 0) < (starts[at - 1] ?? 0)) return false
  return starts[0] === 0 && starts.at(-1) === end
}

const refused = (detail: string): { ok: false; failure: ShardProblem } => ({
  ok: false,
  failure: { is: 'not a shard', detail },
})
