/*
 * Which rows hold a term, and how often: rows in rising order, each as twice its distance from the one before, plus
 * one when a count follows because the term stands there more than once. Half as long as pairs of numbers, and a shard
 * is mostly this.
 */

/** Rows and how often the term stands in each. */
export type Postings = ReadonlyMap<number, number>

/** Packs postings whose rows rise. */
export function packPostings(postings: Postings): number[] {
  const packed: number[] = []
  let last = 0
  for (const [row, count] of postings) {
    if (count === 1) packed.push((row - last) * 2)
    else packed.push((row - last) * 2 + 1, count)
    last = row
  }
  return packed
}

/** Undoes {@link packPostings}. Stops at a row that the shard does not have. */
export function unpackPostings(packed: readonly number[], rows: number): Map<number, number> {
  const postings = new Map<number, number>()
  for (let at = 0, row = 0; at < packed.length; at++) {
    const code = packed[at] ?? 0
    row += Math.floor(code / 2)
    if (!(row >= 0 && row < rows)) break
    const count = code % 2 === 0 ? 1 : (packed[++at] ?? 1)
    if (count > 0) postings.set(row, count)
  }
  return postings
}
