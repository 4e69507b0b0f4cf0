/*
 * Arabic writes the article and small words onto the next word, and endings onto its end. Light stemming takes the
 * commonest off: light10 of Larkey, Ballesteros and Connell (ACM SIGIR 2002).
 */

const arabic = /^\p{sc=Arab}+$/u
const prefix = /^(?:و?(?:ال|بال|كال|فال|لل)|و(?=.{3}))(?=.{2})/u
const suffix = /(?<=.{2})(?:ها|ان|ات|ون|ين|يه|ه|ي)$/u

/** True for a word in Arabic letters. */
export const isArabic = (folded: string): boolean => arabic.test(folded)

/** A folded Arabic word, or its beginning, without the article and "and". */
export const withoutArticle = (folded: string): string => folded.replace(prefix, '')

/** The stem of a folded Arabic word: without the article, "and", and common endings; two letters stay at least. */
export function arabicStem(folded: string): string {
  let stem = withoutArticle(folded)
  for (let before = ''; before !== stem;) {
    before = stem
    stem = stem.replace(suffix, '')
  }
  return stem
}
