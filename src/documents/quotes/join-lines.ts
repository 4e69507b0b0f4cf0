const broken = /(\p{L}{1,64})([\u002D\u2010\u00AD])[^\S\n]*\n\s*(?=(\p{Ll}\p{L}{0,64}))/gu
const openLine = /(?<=[\p{Pd}\u2212/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[^\S\n]*\n\s*/gu
const ligatures = /[\uFB00-\uFB06]/g

/**
 * The text of a page as one would type it: lines joined, words that were broken at a line end whole, ligatures in
 * letters. Whether "low-" and "dose" make one word or two is seen from `usage`: the hyphen stays where "low-dose"
 * stands there.
 */
export function joinLines(text: string, usage: string): string {
  return wholeWords(text, usage)
    .replace(openLine, '')
    .replace(/[^\S\u2029]+/g, ' ')
    .trim()
}

/** The same with the lines as they are: only words that were broken at a line end are made whole, on the first of its lines. */
export function wholeWords(text: string, usage: string): string {
  const used = usage.toLowerCase().replace(/\u2010/g, '-')
  return text
    .replace(broken, (_, left: string, hyphen: string, right: string) =>
      hyphen !== '\u00AD' && used.includes(`${left}-${right}`.toLowerCase()) ? `${left}-` : left,
    )
    .replace(/\u00AD/g, '')
    .replace(ligatures, (ligature) => ligature.normalize('NFKC'))
}
