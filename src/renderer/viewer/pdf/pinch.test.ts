// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { factorOfWheel, listenForPinches } from './pinch'

const stop = new AbortController()
const element = document.createElement('div')
const pinched = vi.fn()
listenForPinches(element, pinched, stop.signal)
afterEach(() => pinched.mockClear())

/** happy-dom's wheel knows neither Ctrl nor where it is. */
const wheel = (more: { deltaY: number; ctrlKey: boolean }): WheelEvent =>
  Object.assign(new Event('wheel', { cancelable: true }), { clientX: 30, clientY: 40 }, more) as WheelEvent

function touch(name: string, ...at: readonly (readonly [number, number])[]): Event {
  const event = new Event(name, { cancelable: true })
  Object.defineProperty(event, 'touches', { value: at.map(([clientX, clientY]) => ({ clientX, clientY })) })
  element.dispatchEvent(event)
  return event
}

describe('the wheel', () => {
  it('with Ctrl makes larger about the pointer, and the window does not zoom too', () => {
    const event = wheel({ ctrlKey: true, deltaY: -10 })
    element.dispatchEvent(event)
    expect(pinched).toHaveBeenCalledExactlyOnceWith(factorOfWheel(-10), 30, 40)
    expect(event.defaultPrevented).toBe(true)
  })

  it('without Ctrl scrolls', () => {
    const event = wheel({ ctrlKey: false, deltaY: -10 })
    element.dispatchEvent(event)
    expect(pinched).not.toHaveBeenCalled()
    expect(event.defaultPrevented).toBe(false)
  })

  it('of a mouse takes no more than a sixth at a time, and the same back', () => {
    expect(factorOfWheel(-120)).toBeCloseTo(1.162, 3)
    expect(factorOfWheel(-120) * factorOfWheel(120)).toBeCloseTo(1)
  })
})

describe('two fingers', () => {
  it('that part make larger about the middle between them', () => {
    touch('touchstart', [0, 0], [100, 0])
    expect(touch('touchmove', [0, 0], [150, 20]).defaultPrevented).toBe(true)
    expect(pinched).toHaveBeenCalledExactlyOnceWith(Math.hypot(150, 20) / 100, 75, 10)
  })

  it('that stay as far apart do nothing', () => {
    touch('touchstart', [0, 0], [100, 0])
    touch('touchmove', [40, 40], [143, 40])
    expect(pinched).not.toHaveBeenCalled()
  })

  it.each([
    ['one finger', [[0, 0]], [[50, 50]]],
    ['three fingers', [[0, 0], [9, 9], [50, 0]], [[0, 0], [9, 9], [90, 0]]], // prettier-ignore
    ['one finger that another joins', [[0, 0]], [[0, 0], [200, 0]]], // prettier-ignore
  ] as const)('%s scrolls', (_what, from, to) => {
    touch('touchstart', ...(from as readonly (readonly [number, number])[]))
    expect(touch('touchmove', ...(to as readonly (readonly [number, number])[])).defaultPrevented).toBe(false)
    expect(pinched).not.toHaveBeenCalled()
  })
})

it('ends when the pages are shown no longer', () => {
  stop.abort()
  touch('touchstart', [0, 0], [100, 0])
  touch('touchmove', [0, 0], [200, 0])
  expect(pinched).not.toHaveBeenCalled()
})
