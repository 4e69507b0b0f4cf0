import { describe, expect, test } from 'vitest'
import { progressOn, type ProgressStream } from './progress'

/** A stream that keeps what was written; `now` moves on by so much with each look at the clock. */
function watched(isTTY: boolean, apart = 1_000, columns = 60) {
  const written: string[] = []
  const stream: ProgressStream = {
    isTTY,
    columns,
    write: (text) => {
      written.push(text)
      return true
    },
  }
  let time = 0
  return { written, progress: progressOn(stream, () => (time += apart)) }
}

/** What can be seen of it: without what moves the cursor and wipes the line. */
// eslint-disable-next-line no-control-regex
const visible = (written: readonly string[]): string[] => written.filter((text) => !/^\u001b/.test(text))

describe('progress on a terminal', () => {
  test('is a bar that fills up', () => {
    const { written, progress } = watched(true)
    for (const done of [0, 6, 12]) progress.step('check', done, 12)
    expect(visible(written)).toEqual([
      'Checking ░░░░░░░░░░░░░░░░░░░░░░░░ 0 %',
      'Checking ████████████░░░░░░░░░░░░ 50 %',
      'Checking ████████████████████████ 100 %',
    ])
    expect(written.join('')).not.toContain('\n')
  })

  test('is wiped at the end, so that the next line stands alone', () => {
    const { written, progress } = watched(true)
    progress.step('write', 1, 2)
    progress.end()
    expect(written.slice(-2)).toEqual(['\u001b[1G', '\u001b[2K'])
    const before = written.length
    progress.end()
    expect(written).toHaveLength(before)
  })

  test('is not drawn more often than eyes follow, but always when a phase is full', () => {
    const { written, progress } = watched(true, 1)
    for (let done = 0; done <= 50; done++) progress.step('check', done, 50)
    expect(visible(written)).toHaveLength(2)
    expect(visible(written).at(-1)).toContain('100 %')
  })

  test('of nothing is full, and never wider than the terminal', () => {
    const { written, progress } = watched(true)
    progress.step('write', 0, 0)
    expect(visible(written)[0]).toContain('█'.repeat(24))
    const narrow = watched(true, 1_000, 20)
    narrow.progress.step('write', 1, 2)
    for (const line of visible(narrow.written)) expect(line.length).toBeLessThan(20)
  })
})

describe('progress elsewhere', () => {
  test('is one plain line for each phase, without a sign that a log cannot show', () => {
    const { written, progress } = watched(false)
    for (const done of [0, 1, 2]) progress.step('check', done, 2)
    for (const done of [0, 1]) progress.step('write', done, 1)
    progress.end()
    expect(written).toEqual(['Checking…\n', 'Writing…\n'])
  })
})
