import { fold, isAscii } from './fold'
import { unspacedScript } from './scripts'
import { spellingOf, type Spelling } from './spelling'
import { isUnit } from './units'

/** A stretch of the text without a boundary in it: letters, a number, or a percent sign. */
export interface Piece extends Spelling {
  readonly start: number
  readonly end: number
  /** Joined to the piece before it: by a hyphen or slash, or by nothing, as in `TNFα`. */
  readonly isLinked: boolean
}

/** Letters and figures with what may stand between them: marks, soft hyphens, the small figures of CO₂. */
const run = String.raw`[\p{L}\p{Nd}\p{Nl}][\p{L}\p{Nd}\p{Nl}\p{M}\u00ad\u200b-\u200d\u2060\u2080-\u2089]*`
const apostrophe = String.raw`['’ʼ＇](?=\p{L})`
const unitAhead = String.raw`[ \u00a0]?(?:[mµμnk]?g|mcg|[md]?[lL]|%)(?!\p{L})`
/** A point in 4.5 and M79.7; the raised point of the Lancet; a comma in 1,000, and in 4,5 mg where a unit follows. */
const point = String.raw`(?<=\p{Nd})(?:[.·](?=\p{Nd})|,(?=\p{Nd}{3}(?!\p{Nd})|\p{Nd}{1,2}${unitAhead}))`
const pointFirst = String.raw`(?<![\p{L}\p{M}\p{Nd}.·])[.·](?=\p{Nd})`
const piece = new RegExp(`(?:${pointFirst})?${run}(?:(?:${apostrophe}|${point})${run})*|[%％]`, 'gu')

/** What may link two pieces into one word: hyphens and the slash, but not the dash between two clauses. */
const link = /^[-\u2010-\u2013\u2212/]$/

/** Marks of one letter. None has more, but a hostile text may, and each place looks back over all of them. */
const marks = String.raw`\p{M}{0,8}`

/** Where one run of letters is two pieces: where the script changes, and between `anti` and `TNF`. */
const seams = [
  String.raw`(?<=\p{sc=Grek})(?=[^\p{sc=Grek}\p{M}])|(?<=[^\p{sc=Grek}])(?=\p{sc=Grek})`,
  String.raw`(?<=[${unspacedScript}]${marks})(?=[^${unspacedScript}\p{M}])|(?<=[^${unspacedScript}\p{M}]${marks})(?=[${unspacedScript}])`,
  String.raw`(?<=\p{Ll}${marks}\p{Ll}${marks})(?=\p{Lu}${marks}\p{Lu})`,
]
const seam = new RegExp(seams.join('|'), 'u')
const asciiSeam = /[a-z]{2}[A-Z]{2}/

const numberWithLetters = /^([\d.,·]*\d)(\D+)$/u

/** Cuts a text into pieces, in order. Whatever is no letter, figure or percent sign falls between them. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(piece)) {
    let start = match.index
    let isLinked = link.test(text.slice(pieces.at(-1)?.end ?? start, start))
    for (const written of partsOf(match[0])) {
      const end = start + written.length
      const { folded, term, isNumber, isUnspaced } = spellingOf(written)
      // A run of nothing but marks and unseen characters folds to nothing.
      if (folded !== '') pieces.push({ written, folded, term, isNumber, isUnspaced, start, end, isLinked })
      start = end
      isLinked = true
    }
  }
  return pieces
}

function partsOf(written: string): readonly string[] {
  const [, figures, letters] = numberWithLetters.exec(written) ?? []
  if (figures !== undefined && letters !== undefined && isUnit(fold(letters))) return [figures, letters]
  if (isAscii(written)) return asciiSeam.test(written) ? written.split(seam) : [written]
  return isUnit(fold(written)) ? [written] : written.split(seam)
}
