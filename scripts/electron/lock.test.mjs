import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { underLock } from './lock.mjs'

const lockFile = () => path.join(temporaryFolder(), 'cache', 'lock')

describe('underLock', () => {
  it('lets one at a time work', async () => {
    const file = lockFile()
    let atWork = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++atWork)
      await pause(30)
      atWork--
    }
    await Promise.all([underLock(file, work), underLock(file, work), underLock(file, work)])
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('says once that it waits', async () => {
    const file = lockFile()
    const onWait = vi.fn()
    await Promise.all([
      underLock(file, () => pause(500)),
      pause(50).then(() => underLock(file, async () => {}, { onWait })),
    ])
    expect(onWait).toHaveBeenCalledTimes(1)
  })

  it('hands on what the work returns or throws, and frees the lock both times', async () => {
    const file = lockFile()
    expect(await underLock(file, async () => 7)).toBe(7)
    await expect(underLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(file)).toBe(false)
  })

  it.each([
    ['long ago', -3600],
    ['in the future, by a clock since corrected', 3600],
  ])('passes over a holder whose last sign of life was %s', async (_, seconds) => {
    const file = path.join(temporaryFolder(), 'lock')
    writeFileSync(file, 'dead')
    const moment = Date.now() / 1000 + seconds
    utimesSync(file, moment, moment)
    expect(await underLock(file, async () => 'done')).toBe('done')
  })
})
