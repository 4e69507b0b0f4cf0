/** Words of a query from here on share a bit: of those a row has one or none. */
export const lastBit = 31

/**
 * Where a search adds up, row by row, what a shard's rows are worth. One for each shard and used again by each search,
 * since it is as long as the shard.
 */
export class Board {
  /** What each row is worth so far. */
  readonly scores: Float64Array
  /** Which words of the query each row answers to, one bit each. */
  readonly words: Int32Array
  /** Which of them it answers to only as they are spelled almost. */
  readonly respelled: Int32Array

  constructor(rows: number) {
    this.scores = new Float64Array(rows)
    this.words = new Int32Array(rows)
    this.respelled = new Int32Array(rows)
  }

  /** Forgets the search before. */
  clear(): void {
    this.scores.fill(0)
    this.words.fill(0)
    this.respelled.fill(0)
  }

  /** Adds to what a row is worth, for a word of the query. */
  add(row: number, worth: number, word: number, isRespelled: boolean): void {
    const bit = 1 << word
    this.scores[row] = (this.scores[row] ?? 0) + worth
    const before = this.words[row] ?? 0
    if ((before & bit) !== 0) return
    this.words[row] = before | bit
    if (isRespelled) this.respelled[row] = (this.respelled[row] ?? 0) | bit
  }

  /** Takes a row out, whatever it is worth. */
  drop(row: number): void {
    this.scores[row] = 0
    this.words[row] = 0
  }
}
