import { readFile } from 'node:fs/promises'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export const plus = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/**
 * The closing line, in words that people and build machines read.
 * @param {Counts} counts
 */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/**
 * What vitest's JSON report says. A file that could not even be loaded has no failed test in it; it counts as one.
 * @param {any} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * What Playwright's JSON report says. A test that passed on its second try passed; an error outside every test counts
 * as a failure.
 * @param {any} report
 * @returns {Counts}
 */
export const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
})

/**
 * The counts in a report that a run has left. A run that failed without a failed test to show for it (it crashed, or
 * left no report) counts as one failure: "0 failed" would not be true.
 * @param {string} file
 * @param {(report: any) => Counts} read
 * @param {boolean} runFailed
 * @returns {Promise<Counts>}
 */
export async function countsIn(file, read, runFailed) {
  const text = await readFile(file, 'utf8').catch(() => null)
  const counts = text === null ? none : read(JSON.parse(text))
  return runFailed && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
