import { tokens } from './analyse'
import type { TermsTable } from './terms-table'

/** A term as a text of the bundle writes it: `naltrexone` for `naltrexon`. Stems are not for reading. */
export function surfaceOf(term: string, table: TermsTable): string {
  const { numbers } = table.look(term)
  for (const [at, shard] of table.shards.entries()) {
    const number = numbers[at] ?? -1
    const postings = number < 0 ? null : shard.postingsOf(number)
    const row = postings?.next() === true ? shard.row(postings.row) : null
    if (row === null) continue
    for (const text of [row.text, row.title, row.also ?? '']) {
      const token = tokens(text).find((each) => each.term === term)
      if (token !== undefined) return plain(text.slice(token.start, token.end))
    }
  }
  return term
}

/** Without the capital of a sentence or a title; abbreviations keep theirs. */
const plain = (word: string): string => (/^\p{Lu}\P{Lu}*$/u.test(word) ? word.toLowerCase() : word)
