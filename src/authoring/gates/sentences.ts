/** Shortenings whose full stop does not end a sentence. */
const shortened = /\b(?:e\.g|i\.e|vs|approx|Dr|Mr|Mrs|St|no|Fig|p|al|resp|z\.B|d\.h)\.$/

/**
 * No sentence is longer than this. What is, was not written for people, and is cut, so that a hostile text cannot make
 * the patterns that read sentences slow.
 */
const longest = 1_000

/** Cuts a text into sentences. A full stop inside a number (4.5) or after a common shortening ends none. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let begun = ''
  for (const piece of text.split(/(?<=[.!?…]["”’')]*)\s+(?=["“‘'(]*[\p{Lu}\p{N}])/u)) {
    begun = begun === '' ? piece : `${begun} ${piece}`
    if (shortened.test(begun)) continue
    sentences.push(begun.trim())
    begun = ''
  }
  if (begun.trim() !== '') sentences.push(begun.trim())
  return sentences.filter((sentence) => sentence !== '').flatMap(inPieces)
}

const inPieces = (sentence: string): string[] =>
  sentence.length <= longest
    ? [sentence]
    : Array.from({ length: Math.ceil(sentence.length / longest) }, (_, nth) =>
        sentence.slice(nth * longest, (nth + 1) * longest),
      )

/** A text without what stands in quotation marks: those words are somebody else's. */
export const withoutQuotations = (text: string): string =>
  text.replace(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]|(?<![\p{L}\p{N}])‘[^‘’]{0,500}’(?![\p{L}])/gu, '“…”')
