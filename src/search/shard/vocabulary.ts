import { distanceTo } from '../edit-distance'
import { functionTerm } from '../stop-words'
import type { Dictionary } from './dictionary'

/** A term of the index that is spelled almost as the one asked for. */
export interface Near {
  readonly term: string
  readonly distance: number
}

/** The terms of one shard: which there are, and which are like another. Nothing is built before the first look. */
export class Vocabulary {
  private letters: Int32Array | null = null
  /** What was near words asked before: who types a sentence asks for its first words again with each key. */
  private readonly knownNear = new Map<string, readonly Near[]>()

  constructor(private readonly dictionary: Dictionary) {}

  /** The number of a term, or -1. */
  numberOf(term: string): number {
    return this.dictionary.numberOf(term)
  }

  /** The term of a number; empty when there is none. */
  at(number: number): string {
    return this.dictionary.at(number)
  }

  /** The numbers of the terms that begin so: from the first to before the second. */
  rangeOf(start: string): { readonly from: number; readonly to: number } {
    return this.dictionary.rangeOf(start)
  }

  /** The longest term, of at least so many letters, that a half-typed word begins with: `inflamm` of `inflammatio`. */
  longestWithin(word: string, atLeast: number): string | null {
    for (let length = word.length - 1; length >= atLeast; length--) {
      const start = word.slice(0, length)
      if (this.numberOf(start) >= 0) return start
    }
    return null
  }

  /** The terms within a distance of a word; of a half-typed word, also those whose beginning is. Without numbers. */
  near(word: string, most: number, isHalfTyped: boolean): readonly Near[] {
    const key = `${most}${isHalfTyped ? '…' : ' '}${word}`
    const before = this.knownNear.get(key)
    if (before !== undefined) return before
    const found = this.lookNear(word, most, isHalfTyped)
    if (this.knownNear.size >= mostKnown) this.knownNear.clear()
    this.knownNear.set(key, found)
    return found
  }

  private lookNear(word: string, most: number, isHalfTyped: boolean): Near[] {
    this.letters ??= lettersIn(this.dictionary)
    const wanted = lettersOf(new TextEncoder().encode(word))
    const found: Near[] = []
    for (const [number, letters] of this.letters.entries()) {
      if (letters === unlettered) continue
      // Each step changes one letter at most, so this many must agree; it spares us nearly all of the terms.
      if (bits(wanted & ~letters) > most || (!isHalfTyped && bits(letters & ~wanted) > most)) continue
      const term = this.dictionary.at(number)
      const distance = distanceTo(word, term, most, isHalfTyped)
      if (distance <= most) found.push({ term, distance })
    }
    return found
  }
}

/** So many words are remembered. */
const mostKnown = 200

/** Marks a term that is never a misspelling: one with figures in it, for 4.5mg is none of 45mg, and a stop word. */
const unlettered = -1

/** For each term which letters it has. */
function lettersIn(dictionary: Dictionary): Int32Array {
  const letters = new Int32Array(dictionary.size).fill(unlettered)
  dictionary.forEach((bytes, length, number) => (letters[number] = lettersOf(bytes, length)))
  return letters
}

const [functionByte] = new TextEncoder().encode(functionTerm(''))

const isFigure = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Which letters of plain English a term has, one bit each. What lies beyond has none, and so rules nothing out. */
function lettersOf(bytes: Uint8Array, length = bytes.length): number {
  let letters = 0
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    if (isFigure(byte) || (at === 0 && byte === functionByte)) return unlettered
    if (byte < 0x80) letters |= 1 << (byte % 31)
  }
  return letters
}

function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
