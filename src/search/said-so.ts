import { tokensOf } from './marks'
import { ranking } from './options'
import type { ResolvedWord } from './resolve'
import type { Row } from './row'

/**
 * What it is worth that a claim says little more than the words of a query: it is the claim that a reader types as they
 * heard it. 1 for a claim that says much else, and for all other kinds.
 */
export function worthOfSayingSo({ kind, title }: Row, words: readonly ResolvedWord[]): number {
  if (kind !== 'claim') return 1
  const asked = new Set(words.flatMap(({ forms }) => forms.flatMap(({ terms }) => terms)))
  const said = new Set(tokensOf(title).map(({ term }) => term))
  const shared = [...said].filter((term) => asked.has(term)).length
  return 1 + ranking.saidSo * (shared / Math.max(said.size, 1)) ** 2
}
