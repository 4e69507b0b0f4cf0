/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make the typed word the term
 * (optimal string alignment), or any beginning of the term when the word is only half typed. More than `most` counts
 * as `most + 1`.
 */
export function distanceTo(word: string, term: string, most: number, isHalfTyped: boolean): number {
  if (word.length - term.length > most || (!isHalfTyped && term.length - word.length > most)) return most + 1
  const width = Math.min(term.length, word.length + most)
  let [before, last] = [new Array<number>(), Array.from({ length: width + 1 }, (_, at) => at)]
  for (let row = 1; row <= word.length; row++) {
    const now = [row]
    for (let at = 1; at <= width; at++) now.push(stepTo(word, term, row, at, before, last, now))
    if (Math.min(...now) > most) return most + 1
    ;[before, last] = [last, now]
  }
  return Math.min(isHalfTyped ? Math.min(...last) : (last[width] ?? most + 1), most + 1)
}

function stepTo(
  word: string,
  term: string,
  row: number,
  at: number,
  before: readonly number[],
  last: readonly number[],
  now: readonly number[],
): number {
  const isSame = word[row - 1] === term[at - 1]
  const cost = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1))
  const isSwapped = row > 1 && at > 1 && word[row - 1] === term[at - 2] && word[row - 2] === term[at - 1]
  return isSwapped ? Math.min(cost, (before[at - 2] ?? 0) + 1) : cost
}
