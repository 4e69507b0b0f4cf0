// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { effectScope, ref } from 'vue'
import { useEnterAhead } from './useEnterAhead'

function field(typed: string, answered: string | null, whole = true) {
  const [query, listed, isWhole] = [ref(typed), ref(answered), ref(whole)]
  const ahead = effectScope().run(() =>
    useEnterAhead({
      query: () => query.value,
      isCurrent: () => listed.value === query.value,
      isWhole: () => isWhole.value,
    }),
  )
  if (ahead === undefined) throw new Error('no scope')
  const input = document.createElement('input')
  /** Presses a key; false when the list must not hear it. */
  const press = (key: string, how: KeyboardEventInit = {}): boolean => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...how })
    input.addEventListener('keydown', ahead.hear, { once: true })
    return input.dispatchEvent(event)
  }
  return { query, listed, isWhole, press, isDue: ahead.isDue, takeBack: ahead.takeBack }
}

it('leaves Enter to a list that answers what is typed, whole or in part', () => {
  for (const whole of [true, false]) {
    const { press, isDue } = field('pain', 'pain', whole)
    expect(press('Enter')).toBe(true)
    expect(isDue()).toBe(false)
  }
})

it.each([null, 'pai'])(
  'keeps Enter for the list that is to come, when what is listed answers %s',
  (before) => {
    const { listed, press, isDue } = field('pain', before)
    expect(press('Enter')).toBe(false)
    expect(isDue()).toBe(false)
    listed.value = 'pain'
    expect(isDue()).toBe(true)
    expect(isDue()).toBe(false)
  },
)

it('waits for the whole of the index', () => {
  const { listed, isWhole, press, isDue } = field('pain', null, false)
  press('Enter')
  listed.value = 'pain'
  expect(isDue()).toBe(false)
  isWhole.value = true
  expect(isDue()).toBe(true)
})

it.each<[string, (of: ReturnType<typeof field>) => void]>([
  ['typing on', ({ query }) => (query.value = 'pain i')],
  ['another key', ({ press }) => void press('ArrowDown')],
  ['leaving', ({ takeBack }) => takeBack()],
])('is taken back by %s', (_name, change) => {
  const one = field('pain', null)
  one.press('Enter')
  change(one)
  one.listed.value = one.query.value
  expect(one.isDue()).toBe(false)
})

it.each<[string, KeyboardEventInit]>([
  ['of an input method', { isComposing: true }],
  ['with Ctrl', { ctrlKey: true }],
])('is not meant by an Enter %s', (_name, how) => {
  const { listed, press, isDue } = field('pain', null)
  expect(press('Enter', how)).toBe(true)
  listed.value = 'pain'
  expect(isDue()).toBe(false)
})

it('has nothing to wait for where nothing is typed', () => {
  expect(field('', null).press('Enter')).toBe(true)
})
