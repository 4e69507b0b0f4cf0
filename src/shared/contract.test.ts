import { describe, expect, it } from 'vitest'
import { flaws } from '../bundle'
import { announcements, calls, channelOf, commands } from './contract'
import { FailureError, failures, failureTexts } from './failure'
import { defaultSettings, textSizes } from './settings'

describe('the contract', () => {
  it('has a channel of its own for each call and each announcement', () => {
    const channels = [...calls, ...announcements].map(channelOf)
    expect(new Set(channels).size).toBe(channels.length)
    for (const channel of channels) expect(channel).toMatch(/^lectern:[a-zA-Z]+$/)
  })

  it('names each command once', () => expect(new Set(commands).size).toBe(commands.length))
})

describe('a failure', () => {
  it('of the app never has the code of a flaw in a bundle', () => {
    expect(Object.keys(failures).filter((code) => code in flaws)).toEqual([])
  })

  it.each(Object.entries(failureTexts))(
    '%s says what is wrong and what to do next',
    (_code, { says, next }) => {
      expect(says).toMatch(/^[A-Z].*\.$/)
      expect(next).toMatch(/^[A-Z].*\.$/)
    },
  )

  it('thrown, keeps its code and can be read in a log', () => {
    const error = new FailureError({ code: 'NO_SUCH_PAGE', at: 'gone' })
    expect(error).toBeInstanceOf(Error)
    expect(error.failure).toEqual({ code: 'NO_SUCH_PAGE', at: 'gone' })
    expect(error.message).toBe('NO_SUCH_PAGE gone')
  })
})

describe('the settings of a new reader', () => {
  it('have the normal text size, which is one of its steps', () => {
    expect(defaultSettings.textSize).toBe(100)
    expect(textSizes).toContain(defaultSettings.textSize)
    expect([...textSizes].sort((a, b) => a - b)).toEqual([...textSizes])
  })

  it('share the whole width among the panes', () => {
    const { page, evidence, source } = defaultSettings.widths
    expect(page + evidence + source).toBe(100)
  })
})
