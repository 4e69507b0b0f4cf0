/**
 * How many letters must be changed, added, left out, or moved over one or two others to make the typed word the term
 * (optimal string alignment, with the move over two: "chron" is one slip from "crohn"), or any beginning of the term when
 * the word is only half typed. More than `most` counts as `most + 1`.
 */
export function distanceTo(word: string, term: string, most: number, isHalfTyped: boolean): number {
  if (word.length - term.length > most || (!isHalfTyped && term.length - word.length > most)) return most + 1
  const width = Math.min(term.length, word.length + most)
  const rows = [Array.from({ length: width + 1 }, (_, at) => at)]
  let leastBefore = 0
  for (let row = 1; row <= word.length; row++) {
    const now = [row]
    rows.push(now)
    for (let at = 1; at <= width; at++) now.push(stepTo(word, term, row, at, rows))
    const least = Math.min(...now)
    // A move over two letters may pass over one row, and no step over two.
    if (least > most && leastBefore > most) return most + 1
    leastBefore = least
  }
  const last = rows.at(-1) ?? []
  return Math.min(isHalfTyped ? Math.min(...last) : (last[width] ?? most + 1), most + 1)
}

/** The least from the beginnings of both to so many letters of the word and of the term. */
function stepTo(
  word: string,
  term: string,
  row: number,
  at: number,
  rows: readonly (readonly number[])[],
): number {
  const before = (letters: number): number => rows[row - letters]?.[at - letters] ?? Infinity
  const added = (rows[row]?.[at - 1] ?? Infinity) + 1
  const leftOut = (rows[row - 1]?.[at] ?? Infinity) + 1
  if (word[row - 1] === term[at - 1]) return Math.min(added, leftOut, before(1))
  const moved = lettersMoved(word, term, row, at)
  return Math.min(added, leftOut, before(1) + 1, moved === 0 ? Infinity : before(moved) + 1)
}

/** Of how many letters up to here the same stand in the term, with the first or the last of them moved: 2, 3 or none. */
function lettersMoved(word: string, term: string, row: number, at: number): 0 | 2 | 3 {
  const [a, b, c] = [word[row - 3], word[row - 2], word[row - 1]]
  const [x, y, z] = [term[at - 3], term[at - 2], term[at - 1]]
  if (b === z && c === y) return 2
  return (a === z && b === x && c === y) || (c === x && a === y && b === z) ? 3 : 0
}
