import { greekNames } from './fold'
import { piecesOf, type Piece } from './pieces'
import { loneUnitOf } from './units'

/** The words of a phrase, in order, each as all ways to write it are spelled. */
export interface Phrase {
  readonly words: readonly string[]
  /** Its last word may go on: the closing quote is not typed yet. */
  readonly isOpen: boolean
}

/**
 * Reads a phrase as a reader means it: the same words in the same order, none left out, none stemmed. Hyphens, accents
 * and the ways to write a number or a unit do not matter: "low dose" stands in "low-dose".
 */
export const phraseOf = (text: string, isOpen = false): Phrase => ({
  words: piecesOf(text).map(spelledPiece),
  isOpen: isOpen && !/\s$/.test(text),
})

const spelledPiece = ({ folded, term, isNumber }: Piece): string =>
  isNumber ? term : (greekNames.get(folded) ?? loneUnitOf(folded) ?? folded)

/** Letters of a text that are looked through; no passage is as long. */
const longestRead = 200_000

/** True when the phrase stands in any of the texts. */
export const standsIn = (phrase: Phrase, texts: readonly string[]): boolean =>
  texts.some((text) => standsInOne(phrase, piecesOf(text.slice(0, longestRead)).map(spelledPiece)))

function standsInOne({ words, isOpen }: Phrase, spelled: readonly string[]): boolean {
  const last = words.length - 1
  const fits = (word: string, at: number): boolean =>
    isOpen && at === last ? word.startsWith(words[at] ?? '') : word === words[at]
  for (let start = 0; start + last < spelled.length; start++) {
    let at = 0
    while (at <= last && fits(spelled[start + at] ?? '', at)) at++
    if (at > last) return last >= 0
  }
  return false
}
