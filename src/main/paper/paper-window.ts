import { BrowserWindow, type WebContents } from 'electron'
import type { BundleId } from '../../bundle'
import type { PaperPage } from '../../shared/contract'
import { FailureError, failureTexts, type FailureCode } from '../../shared/failure'
import { contentPainted } from '../capture'
import { webPreferences } from '../security/lockdown'
import { appOrigin } from '../security/trusted-sender'

/** The address of a page laid out for paper: the content and nothing of the window. */
export const paperAddress = (bundle: BundleId, page: PaperPage): string =>
  `${appOrigin}/${bundle}/paper/${page.kind}s/${page.id}`

/**
 * Lays a page out for paper in a window that is never shown, hands it over, and closes it again.
 *
 * @throws FailureError when the page shows a failure instead of the content: that must never pass for the document
 */
export async function withPaper<Result>(
  bundle: BundleId,
  page: PaperPage,
  use: (window: BrowserWindow) => Promise<Result>,
): Promise<Result> {
  const window = new BrowserWindow({ show: false, width: 800, height: 1100, webPreferences })
  try {
    await window.loadURL(paperAddress(bundle, page))
    await contentPainted(window.webContents)
    const code = await failureOn(window.webContents)
    if (code !== null) throw new FailureError({ code, at: page.id })
    return await use(window)
  } finally {
    window.destroy()
  }
}

/** The code that the page says it failed with (`<html data-failed="…">`), or null. */
async function failureOn(contents: WebContents): Promise<FailureCode | null> {
  const said: unknown = await contents.executeJavaScript('document.documentElement.dataset.failed ?? null')
  if (said === null) return null
  return isFailureCode(said) ? said : 'CANNOT_PRINT'
}

const isFailureCode = (said: unknown): said is FailureCode =>
  typeof said === 'string' && Object.hasOwn(failureTexts, said)
