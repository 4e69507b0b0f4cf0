// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Command } from '../../shared/contract'
import { chordOf, useKeys } from './useKeys'

const press = (init: KeyboardEventInit): KeyboardEvent =>
  new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

describe('a chord', () => {
  it.each<[KeyboardEventInit, string]>([
    [{ key: 'k', ctrlKey: true }, 'Ctrl K'],
    [{ key: 'K', ctrlKey: true }, 'Ctrl K'],
    [{ key: 'k', metaKey: true }, 'Ctrl K'],
    [{ key: 'k', metaKey: true, ctrlKey: true }, 'Ctrl K'],
    [{ key: 'P', ctrlKey: true, shiftKey: true }, 'Ctrl Shift P'],
    [{ key: 'ArrowLeft', altKey: true }, 'Alt ArrowLeft'],
    [{ key: 'ArrowLeft', altKey: true, shiftKey: true }, 'Alt ArrowLeft'],
    [{ key: 'F6' }, 'F6'],
    [{ key: '+', ctrlKey: true, shiftKey: true }, 'Ctrl +'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'j' }, 'J'],
    [{ key: 'j', shiftKey: true }, 'Shift J'],
    [{ key: 'a', ctrlKey: true, altKey: true, shiftKey: true }, 'Ctrl Alt Shift A'],
    [{ key: 'é', shiftKey: true }, 'é'],
    [{ key: ' ' }, ' '],
  ])('of %j is "%s"', (init, chord) => expect(chordOf(press(init))).toBe(chord))
})

describe('the keys', () => {
  const run = vi.fn<(command: Command) => void>()
  const wrapper = () =>
    mount(
      defineComponent(() => {
        useKeys(run)
        return () => [
          h('input'),
          h('input', { type: 'checkbox' }),
          h('select'),
          h('div', { role: 'menu' }, [h('a', { href: '#' }, 'z')]),
          h('button', 'x'),
          h('div', { role: 'dialog' }, [h('button', { class: 'inside' }, 'y')]),
        ]
      }),
      { attachTo: document.body },
    )
  let mounted: ReturnType<typeof wrapper> | null = null
  const pressIn = (selector: string, init: KeyboardEventInit): KeyboardEvent => {
    mounted ??= wrapper()
    const event = press(init)
    document.querySelector(selector)?.dispatchEvent(event)
    return event
  }
  afterEach(() => {
    mounted?.unmount()
    mounted = null
    run.mockReset()
  })

  it.each<[KeyboardEventInit, Command]>([
    [{ key: 'k', ctrlKey: true }, 'search'],
    [{ key: 'k', metaKey: true }, 'search'],
    [{ key: 'F6' }, 'nextPane'],
    [{ key: 'ArrowLeft', altKey: true }, 'back'],
    [{ key: 'ArrowRight', altKey: true }, 'forward'],
    [{ key: 'f', ctrlKey: true }, 'find'],
    [{ key: 'F', ctrlKey: true, shiftKey: true }, 'searchSelected'],
    [{ key: 'p', ctrlKey: true }, 'print'],
    [{ key: 's', ctrlKey: true }, 'savePdf'],
    [{ key: 'P', ctrlKey: true, shiftKey: true }, 'handout'],
    [{ key: 'o', ctrlKey: true }, 'openBundle'],
    [{ key: '=', ctrlKey: true }, 'textLarger'],
    [{ key: '+', ctrlKey: true, shiftKey: true }, 'textLarger'],
    [{ key: '-', ctrlKey: true }, 'textSmaller'],
    [{ key: '0', ctrlKey: true }, 'textNormal'],
    [{ key: '?', shiftKey: true }, 'keys'],
  ])('%j runs %s, and the browser does nothing of its own', (init, command) => {
    expect(pressIn('button', init).defaultPrevented).toBe(true)
    expect(run.mock.calls).toEqual([[command]])
  })

  it.each<KeyboardEventInit>([
    { key: 'k' },
    { key: 'k', ctrlKey: true, shiftKey: true },
    { key: 'k', ctrlKey: true, altKey: true },
    { key: 'ArrowLeft' },
    { key: 'F5' },
    { key: 'Enter' },
  ])('%j runs nothing and is left alone', (init) => {
    expect(pressIn('button', init).defaultPrevented).toBe(false)
    expect(run).not.toHaveBeenCalled()
  })

  it.each(['select', '[type="checkbox"]'])('"!" works from %s, where it can be no text', (selector) => {
    expect(pressIn(selector, { key: '!', shiftKey: true }).defaultPrevented).toBe(true)
    expect(run.mock.calls).toEqual([['safety']])
  })

  it.each(['input', '.inside', '[role="menu"] a'])(
    '"?" is left to whoever types in %s, but Ctrl K and F6 work there',
    (selector) => {
      expect(pressIn(selector, { key: '?', shiftKey: true }).defaultPrevented).toBe(false)
      expect(run).not.toHaveBeenCalled()
      pressIn(selector, { key: 'k', ctrlKey: true })
      pressIn(selector, { key: 'F6' })
      expect(run.mock.calls.flat()).toEqual(['search', 'nextPane'])
    },
  )

  it('do nothing when somebody else took the key, or when the screen is gone', () => {
    mounted = wrapper()
    const taken = press({ key: 'F6' })
    taken.preventDefault()
    window.dispatchEvent(taken)
    mounted.unmount()
    window.dispatchEvent(press({ key: 'F6' }))
    expect(run).not.toHaveBeenCalled()
  })
})
