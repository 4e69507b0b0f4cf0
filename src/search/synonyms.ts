import { ranking } from './options'
import type { Form, QueryWord } from './query'
import { askedWords } from './unspaced-words'

/** The names that one thing goes by. Written when packing; any of them finds what is called by another. */
export interface Names {
  /** Title, aliases, abbreviations. */
  readonly names: readonly string[]
  /** Codes that lead to the names, which nobody searches for by the name: `M79.7`. */
  readonly codes?: readonly string[]
  /** The id of the condition page that they are of. */
  readonly condition?: string
}

/** Names that are looked for in a query are of so many words at most. */
const longestName = 8
/** What a stranger's file may hold. */
const most = { bytes: 4 * 1024 * 1024, groups: 5_000, names: 100, together: 30_000, letters: 200 }

interface Named {
  readonly name: string
  readonly terms: readonly string[]
}

/** Names by the words that they are of. */
export class Synonyms {
  private readonly groups = new Map<string, Names[]>()

  constructor(groups: Iterable<Names>) {
    for (const group of groups) {
      for (const name of [...group.names, ...(group.codes ?? [])]) {
        for (const key of keysOf(name)) {
          const known = this.groups.get(key) ?? []
          if (key !== '' && !known.includes(group)) this.groups.set(key, [...known, group])
        }
      }
    }
  }

  /** The conditions that go by a name. */
  conditionsOf(name: string): readonly string[] {
    const groups = this.groups.get(keyOf(termsOf(name))) ?? []
    return [...new Set(groups.flatMap(({ condition }) => condition ?? []))]
  }

  /**
   * The words of a query, each with the other names of what it names as further forms: of several words that are one
   * name, each has all of them.
   *
   * @param isKnown whether any row has a term
   */
  expand(query: readonly QueryWord[], isKnown: (term: string) => boolean): Expanded {
    const forms = query.map(({ forms: own }) => [...own])
    const also = new Set<string>()
    const conditions = new Set<string>()
    const isName = new Set<number>()
    let things = 0
    for (let at = 0; at < query.length; things++) {
      const length = this.longestAt(query, at)
      const named = query.slice(at, at + length)
      for (const { condition } of this.groupsOf(named))
        if (condition !== undefined) {
          conditions.add(condition)
          for (let word = at; word < at + length; word++) isName.add(word)
        }
      for (const { name, terms } of this.othersOf(named)) {
        if (!terms.every(isKnown)) continue
        also.add(name)
        const form: Form = { terms, weight: ranking.synonym / terms.length / length }
        for (let word = at; word < at + length; word++) forms[word]?.push(form)
      }
      at += Math.max(length, 1)
    }
    return {
      words: query.map((word, at) => ({ ...word, forms: forms[at] ?? [], isName: isName.has(at) })),
      also: [...also],
      conditions,
      things,
    }
  }

  /** How many words from here on are a name. */
  private longestAt(query: readonly QueryWord[], at: number): number {
    for (let length = Math.min(longestName, query.length - at); length > 0; length--) {
      if (this.groupsOf(query.slice(at, at + length)).length > 0) return length
    }
    return 0
  }

  /** What goes by these words: by their parts, or by the whole of a compound. */
  private groupsOf(words: readonly QueryWord[]): readonly Names[] {
    const byParts = this.groups.get(keyOf(words.flatMap(({ parts }) => parts)))
    const [whole] = words.length === 1 ? (words[0]?.forms ?? []) : []
    return byParts ?? this.groups.get(keyOf(whole?.terms ?? [])) ?? []
  }

  /** The other names of what goes by these words; not those that only say more: they find nothing more. */
  private othersOf(words: readonly QueryWord[]): Named[] {
    const terms = words.flatMap(({ parts }) => parts)
    const others = new Map<string, Named>()
    for (const { names } of this.groupsOf(words)) {
      for (const name of names) {
        const own = [...new Set(termsOf(name))]
        if (own.length > 0 && !terms.every((term) => own.includes(term)))
          others.set(keyOf(own), { name, terms: own })
      }
    }
    return [...others.values()]
  }
}

/** A query that also asks for other names. */
export interface Expanded {
  readonly words: readonly QueryWord[]
  /** The names, for the reader: "also searching …". */
  readonly also: readonly string[]
  /** The condition pages that go by a name in the query. */
  readonly conditions: ReadonlySet<string>
  /** How many things the query asks for: a name of several words is one. */
  readonly things: number
}

/** The groups of names that a file of a bundle holds; null when it holds something else, or more than is read. */
export function readNames(bytes: Uint8Array): readonly Names[] | null {
  if (bytes.length > most.bytes) return null
  const value = parsed(bytes)
  if (!Array.isArray(value) || value.length > most.groups || !value.every(isNames)) return null
  const together = value.reduce((sum, { names, codes = [] }) => sum + names.length + codes.length, 0)
  return together > most.together ? null : value
}

/**
 * As much of some groups of names as {@link readNames} reads: a name of many letters is left out, for nobody searches
 * by it, and so is what stands beyond the last group that fits.
 */
export function readableNames(groups: readonly Names[]): Names[] {
  const kept: Names[] = []
  let [together, bytes] = [0, 2]
  for (const { names, codes, ...rest } of groups.slice(0, most.groups)) {
    const group = {
      ...rest,
      names: names.filter(isName).slice(0, most.names),
      ...(codes === undefined ? {} : { codes: codes.filter(isName).slice(0, most.names) }),
    }
    together += group.names.length + (group.codes?.length ?? 0)
    bytes += new TextEncoder().encode(JSON.stringify(group)).length + 1
    if (together > most.together || bytes > most.bytes) break
    kept.push(group)
  }
  return kept
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // The caller tells what is no list of names, whatever else it is.
    return null
  }
}

function isNames(value: unknown): value is Names {
  if (typeof value !== 'object' || value === null) return false
  const { names, codes, condition } = value as Record<string, unknown>
  return (
    isTexts(names) &&
    (codes === undefined || isTexts(codes)) &&
    (condition === undefined || isName(condition))
  )
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= most.letters

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= most.names && value.every(isName)

const termsOf = (name: string): readonly string[] =>
  askedWords(name).flatMap(({ parts }) => parts.map(({ term }) => term))

/** A name in one compound is known by its parts and, as people type it, by the whole: ME/CFS, mecfs. */
function keysOf(name: string): readonly string[] {
  const [word, ...more] = askedWords(name)
  const [whole] = word?.joints ?? []
  const byParts = keyOf(termsOf(name))
  return whole === undefined || more.length > 0 || word?.isDose === true ? [byParts] : [byParts, whole.term]
}

const keyOf = (terms: readonly string[]): string => terms.join(' ')
