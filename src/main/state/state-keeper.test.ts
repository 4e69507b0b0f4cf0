import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleIdSchema } from '../../bundle'
import { firstState, withLocation, type State } from './state'
import { StateKeeper } from './state-keeper'

const ldn = bundleIdSchema.parse('ldn')
const to =
  (location: string) =>
  (state: State): State =>
    withLocation(state, ldn, location)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function kept(save: (state: State) => Promise<void> = () => Promise.resolve()) {
  const saved = vi.fn(save)
  const tell = vi.fn()
  return { keeper: new StateKeeper(firstState, saved, tell), saved, tell }
}

describe('the state, once changed', () => {
  it('is there at once and is written a moment later', async () => {
    const { keeper, saved } = kept()
    expect(keeper.change(to('/claims'))).toBe(keeper.current)
    expect(keeper.current.locations).toEqual({ ldn: '/claims' })
    expect([keeper.pending, saved.mock.calls.length]).toEqual([true, 0])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved.mock.calls).toEqual([[keeper.current]])
    expect(keeper.pending).toBe(false)
  })

  it('is written once for many changes, as it is after the last', async () => {
    const { keeper, saved } = kept()
    for (const location of ['/a', '/b', '/c']) keeper.change(to(location))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved).toHaveBeenCalledOnce()
    expect(saved.mock.calls[0]?.[0].locations).toEqual({ ldn: '/c' })
  })

  it('is written in the end, however long the changes go on', async () => {
    const { keeper, saved } = kept()
    for (let n = 0; n < 20; n++) {
      keeper.change(to(`/${n}`))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(saved.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(saved.mock.calls.length).toBeLessThan(10)
  })

  it('is never written when nothing was', async () => {
    const { keeper, saved } = kept()
    await keeper.flush()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saved).not.toHaveBeenCalled()
  })
})

describe('flush', () => {
  it('writes what waits at once, and not again later', async () => {
    const { keeper, saved } = kept()
    keeper.change(to('/claims'))
    await keeper.flush()
    expect(saved).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved).toHaveBeenCalledOnce()
  })

  it('waits for a write that is under way', async () => {
    let finish = (): void => undefined
    const { keeper } = kept(() => new Promise((resolve) => (finish = resolve)))
    keeper.change(to('/claims'))
    void keeper.flush()
    let flushed = false
    const flushing = keeper.flush().then(() => (flushed = true))
    await vi.advanceTimersByTimeAsync(10)
    expect(flushed).toBe(false)
    finish()
    await flushing
    expect(flushed).toBe(true)
  })

  it('writes one after the other, so that the last change wins', async () => {
    const order: string[] = []
    const { keeper } = kept(async (state) => {
      order.push(`start ${state.locations['ldn' as never]}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      order.push('end')
    })
    keeper.change(to('/a'))
    void keeper.flush()
    keeper.change(to('/b'))
    const flushing = keeper.flush()
    await vi.advanceTimersByTimeAsync(200)
    await flushing
    expect(order).toEqual(['start /a', 'end', 'start /b', 'end'])
  })
})

describe('a folder that cannot be written', () => {
  const readOnly = (): Promise<void> => Promise.reject(new Error('EROFS: read-only file system'))

  it('is told once, and the app goes on in memory', async () => {
    const { keeper, saved, tell } = kept(readOnly)
    for (const location of ['/a', '/b', '/c']) {
      keeper.change(to(location))
      await keeper.flush()
    }
    expect(saved).toHaveBeenCalledTimes(3)
    expect(tell).toHaveBeenCalledExactlyOnceWith({
      code: 'STATE_READ_ONLY',
      detail: 'EROFS: read-only file system',
    })
    expect(keeper.current.locations).toEqual({ ldn: '/c' })
  })

  it('never makes flush fail, whatever the system throws', async () => {
    const { keeper, tell } = kept(() => {
      throw 'no words'
    })
    keeper.change(to('/a'))
    await expect(keeper.flush()).resolves.toBeUndefined()
    expect(tell).toHaveBeenCalledExactlyOnceWith({ code: 'STATE_READ_ONLY', detail: 'no words' })
  })

  it('that can be written again is written again', async () => {
    let works = false
    const { keeper, saved } = kept(() => (works ? Promise.resolve() : readOnly()))
    keeper.change(to('/a'))
    await keeper.flush()
    works = true
    keeper.change(to('/b'))
    await keeper.flush()
    expect(saved).toHaveBeenLastCalledWith(keeper.current)
  })
})
