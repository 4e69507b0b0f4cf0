import MiniSearch from 'minisearch'
import { fingerprint, indexOptions, searchedFields, type IndexedRow } from '../options'
import { isFunctionTerm } from '../stop-words'
import { facetsOf, type Facets, type Row } from '../row'
import { ByteWriter, NumberWriter } from './bytes'
import { bytesOf, compareBytes, writeDictionary } from './dictionary'
import { aligned, form, headerStart, magic, sectionNames, type SectionName } from './layout'
import { writePostings, type Posting } from './postings'

/** MiniSearch takes in so many rows at a time. Its maps are large, and only counts are kept of them. */
const rowsAtOnce = 256

/** A shard is full at so many rows or bytes of rows: few shards to look through, and a pause that nobody notices. */
const fullAt = { rows: 16_384, bytes: 8 * 1024 * 1024 }

/**
 * Collects rows and makes them a shard. MiniSearch reads the fields and counts the terms, a few rows at a time; what
 * it counted goes into plain numbers, so that memory stays in proportion to the shard and not to MiniSearch's maps.
 */
export class ShardBuilder {
  private waiting: IndexedRow[] = []
  private count = 0
  private readonly rows = new ByteWriter()
  private readonly rowStarts = new NumberWriter()
  private readonly facets = new Map<string, { readonly number: number; readonly facets: Facets }>()
  private readonly facetNumbers = new NumberWriter()
  private readonly things = new NumberWriter()
  private lastThing = ''
  private readonly lengths = new NumberWriter()
  private readonly termNumbers = new Map<string, number>()
  /** One entry for each term in each field of each row. */
  private readonly seen = {
    terms: new NumberWriter(),
    places: new NumberWriter(),
    counts: new NumberWriter(),
  }

  /** True when it is time to `finish`; more rows may be added all the same. */
  get isFull(): boolean {
    return this.count >= fullAt.rows || this.rows.length >= fullAt.bytes
  }

  get isEmpty(): boolean {
    return this.count === 0
  }

  /** Adds one row. */
  add(row: Row): void {
    const number = this.count++
    this.rowStarts.push(this.rows.length)
    this.rows.append(bytesOf(JSON.stringify(row)))
    this.facetNumbers.push(this.numberOfFacets(facetsOf(row)))
    const thing = JSON.stringify([row.kind, row.id])
    this.things.push(thing === this.lastThing ? (this.things.written().at(-1) ?? 0) : number)
    this.lastThing = thing
    this.waiting.push({ number, title: row.title, also: row.also ?? '', text: row.text })
    if (this.waiting.length >= rowsAtOnce) this.takeIn()
  }

  /** The shard as it stands in a bundle. The same rows give the same bytes, on every machine. */
  finish(): Uint8Array {
    this.takeIn()
    this.rowStarts.push(this.rows.length)
    const { terms, postingStarts, postings } = this.sortedPostings()
    const dictionary = writeDictionary(terms)
    return fileOf(
      {
        fingerprint,
        rows: this.count,
        terms: terms.length,
        facets: [...this.facets.values()].map(({ facets }) => facets),
      },
      {
        rowStarts: bytesIn(this.rowStarts.written()),
        facetsOf: bytesIn(this.facetNumbers.written()),
        things: bytesIn(this.things.written()),
        lengths: bytesIn(this.lengths.written()),
        blockStarts: bytesIn(dictionary.starts),
        postingStarts: bytesIn(postingStarts),
        terms: dictionary.bytes,
        postings,
        rows: this.rows.written(),
      },
    )
  }

  private numberOfFacets(facets: Facets): number {
    const key = JSON.stringify(facets)
    const known = this.facets.get(key) ?? { number: this.facets.size, facets }
    this.facets.set(key, known)
    return known.number
  }

  private takeIn(): void {
    const rows = this.waiting.splice(0)
    if (rows.length === 0) return
    const counted = new MiniSearch<IndexedRow>(indexOptions)
    counted.addAll(rows)
    const { index, fieldLength, documentIds } = counted.toJSON()
    const fieldCount = searchedFields.length
    const lengths = rows.flatMap((_, short) =>
      searchedFields.map((_name, field) => fieldLength[short]?.[field] ?? 0),
    )
    for (const [term, fields] of index) {
      const number = this.termNumbers.get(term) ?? this.termNumbers.size
      this.termNumbers.set(term, number)
      for (const [field, counts] of Object.entries(fields)) {
        for (const [short, count] of Object.entries(counts)) {
          this.seen.terms.push(number)
          this.seen.places.push(Number(documentIds[short]) * fieldCount + Number(field))
          this.seen.counts.push(count)
          const place = Number(short) * fieldCount + Number(field)
          // A text is as long as it has words that tell something.
          if (isFunctionTerm(term)) lengths[place] = (lengths[place] ?? 0) - 1
        }
      }
    }
    for (const length of lengths) this.lengths.push(length)
  }

  private sortedPostings(): { terms: Uint8Array[]; postingStarts: Uint32Array; postings: Uint8Array } {
    const sorted = [...this.termNumbers]
      .map(([term, number]) => ({ bytes: bytesOf(term), number }))
      .sort((a, b) => compareBytes(a.bytes, b.bytes))
    const groups = this.groupedByTerm()
    const postings = new ByteWriter()
    const postingStarts = new Uint32Array(sorted.length + 1)
    for (const [rank, { number }] of sorted.entries()) {
      postingStarts[rank] = postings.length
      writePostings(
        this.postingsOf(groups.entries.subarray(groups.starts[number], groups.starts[number + 1])),
        postings,
      )
    }
    postingStarts[sorted.length] = postings.length
    return { terms: sorted.map(({ bytes }) => bytes), postingStarts, postings: postings.written() }
  }

  /** The numbers of the entries, term by term: a counting sort, since there are millions. */
  private groupedByTerm(): { readonly entries: Uint32Array; readonly starts: Uint32Array } {
    const terms = this.seen.terms.written()
    const starts = new Uint32Array(this.termNumbers.size + 2)
    for (const term of terms) starts[term + 2] = (starts[term + 2] ?? 0) + 1
    for (let term = 2; term < starts.length; term++)
      starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0)
    const entries = new Uint32Array(terms.length)
    for (const [entry, term] of terms.entries()) {
      const at = starts[term + 1] ?? 0
      entries[at] = entry
      starts[term + 1] = at + 1
    }
    return { entries, starts }
  }

  private postingsOf(entries: Uint32Array): Posting[] {
    const places = this.seen.places.written()
    const counts = this.seen.counts.written()
    const sorted = [...entries].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
    const byRow = new Map<number, [title: number, also: number, text: number]>()
    for (const entry of sorted) {
      const place = places[entry] ?? 0
      const row = Math.floor(place / searchedFields.length)
      const fields = byRow.get(row) ?? [0, 0, 0]
      fields[place % searchedFields.length] = counts[entry] ?? 0
      byRow.set(row, fields)
    }
    return [...byRow].map(([row, [title, also, text]]) => ({ row, title, also, text }))
  }
}

/** A shard of these rows. */
export function buildShard(rows: Iterable<Row>): Uint8Array {
  const builder = new ShardBuilder()
  for (const row of rows) builder.add(row)
  return builder.finish()
}

const bytesIn = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

function fileOf(head: object, parts: Readonly<Record<SectionName, Uint8Array>>): Uint8Array {
  let start = 0
  const places = sectionNames.map((name) => {
    const place = [name, [start, parts[name].length]] as const
    start += aligned(parts[name].length)
    return place
  })
  const header = bytesOf(JSON.stringify({ ...head, sections: Object.fromEntries(places) }))
  const first = headerStart + aligned(header.length)
  const file = new Uint8Array(first + start)
  const view = new DataView(file.buffer)
  file.set(bytesOf(magic))
  view.setUint32(magic.length, form, true)
  view.setUint32(magic.length + 4, header.length, true)
  file.set(header, headerStart)
  for (const [name, [at]] of places) file.set(parts[name], first + at)
  return file
}
