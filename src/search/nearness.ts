import { tokensOf } from './marks'
import { ranking } from './options'
import type { ResolvedWord } from './resolve'

/** Of a whole page its beginning counts: that is where it says what it is about. In UTF-16 units. */
const longest = 4_000

/**
 * What it is worth that the words of a query stand close together in a text: 1 when they do not, a little more when
 * they do, most when nothing stands between them.
 */
export function nearnessIn(text: string, words: readonly ResolvedWord[]): number {
  const byTerm = new Map<string, number>()
  for (const [number, { forms }] of words.entries())
    for (const { terms } of forms) for (const term of terms) byTerm.set(term, number)
  const places = tokensOf(text.slice(0, longest)).flatMap(({ term }, place) => {
    const word = byTerm.get(term)
    return word === undefined ? [] : [{ word, place }]
  })
  const span = shortestSpan(places, words.length)
  return span === null ? 1 : 1 + (ranking.nearness * (words.length - 1)) / Math.max(span, words.length - 1)
}

/** From the first to the last place of the shortest stretch with all words in it; null when they are not all there. */
function shortestSpan(places: readonly { word: number; place: number }[], words: number): number | null {
  const counts = new Map<number, number>()
  let [shortest, from] = [Infinity, 0]
  for (const { word, place } of places) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    while (counts.size === words) {
      const first = places[from++]
      if (first === undefined) break
      shortest = Math.min(shortest, place - first.place)
      const left = (counts.get(first.word) ?? 0) - 1
      if (left === 0) counts.delete(first.word)
      else counts.set(first.word, left)
    }
  }
  return shortest === Infinity ? null : shortest
}
