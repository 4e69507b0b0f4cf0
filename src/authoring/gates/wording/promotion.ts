import { sentencesOf, withoutQuotations } from '../sentences'
import type { WordingTable } from './wording-table'

/** How many words before a word of praise may turn it round: "has not been shown or proven". */
const reach = 4

/** The words of praise or proof in a text, each once; none that are negated or that stand in quotation marks. */
export function promotionalWords(text: string, table: WordingTable): string[] {
  const found = sentencesOf(withoutQuotations(text)).flatMap((sentence) =>
    [...sentence.matchAll(table.promotional)].flatMap(({ 0: words, index }) => {
      const before = sentence.slice(0, index).trim().split(/\s+/).slice(-reach).join(' ')
      return table.negations.test(before) ? [] : [words.toLowerCase()]
    }),
  )
  return [...new Set(found)]
}
