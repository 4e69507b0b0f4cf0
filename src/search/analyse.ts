import { dosesAt } from './doses'
import { fold, greekNames } from './fold'
import { piecesOf, type Piece } from './pieces'
import { functionTerm, isShouting, isStopWord } from './stop-words'
import { stem } from './spelling'
import { measureOf, spanOf } from './units'
import type { Token, Word } from './word'

/*
 * The one place that decides how text becomes terms, for building the index and for asking it. Whatever changes here
 * changes the fingerprint of the index (options.ts), because an index asked in other terms finds nothing.
 */

/** The terms of a text that tell something, with their places: what marks are computed from. */
export const tokens = (text: string): Token[] =>
  words(text).flatMap(({ parts, joints }) => [...parts, ...joints])

/** The terms of a text that tell something. */
export const terms = (text: string): string[] => tokens(text).map(({ term }) => term)

/** All terms of a text, those of its stop words too: what the index holds. */
export const indexedTerms = (text: string): string[] =>
  words(text).flatMap(({ parts, joints, asides }) => [...parts, ...joints, ...asides].map(({ term }) => term))

/** The words of a text, in order. Stop words are among them, with no terms but their asides. */
export function words(text: string): Word[] {
  const pieces = piecesOf(text)
  const shouts = isShouting(text)
  const found: Word[] = []
  for (let at = 0; at < pieces.length;) {
    const doses = dosesAt(text, pieces, at)
    const group = doses === null ? groupAt(text, pieces, at) : []
    for (const word of doses?.words ?? wordsOf(group, pieces[at - 1], shouts)) found.push(word)
    at += doses?.used ?? group.length
  }
  return found
}

/** The pieces from here on that are linked: `COVID`, `19`. A dose ends them, for it is a word of its own. */
function groupAt(text: string, pieces: readonly Piece[], at: number): Piece[] {
  const group = pieces.slice(at, at + 1)
  for (let next = at + 1; next < pieces.length; next++) {
    const piece = pieces[next]
    if (piece?.isLinked !== true || piece.isUnspaced || pieces[next - 1]?.isUnspaced === true) break
    if (piece.isNumber && dosesAt(text, pieces, next) !== null) break
    group.push(piece)
  }
  return group
}

/** Words of more parts than this have joints between neighbours only: a path is no name. */
const mostParts = 5

function wordsOf(group: readonly Piece[], before: Piece | undefined, shouts: boolean): Word[] {
  const [first, second] = group
  if (first === undefined) return []
  if (first.isUnspaced) return [unspacedWord(first)]
  if (second === undefined) return [plainWord(first, before, shouts)]
  const plain = group.map((piece, index) => plainWord(piece, index === 0 ? before : group[index - 1], shouts))
  // Dates, blood pressures, scores: each number for itself.
  if (group.every(({ isNumber }) => isNumber)) return plain
  const joints = group.length <= mostParts ? [joint(group)] : []
  if (group.length > 2) joints.push(...group.slice(1).map((_, index) => joint(group.slice(index, index + 2))))
  const { start, end, folded } = { ...joint(group), folded: group.map(joinable).join('') }
  const parts = plain.flatMap((word) => word.parts)
  const asides = plain.flatMap((word) => word.asides)
  return [{ start, end, folded, parts, joints, asides, isDose: false }]
}

function plainWord(piece: Piece, before: Piece | undefined, shouts: boolean): Word {
  const { start, end, written, folded } = piece
  const isAside = isStopWord(written, folded, before?.folded ?? '', shouts)
  return {
    start,
    end,
    folded,
    parts: isAside || folded === '%' ? none : [{ term: termOf(piece, before), start, end }],
    joints: none,
    asides: isAside ? [{ term: functionTerm(folded), start, end }] : none,
    isDose: false,
  }
}

const none: readonly Token[] = []

/** Spans of time are spelled out where they can be nothing else: after a number (12wk) or a unit (mg/d). */
function termOf(piece: Piece, before: Piece | undefined): string {
  const isCounted =
    before !== undefined && (before.isNumber || (piece.isLinked && measureOf(before.folded) !== undefined))
  const span = isCounted ? spanOf(piece.folded) : undefined
  return span === undefined ? piece.term : stem(span)
}

function joint(group: readonly Piece[]): Token {
  const start = group[0]?.start ?? 0
  return { term: stem(group.map(joinable).join('')), start, end: group.at(-1)?.end ?? start }
}

/** A lone Greek letter under its name; other words as they are, for it is the joint that is stemmed. */
const joinable = ({ folded, term, isNumber }: Piece): string =>
  isNumber ? term : (greekNames.get(folded) ?? folded)

/**
 * Text without spaces is cut into overlapping pairs of letters. A dictionary would cut it into words, but each version
 * of each runtime has another dictionary, and an index built with one is silent when asked with the next. (A query may
 * be cut by one: `unspaced-words.ts`.) The last letter also stands alone, since no pair begins with it.
 */
function unspacedWord({ written, folded, start, end }: Piece): Word {
  const letters = [...written.matchAll(/\P{M}\p{M}*/gu)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }))
  const pairs = letters.slice(1).map(({ to }, index) => ({ from: letters[index]?.from ?? 0, to }))
  const parts = [...pairs, ...letters.slice(-1)].map(({ from, to }) => ({
    term: fold(written.slice(from, to)),
    start: start + from,
    end: start + to,
  }))
  return { start, end, folded, parts, joints: none, asides: none, isDose: false }
}
