import { ByteWriter, VarintReader } from './bytes'

/*
 * The terms of a shard, sorted by their bytes, in blocks of sixteen. Each is written as what it shares with the one
 * before it in the block, what it adds, and the bytes of that; the first of a block shares nothing, so that a block
 * can be read by itself.
 */

/** Terms in one block. */
const blockSize = 16

/** No term is longer: the analyser cuts at 64 UTF-16 units, which are three bytes each at most. */
const longestTerm = 192

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The bytes of a term, by which terms are sorted. */
export const bytesOf = (term: string): Uint8Array => encoder.encode(term)

/** Which of two terms comes first, by their bytes; of the first only so many count. */
export function compareBytes(one: Uint8Array, other: Uint8Array, oneLength = one.length): number {
  const length = Math.min(oneLength, other.length)
  for (let at = 0; at < length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return oneLength - other.length
}

/** Writes sorted terms; returns where each block starts and, last, where all of it ends. */
export function writeDictionary(terms: readonly Uint8Array[]): { starts: Uint32Array; bytes: Uint8Array } {
  const writer = new ByteWriter()
  const starts = new Uint32Array(Math.ceil(terms.length / blockSize) + 1)
  let before: Uint8Array = new Uint8Array()
  for (const [number, term] of terms.entries()) {
    const isFirst = number % blockSize === 0
    if (isFirst) starts[number / blockSize] = writer.length
    const shared = isFirst ? 0 : sharedBytes(before, term)
    writer.varint(shared)
    writer.varint(term.length - shared)
    writer.append(term.subarray(shared))
    before = term
  }
  starts[starts.length - 1] = writer.length
  return { starts, bytes: writer.written() }
}

function sharedBytes(one: Uint8Array, other: Uint8Array): number {
  const most = Math.min(one.length, other.length)
  let shared = 0
  while (shared < most && one[shared] === other[shared]) shared++
  return shared
}

/** Walks the terms of a dictionary from the start of a block on. It ends early where the bytes make no sense. */
class TermWalk {
  /** The bytes of the term; only the first `length` count. */
  readonly bytes = new Uint8Array(longestTerm)
  length = 0
  private readonly reader: VarintReader

  constructor(source: Uint8Array) {
    this.reader = new VarintReader(source, 0, 0)
  }

  start(at: number, end: number): this {
    this.reader.restart(at, end)
    this.length = 0
    return this
  }

  next(): boolean {
    const { reader } = this
    if (!reader.hasMore) return false
    const shared = reader.next()
    const added = reader.next()
    if (shared > this.length || shared + added > longestTerm) return false
    if (!reader.copy(added, this.bytes, shared)) return false
    this.length = shared + added
    return true
  }

  term(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  /** Whether the term comes before, at or after some bytes. */
  compareTo(wanted: Uint8Array): number {
    return compareBytes(this.bytes, wanted, this.length)
  }
}

/** Sorted terms, read in place. Terms go by their numbers. */
export class Dictionary {
  /** One for all: a search looks up hundreds of terms, and none while another is looked up. */
  private readonly walk: TermWalk

  constructor(
    /** How many terms there are. */
    readonly size: number,
    private readonly starts: Uint32Array,
    bytes: Uint8Array,
  ) {
    this.walk = new TermWalk(bytes)
  }

  /** The term of a number; empty when there is none. */
  at(number: number): string {
    const walk = this.walkFrom(number - (number % blockSize))
    for (let steps = number % blockSize; steps >= 0; steps--) if (!walk.next()) return ''
    return decoder.decode(walk.term())
  }

  /** The number of a term, or -1. */
  numberOf(term: string): number {
    const wanted = bytesOf(term)
    const number = this.firstNotBefore(wanted)
    return number < this.size && compareBytes(bytesOf(this.at(number)), wanted) === 0 ? number : -1
  }

  /** The numbers of the terms that begin so: from the first to before the second. */
  rangeOf(start: string): { readonly from: number; readonly to: number } {
    const from = this.firstNotBefore(bytesOf(start))
    // No byte of UTF-8 is 0xff, so this is behind all that begin so and before all else.
    const to = this.firstNotBefore(Uint8Array.from([...bytesOf(start), 0xff]))
    return { from, to: Math.max(from, to) }
  }

  /** Calls for each term with its bytes, which are only good during the call. It must not look up another term. */
  forEach(call: (bytes: Uint8Array, length: number, number: number) => void): void {
    for (let first = 0; first < this.size; first += blockSize) {
      const walk = this.walkFrom(first)
      const last = Math.min(first + blockSize, this.size)
      for (let number = first; number < last && walk.next(); number++) call(walk.bytes, walk.length, number)
    }
  }

  private walkFrom(first: number): TermWalk {
    const block = first / blockSize
    return this.walk.start(this.starts[block] ?? 0, this.starts[block + 1] ?? 0)
  }

  /** The number of the first term that does not come before the given bytes. */
  private firstNotBefore(wanted: Uint8Array): number {
    let [from, to] = [0, Math.max(0, this.starts.length - 1)]
    while (from < to) {
      const middle = (from + to) >>> 1
      const walk = this.walkFrom(middle * blockSize)
      if (walk.next() && walk.compareTo(wanted) < 0) from = middle + 1
      else to = middle
    }
    const first = Math.max(0, from - 1) * blockSize
    const walk = this.walkFrom(first)
    let number = first
    while (number < first + blockSize && walk.next() && walk.compareTo(wanted) < 0) number++
    return Math.min(number, this.size)
  }
}
