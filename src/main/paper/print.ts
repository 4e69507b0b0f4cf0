import type { BrowserWindow } from 'electron'
import { FailureError } from '../../shared/failure'

/**
 * Prints a page laid out for paper after the system's dialog; false when the reader cancelled. Chromium's own footer is
 * used because it counts the pages.
 *
 * @throws FailureError `CANNOT_PRINT`
 */
export function printPaper(window: BrowserWindow, header: string, footer: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    window.webContents.print(
      { printBackground: false, pageSize: 'A4', header, footer },
      (printed, reason) => {
        if (printed) resolve(true)
        else if (/cancel/i.test(reason)) resolve(false)
        else reject(new FailureError({ code: 'CANNOT_PRINT', detail: reason }))
      },
    )
  })
}
