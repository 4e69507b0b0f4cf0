import { sentencesOf } from '../sentences'
import { syllablesIn } from './syllables'

/** What the formulas count in a text. */
export interface TextCounts {
  readonly sentences: number
  readonly words: number
  /** Letters and digits. */
  readonly letters: number
  readonly syllables: number
  /** Words of three syllables and more. */
  readonly long: number
}

/**
 * Counts pieces of text, each of which ends a sentence: a list item has no full stop, and is read as one. Numbers are
 * left out: none of the formulas was made for them.
 */
export function countText(pieces: readonly string[]): TextCounts {
  const sentences = pieces
    .flatMap(sentencesOf)
    .map(wordsIn)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  const syllables = words.map(syllablesIn)
  return {
    sentences: sentences.length,
    words: words.length,
    letters: words.reduce((sum, word) => sum + word.replace(/[^\p{L}\p{N}]/gu, '').length, 0),
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    long: syllables.filter((count) => count >= 3).length,
  }
}

const wordsIn = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)?/gu) ?? []

/** The school grades of the United States that five formulas give for a text in English. */
export function readingGrades({
  sentences,
  words,
  letters,
  syllables,
  long,
}: TextCounts): Record<Formula, number> {
  const perSentence = words / sentences
  return {
    // Kincaid et al., Derivation of new readability formulas, Navy Research Branch Report 8-75, 1975
    'Flesch-Kincaid': 0.39 * perSentence + 11.8 * (syllables / words) - 15.59,
    // McLaughlin, SMOG grading: a new readability formula, J Reading 1969;12:639
    SMOG: 1.043 * Math.sqrt(long * (30 / sentences)) + 3.1291,
    // Coleman and Liau, J Appl Psychol 1975;60:283
    'Coleman-Liau': 0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8,
    // Smith and Senter, Automated readability index, AMRL-TR-66-220, 1967
    ARI: 4.71 * (letters / words) + 0.5 * perSentence - 21.43,
    // Gunning, The technique of clear writing, 1952
    'Gunning-Fog': 0.4 * (perSentence + (100 * long) / words),
  }
}

/** The formulas of {@link readingGrades}. */
export type Formula = 'Flesch-Kincaid' | 'SMOG' | 'Coleman-Liau' | 'ARI' | 'Gunning-Fog'

/** The median of the five formulas, to one decimal; null when there is nothing to measure. */
export function readingGrade(pieces: readonly string[]): number | null {
  const counts = countText(pieces)
  if (counts.words === 0) return null
  const grades = Object.values(readingGrades(counts)).sort((one, other) => one - other)
  return Math.round(10 * (grades[2] ?? 0)) / 10
}
