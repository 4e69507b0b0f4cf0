// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useHoverNote } from './useHoverNote'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A word with its note, and what happens to it. */
function word(isDisabled = false) {
  let note: ReturnType<typeof useHoverNote> | undefined
  const wrapper = mount(
    defineComponent(() => {
      note = useHoverNote(() => isDisabled)
      return () => h('button', note?.listeners)
    }),
    { attachTo: document.body },
  )
  const button = wrapper.get('button')
  return {
    is: (): boolean => note?.anchor.value !== null,
    /** What scrolling the page does. */
    scrolled: () => note?.close(),
    escaped: () => note?.hush(),
    /** What the note says of the pointer. */
    reached: () => note?.hold(),
    left: () => note?.leave(),
    does: (event: string, pointerType = 'mouse') => button.trigger(event, { pointerType }),
    rests: () => vi.runAllTimers(),
  }
}

describe('a note', () => {
  it('opens once the pointer was moved onto its word and has rested', async () => {
    const { is, does, rests } = word()
    await does('pointerenter')
    await does('pointermove')
    expect(is()).toBe(false)
    rests()
    expect(is()).toBe(true)
  })

  it('does not open when the page brings its word under a resting pointer', async () => {
    const { is, does, rests } = word()
    await does('pointerenter')
    await does('pointerover')
    rests()
    expect(is()).toBe(false)
  })

  it('opens again with the next move when scrolling closed it', async () => {
    const { is, does, rests, scrolled } = word()
    await does('pointermove')
    rests()
    scrolled()
    expect(is()).toBe(false)
    await does('pointermove')
    rests()
    expect(is()).toBe(true)
  })

  it.each(['pointerdown', 'click'])('stays closed after a %s until the pointer has left', async (press) => {
    const { is, does, rests } = word()
    await does('pointermove')
    rests()
    await does(press)
    await does('pointermove')
    rests()
    expect(is()).toBe(false)
    await does('pointerleave')
    await does('pointermove')
    rests()
    expect(is()).toBe(true)
  })

  it('stays while the pointer crosses to it and rests on it, and closes when it has left', async () => {
    const { is, does, rests, reached, left } = word()
    await does('pointermove')
    rests()
    await does('pointerleave')
    expect(is()).toBe(true)
    reached()
    rests()
    expect(is()).toBe(true)
    left()
    rests()
    expect(is()).toBe(false)
  })

  it('stays when the pointer comes back to its word in time', async () => {
    const { is, does, rests } = word()
    await does('pointermove')
    rests()
    await does('pointerleave')
    await does('pointermove')
    rests()
    expect(is()).toBe(true)
  })

  it('closes when the pointer has left its word for elsewhere', async () => {
    const { is, does, rests } = word()
    await does('pointermove')
    rests()
    await does('pointerleave')
    rests()
    expect(is()).toBe(false)
  })

  it('stays closed after Escape while the pointer is there', async () => {
    const { is, does, rests, escaped } = word()
    await does('pointermove')
    rests()
    escaped()
    await does('pointermove')
    rests()
    expect(is()).toBe(false)
  })

  it.each([
    ['a pointer that leaves before', 'mouse', 'pointerleave', false],
    ['a finger', 'touch', 'pointermove', false],
    ['a word whose note is off', 'mouse', 'pointermove', true],
  ])('is not opened by %s', async (_, pointer, then, isDisabled) => {
    const { is, does, rests } = word(isDisabled)
    await does('pointermove', pointer)
    await does(then, pointer)
    rests()
    expect(is()).toBe(false)
  })
})
