import { distanceTo } from './edit-distance'

/** A term of the index that is spelled almost as the one asked for. */
export interface Near {
  readonly term: string
  readonly distance: number
}

/** The terms of one shard, in the order of their code units, so that nothing has to be built before the first look. */
export class Vocabulary {
  private letters: Int32Array | null = null

  constructor(private readonly terms: readonly string[]) {}

  /** Where a term stands, or -1. */
  indexOf(term: string): number {
    const at = this.firstNotBefore(term)
    return this.terms[at] === term ? at : -1
  }

  /** The terms that begin so, in order. */
  startingWith(start: string): readonly string[] {
    const from = this.firstNotBefore(start)
    let to = from
    while (this.terms[to]?.startsWith(start) === true) to++
    return this.terms.slice(from, to)
  }

  /** The longest term, of at least so many letters, that a half-typed word begins with: `inflamm` of `inflammatio`. */
  longestWithin(word: string, atLeast: number): string | null {
    for (let length = word.length - 1; length >= atLeast; length--) {
      const start = word.slice(0, length)
      if (this.indexOf(start) >= 0) return start
    }
    return null
  }

  /** The terms within a distance of a word; of a half-typed word, also those whose beginning is. Without numbers. */
  near(word: string, most: number, isHalfTyped: boolean): Near[] {
    this.letters ??= Int32Array.from(this.terms, lettersOf)
    const wanted = lettersOf(word)
    const found: Near[] = []
    for (const [at, term] of this.terms.entries()) {
      const letters = this.letters[at] ?? 0
      if (letters === unlettered) continue
      // Each step changes one letter at most, so this many must agree; it spares us nearly all of the terms.
      if (bits(wanted & ~letters) > most || (!isHalfTyped && bits(letters & ~wanted) > most)) continue
      const distance = distanceTo(word, term, most, isHalfTyped)
      if (distance <= most) found.push({ term, distance })
    }
    return found
  }

  private firstNotBefore(term: string): number {
    let [from, to] = [0, this.terms.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.terms[middle] ?? '') < term) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** Marks a term with figures in it: 4.5mg is no misspelling of 45mg. */
const unlettered = -1

/** Which letters a term has, one bit each; what is beyond plain English shares the upper bits. */
function lettersOf(term: string): number {
  if (/\d/.test(term)) return unlettered
  let letters = 0
  for (let at = 0; at < term.length; at++) letters |= 1 << (term.charCodeAt(at) % 31)
  return letters
}

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}
