import type { BrowserWindow } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { FailureError } from '../../shared/failure'
import { printPaper } from './print'

/** A window whose printing ends as Electron says that it did. */
const windowThat = (
  printed: boolean,
  reason: string,
): { window: BrowserWindow; print: ReturnType<typeof vi.fn> } => {
  const print = vi.fn((_options: unknown, done: (printed: boolean, reason: string) => void) =>
    done(printed, reason),
  )
  return { window: { webContents: { print } } as unknown as BrowserWindow, print }
}

describe('printing', () => {
  it('prints with the title above and the provenance below', async () => {
    const { window, print } = windowThat(true, '')
    expect(await printPaper(window, 'Fibromyalgia', 'LDN 1.0.0')).toBe(true)
    expect(print.mock.calls[0]?.[0]).toMatchObject({
      header: 'Fibromyalgia',
      footer: 'LDN 1.0.0',
      pageSize: 'A4',
    })
  })

  it.each(['Print job canceled', 'cancelled'])('that ends in "%s" is no failure', async (reason) => {
    expect(await printPaper(windowThat(false, reason).window, '', '')).toBe(false)
  })

  it.each(['Print job failed', 'Invalid printer settings', ''])('that ends in "%s" is', async (reason) => {
    const printing = printPaper(windowThat(false, reason).window, '', '')
    await expect(printing).rejects.toThrow(new FailureError({ code: 'CANNOT_PRINT', detail: reason }))
  })
})
