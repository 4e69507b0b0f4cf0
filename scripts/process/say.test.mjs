import { describe, expect, it } from 'vitest'
import { heard } from '../testing/quiet.mjs'
import { say, step } from './say.mjs'

describe('step', () => {
  it('is one line with its seconds', async () => {
    const told = heard()
    expect(await step('Building', () => 7)).toBe(7)
    expect(told()).toMatch(/^Building … \d+\.\d s\n$/)
  })

  it('keeps its line whole when something is told meanwhile', async () => {
    const told = heard()
    await step('Building', () => say('half way'))
    expect(told()).toMatch(/^Building …\nhalf way\nBuilding: \d+\.\d s\n$/)
  })

  it('says that it failed, and hands the failure on', async () => {
    const told = heard()
    await expect(step('Building', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    say('next')
    expect(told()).toBe('Building … failed\nnext\n')
  })
})
