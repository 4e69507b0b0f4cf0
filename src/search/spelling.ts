import { stemmer } from 'stemmer'
import { arabicStem, isArabic } from './arabic'
import { fold, greekNames, isAscii } from './fold'
import { startsUnspaced } from './scripts'
import { loneUnitOf } from './units'

/** What can be said of a piece of text by its letters alone. */
export interface Spelling {
  readonly written: string
  /** In the one spelling that all ways to write it share; not stemmed. */
  readonly folded: string
  /** What it is found under, unless its neighbours tell more. Empty when there is nothing to find. */
  readonly term: string
  readonly isNumber: boolean
  /** Written without spaces between words: Chinese, Japanese, Thai and their neighbours. */
  readonly isUnspaced: boolean
}

/** A text has few words and says them often. Emptied when it grows too large. */
const known = new Map<string, Spelling>()
const mostKnown = 50_000

/** The spelling of a piece of text that has no boundary in it. */
export function spellingOf(written: string): Spelling {
  const before = known.get(written)
  if (before !== undefined) return before
  const spelling = spell(written)
  if (known.size >= mostKnown) known.clear()
  // Long ones are numbers of bases and broken files: they do not come back.
  if (written.length <= longestTerm) known.set(written, spelling)
  return spelling
}

const number = /^(?:\d+(?:[.,·]\d+)*|[.·]\d+)$/

function spell(written: string): Spelling {
  const folded = withoutApostrophe(fold(written))
  const isNumber = number.test(folded)
  const isUnspaced = !isAscii(written) && startsUnspaced.test(written)
  return {
    written,
    folded,
    term: isNumber ? numberTerm(folded) : wordTerm(written, folded),
    isNumber,
    isUnspaced,
  }
}

/** Crohn’s is Crohn, as Crohns comes to be by its stem; other apostrophes only join. */
const withoutApostrophe = (folded: string): string => folded.replace(/['’ʼ＇]s$/, '').replace(/['’ʼ＇]/g, '')

/** The number as it is searched: 4.50, 4·5 and 4,5 are 4.5; .05 is 0.05; 1,000 is 1000. */
function numberTerm(folded: string): string {
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:[.·]\d+)?$/.test(folded)
  const plain = isGrouped ? folded.replaceAll(',', '') : folded.replaceAll(',', '.')
  const pointed = plain.replaceAll('·', '.').replace(/^\./, '0.')
  return cut(/^\d+\.\d+$/.test(pointed) ? pointed.replace(/\.?(?<!0)0+$/, '') : pointed)
}

function wordTerm(written: string, folded: string): string {
  // RCTs, SSRIs: the plural of an abbreviation, whatever its last letter.
  const isPlural = /^[\p{Lu}\p{Nd}]{2,}s$/u.test(written)
  return greekNames.get(folded) ?? loneUnitOf(folded) ?? stem(isPlural ? folded.slice(0, -1) : folded)
}

/**
 * The stem by Porter's rules, for plain words only, and of Arabic words what is left without their article and endings. Words without a vowel are abbreviations: their last s is a letter
 * like the others, and CRPS, the pain syndrome, must not become CRP, the protein.
 */
export function stem(folded: string): string {
  if (/^[a-z]+$/.test(folded) && /[aeiouy]/.test(folded)) return cut(stemmer(folded))
  return cut(isArabic(folded) ? arabicStem(folded) : folded)
}

/** A term longer than this is cut: no word is, but a text may hold a sequence of bases or a broken file. */
const longestTerm = 64

function cut(term: string): string {
  if (term.length <= longestTerm) return term
  const short = term.slice(0, longestTerm)
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short
}
