/**
 * Words that are in every text and ask for nothing. Short on purpose: whatever can turn a clinical sentence round or
 * weigh it stays (no, not, without, low, high, more, less, may, before, after, against, all, only). What people contract
 * when they type, with an apostrophe or without, no clinical text contracts: "can't sleep" asks for sleep.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about an and are as at be been being but by can could did do does doing for from had has have having he her hers him ' +
    'his how i if in into is it its itself me my of on or our ours she should so such than that the their theirs them ' +
    'then there these they this those to us was we were what when where which who whom whose why will with would you ' +
    'your yours arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt ive shouldnt theyre wasnt werent wont ' +
    'wouldnt youre'
  ).split(' '),
)

/** No word begins so. It keeps stop words from completing a half-typed word and from mending a misspelled one. */
const functionSign = '~'

/** The term of a stop word, apart from those of other words: only who asks for stop words finds them. */
export const functionTerm = (folded: string): string => functionSign + folded

/** True for the term of a stop word. */
export const isFunctionTerm = (term: string): boolean => term.startsWith(functionSign)

/** Words after which a single letter is a name: vitamin A, phase I. */
const named = new Set(
  (
    'bipolar class factor grade group haemophilia hemophilia hepatitis immunoglobulin influenza level phase schedule ' +
    'stage streptococcus type vitamin'
  ).split(' '),
)

/**
 * True for a word to be left out. One in capitals is an abbreviation and stays (IT for intrathecal, OR for odds
 * ratio, WHO), unless the whole text shouts; so does a single letter that belongs to the word before it.
 */
export function isStopWord(written: string, folded: string, before: string, isShouting: boolean): boolean {
  if (!stopWords.has(folded)) return false
  if (folded.length === 1) return !named.has(before)
  // Who knows other searches writes AND between words; it is short for nothing, and OR is.
  return isShouting || folded === 'and' || written !== written.toUpperCase()
}

/** True for a text of several words without a lower-case letter: there capitals tell nothing. */
export const isShouting = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && /(?<!\p{Lu})(?:\p{Lu}+\P{L}+){3}\p{Lu}/u.test(text)
