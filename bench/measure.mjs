/**
 * The middle of some numbers; of an even count, the mean of the two in the middle.
 * @param {readonly number[]} numbers
 */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
    : (sorted[Math.floor(middle)] ?? NaN)
}

/**
 * The value that `share` (0 to 1) of the numbers do not exceed (nearest rank).
 * @param {readonly number[]} numbers
 * @param {number} share
 */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

/**
 * What is reported of some measured times.
 * @param {readonly number[]} numbers
 */
export const summary = (numbers) => ({
  n: numbers.length,
  median: median(numbers),
  p95: percentile(numbers, 0.95),
  max: Math.max(...numbers),
})
