// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { failed, success } from '../../bundle'
import type { Loaded } from '../content/content'
import { useReading } from './useReading'

/** A reading of whatever `key` names; each load waits until the test answers it. */
function readingOf(first: string | null) {
  const key = shallowRef(first)
  const answers = new Map<string, (outcome: Awaited<Loaded<string>>) => void>()
  const load = vi.fn((name: string): Loaded<string> => new Promise((resolve) => answers.set(name, resolve)))
  const scope = effectScope()
  const reading = scope.run(() => useReading(() => key.value, load)) ?? shallowRef({ is: 'empty' })
  const answer = async (
    name: string,
    outcome: Awaited<Loaded<string>> = success(`text of ${name}`),
  ): Promise<void> => {
    answers.get(name)?.(outcome)
    await flushPromises()
  }
  const ask = async (name: string | null): Promise<void> => {
    key.value = name
    await flushPromises()
  }
  return { reading, load, answer, ask, scope }
}

describe('a reading', () => {
  it('of nothing is empty and loads nothing', () => {
    const { reading, load } = readingOf(null)
    expect(reading.value).toEqual({ is: 'empty' })
    expect(load).not.toHaveBeenCalled()
  })

  it('opens, and is open when it is there', async () => {
    const { reading, answer } = readingOf('a')
    expect(reading.value).toEqual({ is: 'opening' })
    await answer('a')
    expect(reading.value).toEqual({ is: 'open', value: 'text of a' })
  })

  it('that fails says why', async () => {
    const { reading, answer } = readingOf('a')
    await answer('a', failed({ code: 'WRONG_HASH', at: 'a' }))
    expect(reading.value).toEqual({ is: 'failed', failure: { code: 'WRONG_HASH', at: 'a' } })
  })

  it('keeps what is open until the next is there, so that nothing flickers', async () => {
    const { reading, answer, ask } = readingOf('a')
    await answer('a')
    await ask('b')
    expect(reading.value).toEqual({ is: 'open', value: 'text of a' })
    await answer('b')
    expect(reading.value).toEqual({ is: 'open', value: 'text of b' })
  })

  it('shows the newest, whichever answer comes last', async () => {
    const { reading, answer, ask } = readingOf('a')
    await ask('b')
    await answer('b')
    await answer('a')
    expect(reading.value).toEqual({ is: 'open', value: 'text of b' })
  })

  it('that nobody wants any more stays empty', async () => {
    const { reading, answer, ask } = readingOf('a')
    await ask(null)
    await answer('a')
    expect(reading.value).toEqual({ is: 'empty' })
  })

  it('of a screen that is gone changes nothing', async () => {
    const { reading, answer, scope } = readingOf('a')
    scope.stop()
    await answer('a')
    expect(reading.value).toEqual({ is: 'opening' })
  })

  it('marks the page as not ready while something is under way', async () => {
    const { answer } = readingOf('a')
    expect(document.documentElement.dataset['ready']).toBe('false')
    await answer('a')
  })
})
