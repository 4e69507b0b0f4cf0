/**
 * The characters that TeX's font encodings (OT1 and T1) have where Unicode has control codes. A PDF whose fonts do not
 * say what their characters mean gives these codes away.
 */
const codes: Readonly<Record<string, string>> = {
  '\u000B': '\uFB00',
  '\u000C': '\uFB01',
  '\u000D': '\uFB02',
  '\u000E': '\uFB03',
  '\u000F': '\uFB04',
  '\u0010': '\u201C',
  '\u0011': '\u201D',
  '\u0012': '\u201E',
  '\u0013': '\u00AB',
  '\u0014': '\u00BB',
  '\u0015': '\u2013',
  '\u0016': '\u2014',
  '\u001B': '\uFB00',
  '\u001C': '\uFB01',
  '\u001D': '\uFB02',
  '\u001E': '\uFB03',
  '\u001F': '\uFB04',
  '\u007F': '-',
}

const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((power, digit) => [String(digit), power])),
  '+': '⁺',
  '-': '⁻',
  '\u2010': '⁻',
  '\u2212': '⁻',
  '\u2013': '⁻',
  '(': '⁽',
  ')': '⁾',
}

/**
 * The letters of the ligatures ff, fi, fl, ffi, ffl, ft and st, each with its two bytes swapped: what some versions of
 * Ghostscript write. No Chinese word is made of these characters alone, beginning with one of the first two.
 */
const swapped = /[\u6600\u7300][\u6600\u6900\u6C00\u7400]+/g

/** The characters that an item shows, as many as it has. */
export const shownCharacters = (str: string): string =>
  str
    // eslint-disable-next-line no-control-regex -- the codes that fonts of TeX use for letters
    .replace(/[\u000B-\u0016\u001B-\u001F\u007F\n]/g, (code) => codes[code] ?? ' ')
    .replace(swapped, (letters) =>
      [...letters].map((letter) => String.fromCharCode(letter.charCodeAt(0) >> 8)).join(''),
    )

/** Digits and signs as superscripts, as many as there are: 10 and a raised 9 are not 109. */
export const raisedCharacters = (str: string): string =>
  str.replace(/[\d+\-\u2010\u2212\u2013()]/g, (character) => raised[character] ?? character)
