/**
 * A text in the form in which quotes are compared, with the way back. What a reader cannot tell apart, or a copy
 * through a PDF or a web page changes, is made alike: white space, quotes, hyphens and minus signs, soft hyphens,
 * ligatures and other compatibility forms of Unicode.
 */
export interface PlainForm {
  readonly text: string
  /** The range of the original text that a range of the plain text stands for. */
  original(start: number, end: number): Range
}

/** A range of UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The steps of the comparison: plain words, white space with what is invisible in it, a run of Hangul letters, or a
 * base character with its marks. Composing never reaches over the edge of a step, so each knows its place.
 */
const steps =
  /[!-_a-~]+(?: [!-_a-~]+)*(?!\p{M})|[\s\u00AD\u200B-\u200D\u2060]+|[\u1100-\u11FF]+|\P{M}\p{M}*|\p{M}+/gu

/** JavaScript counts the byte order mark as white space; to a reader it is nothing. */
const whiteSpace = /[^\S\uFEFF]/
const nothing = /^[\s\u00AD\u200B-\u200D\u2060]+$/
const singleQuotes = /^[\u2018-\u201B\u2032\u02BC`\u00B4]$/
const doubleQuotes = /^[\u201C-\u201F\u2033\u00AB\u00BB]$/

/** Hyphens, dashes and minus signs, the small, the wide and the superscript ones too. */
const hyphens = /^(?:\p{Pd}|[\u2212\u207B\u208B])$/u

/** Superscripts and fractions keep their form: with them made plain, "10² cells" would quote as "102 cells". */
const keepsForm = /\p{No}/u

function plain(step: string): string {
  if (/^[!-_a-~]/.test(step) && /[!-_a-~]$/.test(step)) return step
  if (nothing.test(step)) return whiteSpace.test(step) ? ' ' : ''
  if (singleQuotes.test(step)) return "'"
  if (doubleQuotes.test(step)) return '"'
  if (hyphens.test(step)) return '-'
  return keepsForm.test(step) ? step.normalize('NFC') : step.normalize('NFKC')
}

/** Brings a text into plain form. White space at its ends stays, as one space. */
export const plainForm = (text: string): PlainForm => ({
  text: text.replace(steps, plain),
  original: (start, end) => originalRange(text, start, end),
})

/** Walks the steps again: a range is asked for once for each quote found, so nothing is kept for it. */
function originalRange(text: string, start: number, end: number): Range {
  let range: Range = { start: text.length, end: text.length }
  let begin = 0
  for (const { 0: step, index } of text.matchAll(steps)) {
    const form = plain(step)
    const finish = begin + form.length
    const unchanged = form === step
    if (begin <= start && start < finish)
      range = { ...range, start: unchanged ? index + start - begin : index }
    if (begin < end && end <= finish)
      return { ...range, end: unchanged ? index + end - begin : index + step.length }
    begin = finish
  }
  return range
}
