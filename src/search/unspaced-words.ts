import { words } from './analyse'
import { fold } from './fold'
import { startsUnspaced } from './scripts'
import type { Token, Word } from './word'

/**
 * The words of a query or a name, in order: those of its text, and what is written without spaces cut into words.
 *
 * The index holds pairs of letters of such text and knows nothing of words, so that it is the same from every runtime.
 * A dictionary is asked only here, where what it does not know costs a little precision and never an answer.
 */
export const askedWords = (text: string): Word[] =>
  words(text).flatMap((word) =>
    startsUnspaced.test(text.slice(word.start, word.end)) ? cut(text, word) : [word],
  )

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Single letters that join words and are none: Japanese particles; of, and, is, in in Chinese. */
const joining = /^(?:\p{sc=Hira}|[的了吗嗎和与與及在是有对對])$/u

function cut(text: string, word: Word): Word[] {
  const found = stretches(text.slice(word.start, word.end)).map(({ from, to }): Word => {
    const [start, end] = [word.start + from, word.start + to]
    const within = word.parts.filter((part) => part.start >= start && part.end <= end)
    const pairs = within.filter((part) => lettersIn(text.slice(part.start, part.end)) > 1)
    const folded = fold(text.slice(start, end))
    const alone: Token = { term: folded, start, end }
    return { ...word, start, end, folded, parts: pairs.length > 0 ? pairs : [alone] }
  })
  return found.length > 0 ? found : [word]
}

/** Where the words stand. Letters that the dictionary leaves single are kept together: most are of names. */
function stretches(run: string): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number; isSingle: boolean }[] = []
  let follows = false
  for (const { segment, index } of segmenter.segment(run)) {
    const to = index + segment.length
    const isSingle = lettersIn(segment) === 1
    const last = found.at(-1)
    if (isSingle && joining.test(segment)) {
      follows = false
      continue
    }
    if (isSingle && follows && last?.isSingle === true) last.to = to
    else found.push({ from: index, to, isSingle })
    follows = true
  }
  return found
}

/** Letters with their marks. */
const lettersIn = (text: string): number => [...text.matchAll(/\P{M}\p{M}*/gu)].length
