/** @typedef {import('./collection.mjs').Query} Query */

/**
 * Each query with one slip of the keyboard in one of its words: a letter changed, left out, put in, or swapped with its
 * neighbour. The same seed gives the same slips.
 *
 * @param {readonly Query[]} queries
 * @param {number} seed
 */
export function withSlips(queries, seed) {
  const below = randomNumbers(seed)
  return queries.map(({ id, text }) => {
    const words = [...text.matchAll(/[a-z]{4,}/gi)]
    const word = words[below(Math.max(words.length, 1))]
    if (word === undefined) return { id, text }
    const [written] = word
    return {
      id,
      text: text.slice(0, word.index) + slipped(written, below) + text.slice(word.index + written.length),
    }
  })
}

/**
 * @param {string} word
 * @param {(limit: number) => number} below
 */
function slipped(word, below) {
  const letter = String.fromCharCode(97 + below(26))
  const at = below(word.length - 1)
  const [before, one, two, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  return (
    [
      () => before + letter + two + after,
      () => before + two + after,
      () => before + letter + one + two + after,
      () => before + two + one + after,
    ][below(4)]?.() ?? word
  )
}

/**
 * Whole numbers below a limit, the same for the same seed (mulberry32).
 *
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
export function randomNumbers(seed) {
  let state = seed | 0
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) % limit) >>> 0
  }
}
