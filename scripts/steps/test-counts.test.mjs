import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { countLine, countsIn, none, playwrightCounts, plus, vitestCounts } from './test-counts.mjs'

const unit = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }

it('closes with a line that counts', () => {
  expect(countLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(countLine(plus({ passed: 1, failed: 2, skipped: 3 }, { passed: 4, failed: 5, skipped: 6 }))).toBe(
    '5 passed, 7 failed, 9 skipped',
  )
})

describe('vitestCounts', () => {
  it('reads the totals', () => {
    expect(vitestCounts(unit)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [] },
    ]
    expect(vitestCounts({ ...unit, testResults }).failed).toBe(2)
  })
})

it('counts a Playwright test that passed on its second try as passed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 }
  expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 9, failed: 2, skipped: 3 })
})

describe('countsIn', () => {
  it('does not say "0 failed" of a run that failed', async () => {
    const file = path.join(temporaryFolder(), 'report.json')
    expect(await countsIn(file, vitestCounts, true)).toEqual({ ...none, failed: 1 })
    writeFileSync(file, JSON.stringify({ ...unit, numFailedTests: 0 }))
    expect(await countsIn(file, vitestCounts, true)).toEqual({ passed: 5, failed: 1, skipped: 3 })
    expect(await countsIn(file, vitestCounts, false)).toEqual({ passed: 5, failed: 0, skipped: 3 })
  })
})
