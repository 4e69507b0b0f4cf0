import type { BrowserWindow, WebContents } from 'electron'
import { writeFile } from 'node:fs/promises'
import { textPainted } from '../shared/marks'

/** Longer than this and something is broken; a picture of an empty window would be half a truth. In milliseconds. */
const patience = 30_000

/**
 * Resolves once the page says that its content is painted (`<html data-ready="true">`).
 *
 * @throws Error when that does not happen in time
 */
export async function contentPainted(contents: WebContents): Promise<void> {
  const limit = Date.now() + patience
  while (Date.now() < limit) {
    const ready: unknown = await contents
      .executeJavaScript(
        'document.documentElement.dataset.ready === "true" && document.fonts.status === "loaded"',
      )
      .catch(() => false) // the page is being replaced
    if (ready === true) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('the page was not painted in time')
}

/**
 * Says, once the content is painted, how long before the text was that the page starts on (`text painted 40 ms before`),
 * and then `painted`.
 */
export async function sayPainted(contents: WebContents, say: (line: string) => void): Promise<void> {
  await contentPainted(contents)
  const before: unknown = await contents.executeJavaScript(
    `performance.now() - performance.getEntriesByName(${JSON.stringify(textPainted)})[0].startTime`,
  )
  say(`text painted ${Math.round(Number(before))} ms before`)
  say('painted')
}

/** Writes the window as a PNG once its content is painted. */
export async function capture(window: BrowserWindow, file: string): Promise<void> {
  await contentPainted(window.webContents)
  await new Promise((resolve) => setTimeout(resolve, 150)) // the compositor is a few frames behind the page
  const image = await window.webContents.capturePage()
  await writeFile(file, image.toPNG())
}
