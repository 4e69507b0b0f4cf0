import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { loadDesk } from './desk-window'

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {} }))

describe('the page of the desk', () => {
  const end = async (contents: EventEmitter): Promise<void> => {
    contents.emit('render-process-gone', {}, { reason: 'crashed' })
    await new Promise((next) => setImmediate(next))
  }
  function windowThat(isDestroyed: boolean) {
    const contents = Object.assign(new EventEmitter(), { reload: vi.fn() })
    const loadURL = vi.fn(() => Promise.resolve())
    const window = { webContents: contents, loadURL, isDestroyed: () => isDestroyed }
    return { window: window as unknown as BrowserWindow, contents }
  }

  it('is loaded again when its process ends, but once', async () => {
    const { window, contents } = windowThat(false)
    const gone = vi.fn()
    await loadDesk(window, gone)
    await end(contents)
    expect(contents.reload).toHaveBeenCalledOnce()
    await end(contents)
    expect(contents.reload).toHaveBeenCalledOnce()
    expect(gone.mock.calls).toEqual([['crashed'], ['crashed']])
  })

  it('is left alone when its window has closed', async () => {
    const { window, contents } = windowThat(true)
    await loadDesk(window, vi.fn())
    await end(contents)
    expect(contents.reload).not.toHaveBeenCalled()
  })
})
