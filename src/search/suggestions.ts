import type { LoadedShard } from './index-shard'
import type { QueryWord } from './query'
import type { ResolvedWord } from './resolve'
import { surfaceOf } from './surface'

/** The query with each unknown word in its nearest spellings, as the bundle writes them. */
export function suggestionsFor(
  query: string,
  words: readonly ResolvedWord[],
  shards: readonly LoadedShard[],
): string[] {
  const unknown = words.filter(({ nearest }) => nearest.length > 0)
  const most = Math.max(0, ...unknown.map(({ nearest }) => nearest.length))
  const spelled = Array.from({ length: most }, (_, choice) => {
    const changes = unknown.map((word) => ({
      word,
      to: surfaceOf(word.nearest[choice] ?? word.nearest[0] ?? '', shards),
    }))
    return changes.reduceRight((text, { word, to }) => replaced(text, word, to), query)
  })
  return [...new Set(spelled)].filter((text) => text !== query)
}

const replaced = (text: string, { start, end }: QueryWord, to: string): string =>
  text.slice(0, start) + to + text.slice(end)
