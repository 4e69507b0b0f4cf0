import { describe, expect, it } from 'vitest'
import { joinLines, wholeWords } from './join-lines'

describe('a word that was broken at a line end', () => {
  it.each([
    ['is whole again', 'an improve-\nment of pain', '', 'an improvement of pain'],
    [
      'is whole over a soft hyphen, whatever else stands there',
      'fibro\u00AD\nmyalgia',
      'fibro-myalgia',
      'fibromyalgia',
    ],
    ['is whole over three lines', 'nal‐\ntrexonehydro‐\nchloride', '', 'naltrexonehydrochloride'],
    ['keeps its hyphen where it is written with one elsewhere', 'low-\ndose', 'of low-dose use', 'low-dose'],
    ['keeps it in capitals too', 'Low-\ndose', 'LOW-DOSE', 'Low-dose'],
  ])('%s', (_what, text, usage, expected) => {
    expect(wholeWords(text, usage)).toBe(expected)
    expect(joinLines(text, usage)).toBe(expected)
  })

  it.each(['pages 12-\n15', 'Smith-\nJones', 'a — \nb', 'item\n- next'])('is not seen in %j', (text) =>
    expect(wholeWords(text, '')).toBe(text),
  )
})

it('lines stay where only words are made whole: in a table they mean something', () => {
  expect(wholeWords('Pain  −0.34\nSleep  0.10', '')).toBe('Pain  −0.34\nSleep  0.10')
  expect(joinLines('Pain  −0.34\nSleep  0.10', '')).toBe('Pain −0.34 Sleep 0.10')
})

it('ligatures are letters and soft hyphens are gone', () => {
  expect(wholeWords('e\uFB03cacy of nal\u00ADtrexone', '')).toBe('efficacy of naltrexone')
})
