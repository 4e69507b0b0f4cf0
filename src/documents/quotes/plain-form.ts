/**
 * A text in the form in which quotes are compared, with the way back. What a reader cannot tell apart, or a copy
 * through a PDF or a web page changes, is made alike: white space, quotes, hyphens and minus signs, soft hyphens,
 * ligatures and other compatibility forms of Unicode.
 */
export interface PlainForm {
  readonly text: string
  /** The text that this is the form of, and how it was set. */
  readonly source: string
  readonly setting: Setting
  /** The range of the original text that a range of the plain text stands for. */
  original(start: number, end: number): Range
}

/** A range of UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * How a text was set: `flow` when its line ends mean no more than spaces, `lines` when it was read off a page, where a
 * word may be broken at a line end with a hyphen.
 */
export type Setting = 'flow' | 'lines'

/**
 * Stands in the plain form of `lines` where a word is broken: for nothing or for a hyphen, as "treat-ment" and
 * "low-dose" look alike there. No other plain text holds a soft hyphen.
 */
export const brokenWord = '\u00AD'

/** Stands in the plain form of `lines` where a line ends after a dash or a slash: for nothing or for a space. */
export const brokenLine = '\n'

/**
 * The steps of the comparison: plain words, white space with what is invisible in it, a run of Hangul letters, or a
 * base character with its marks. Composing never reaches over the edge of a step, so each knows its place. U+2029
 * keeps blocks apart and is no white space here. Each step is bounded: a text of a million letters is no single one.
 */
const invisible = String.raw`(?:[^\S\u2029]|[\u00AD\u200B-\u200D\u2060]){1,4096}`
const others = String.raw`[\u1100-\u11FF]{1,4096}|\P{M}\p{M}{0,64}|\p{M}{1,64}`
const breaking = String.raw`[\u002D\u2010\u00AD][^\S\n]*\n\s*(?=\p{Ll})`
const word = (letter: string): string => `${letter}{1,128}(?: ${letter}{1,128}){0,32}(?!\\p{M})`
const steps: Readonly<Record<Setting, RegExp>> = {
  flow: new RegExp(`${word('[!-_a-~]')}|${invisible}|${others}`, 'gu'),
  lines: new RegExp(
    `(?<=\\p{L})${breaking}|${word(`(?:(?!(?<=\\p{L})${breaking})[!-_a-~])`)}|${invisible}|${others}`,
    'gu',
  ),
}

/** JavaScript counts the byte order mark as white space; to a reader it is nothing. */
const whiteSpace = /[^\S\uFEFF]/
const nothing = new RegExp(`^${invisible}$`)
const singleQuotes = /^[\u2018-\u201B\u2032\u02BC`\u00B4]$/
const doubleQuotes = /^[\u201C-\u201F\u2033\u00AB\u00BB]$/

/** Hyphens, dashes and minus signs, the small, the wide and the superscript ones too. */
const hyphens = /^(?:\p{Pd}|[\u2212\u207B\u208B])$/u

/** Superscripts and fractions keep their form: with them made plain, "10² cells" would quote as "102 cells". */
const keepsForm = /\p{No}/u

const breaksWord = /^[\u002D\u2010\u00AD][^\S\n]*\n/

/** After these a line may end without a space: dashes, the slashes of addresses, and the letters of East Asia. */
const endsLine = /[\p{Pd}\u2212/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function plain(step: string): string {
  if (/^[!-_a-~]/.test(step) && /[!-_a-~]$/.test(step)) return step
  if (nothing.test(step)) return whiteSpace.test(step) ? ' ' : ''
  if (singleQuotes.test(step)) return "'"
  if (doubleQuotes.test(step)) return '"'
  if (hyphens.test(step)) return '-'
  return keepsForm.test(step) ? step.normalize('NFC') : step.normalize('NFKC')
}

function plainOnPage(step: string, before: string): string {
  if (breaksWord.test(step)) return brokenWord
  return step.includes('\n') && endsLine.test(before) ? brokenLine : plain(step)
}

/** Brings a text into plain form. White space at its ends stays, as one space. */
export function plainForm(text: string, setting: Setting = 'flow'): PlainForm {
  const form = (step: string, index: number): string =>
    setting === 'flow' ? plain(step) : plainOnPage(step, text.charAt(index - 1))
  return {
    text: text.replace(steps[setting], form),
    source: text,
    setting,
    original: (start, end) => originalRange(text, steps[setting], form, start, end),
  }
}

/** Walks the steps again: a range is asked for once for each quote found, so nothing is kept for it. */
function originalRange(
  text: string,
  stepsOf: RegExp,
  formOf: (step: string, index: number) => string,
  start: number,
  end: number,
): Range {
  let range: Range = { start: text.length, end: text.length }
  let begin = 0
  for (const { 0: step, index } of text.matchAll(stepsOf)) {
    const form = formOf(step, index)
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
