import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EntryReader } from '../../bundle'
import { HeldFile } from './held-file'

const large = 2 * 1024 * 1024
const reader = (size: number): EntryReader & { read: ReturnType<typeof vi.fn> } => ({
  paths: new Set(['a', 'b']),
  read: vi.fn(() => Promise.resolve(new Uint8Array(size))),
})

describe('a file that is read in parts', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is read and checked once when it is large', async () => {
    const held = new HeldFile()
    const entries = reader(large)
    await held.read(entries, 'a')
    await held.read(entries, 'a')
    expect(entries.read).toHaveBeenCalledTimes(1)
  })

  it('is read once for questions that come together', async () => {
    const held = new HeldFile()
    const entries = reader(large)
    await Promise.all([held.read(entries, 'a'), held.read(entries, 'a')])
    expect(entries.read).toHaveBeenCalledTimes(1)
  })

  it('is not kept when it is small', async () => {
    const held = new HeldFile()
    const entries = reader(10)
    await held.read(entries, 'a')
    await held.read(entries, 'a')
    expect(entries.read).toHaveBeenCalledTimes(2)
  })

  it('is let go for another file, for another bundle, and after a while', async () => {
    const held = new HeldFile()
    const entries = reader(large)
    await held.read(entries, 'a')
    await held.read(entries, 'b')
    await held.read(entries, 'a')
    expect(entries.read).toHaveBeenCalledTimes(3)
    const other = reader(large)
    await held.read(other, 'a')
    expect(other.read).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(31_000)
    await held.read(other, 'a')
    expect(other.read).toHaveBeenCalledTimes(2)
  })

  it('that failed is read again', async () => {
    const held = new HeldFile()
    const entries = reader(large)
    entries.read.mockRejectedValueOnce(new Error('EIO'))
    await expect(held.read(entries, 'a')).rejects.toThrow('EIO')
    expect((await held.read(entries, 'a')).length).toBe(large)
  })
})
