import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.mjs'
import { watchGrowth } from './growth.mjs'

describe('watchGrowth', () => {
  it('goes on while bytes come, however slowly, and ends when none come', async () => {
    const folder = temporaryFolder()
    const deep = path.join(folder, 'a', 'b')
    mkdirSync(deep, { recursive: true })
    let ended = false
    const growth = watchGrowth([folder, '/nowhere'], { withoutNews: 300, tell: () => {}, look: 20 })
    const end = growth.ended.then(() => (ended = true))
    for (let i = 0; i < 8; i++) {
      await pause(60)
      appendFileSync(path.join(deep, 'file'), 'x')
    }
    expect(ended).toBe(false)
    await end
  })

  it('tells how much has come', async () => {
    const folder = temporaryFolder()
    appendFileSync(path.join(folder, 'file'), 'x'.repeat(1000))
    const tell = vi.fn()
    await watchGrowth([folder], { withoutNews: 300, tell, tellFirst: 100, look: 20 }).ended
    expect(tell.mock.calls).toEqual([[1000]])
  })

  it('stops when told to', async () => {
    const growth = watchGrowth([], { withoutNews: 60_000, tell: () => {}, look: 20 })
    growth.stopWatching()
    await growth.ended
  })
})
