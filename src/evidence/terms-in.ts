import type { Term } from '../bundle'

/** A stretch of text; `term` is what it names, where it names one. */
export interface TextPiece {
  readonly text: string
  readonly term: Term | null
}

/** The term of this name or alias, whatever its capitals; null when the glossary has none. */
export const termNamed = (terms: readonly Term[], name: string): Term | null =>
  terms.find((term) => namesOf(term).some((one) => one.toLowerCase() === name.toLowerCase())) ?? null

/** Cuts a text at the terms that stand in it. Each term is marked once, where it stands first: twice would only disturb. */
export function markTerms(text: string, terms: readonly Term[]): TextPiece[] {
  if (terms.length === 0) return [{ text, term: null }]
  const pieces: TextPiece[] = []
  const seen = new Set<Term>()
  let from = 0
  for (const match of text.matchAll(patternOf(terms))) {
    const term = termWritten(terms, match[0])
    if (term === null || seen.has(term)) continue
    seen.add(term)
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), term: null })
    pieces.push({ text: match[0], term })
    from = match.index + match[0].length
  }
  return from < text.length ? [...pieces, { text: text.slice(from), term: null }] : pieces
}

const namesOf = ({ term, aliases }: Term): string[] => [term, ...aliases]

/** Abbreviations count only as they are written: OR is an odds ratio, "or" is not. */
const isAbbreviation = (name: string): boolean => /\p{Lu}/u.test(name.slice(1)) && name.length <= 6

const termWritten = (terms: readonly Term[], word: string): Term | null =>
  terms.find((term) =>
    namesOf(term).some((name) =>
      isAbbreviation(name) ? name === word : name.toLowerCase() === word.toLowerCase(),
    ),
  ) ?? null

const patterns = new WeakMap<readonly Term[], RegExp>()

/** Every name of every term as a whole word, the longest first, so that "risk of bias" wins over "bias". */
function patternOf(terms: readonly Term[]): RegExp {
  const known = patterns.get(terms)
  if (known !== undefined) return known
  const names = terms.flatMap(namesOf).sort((a, b) => b.length - a.length)
  const either = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu')
  patterns.set(terms, pattern)
  return pattern
}
