import { tokens } from './analyse'
import type { LoadedShard } from './index-shard'

/** A term as a text of the bundle writes it: `naltrexone` for `naltrexon`. Stems are not for reading. */
export function surfaceOf(term: string, shards: readonly LoadedShard[]): string {
  for (const { index, rows } of shards) {
    const number = index.rowWith(term)
    const row = number === null ? undefined : rows[number]
    if (row === undefined) continue
    for (const text of [row.text, row.title, row.also ?? '']) {
      const token = tokens(text).find((each) => each.term === term)
      if (token !== undefined) return plain(text.slice(token.start, token.end))
    }
  }
  return term
}

/** Without the capital of a sentence or a title; abbreviations keep theirs. */
const plain = (word: string): string => (/^\p{Lu}\P{Lu}*$/u.test(word) ? word.toLowerCase() : word)
