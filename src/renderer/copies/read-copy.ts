import { pageText, pdfTextOptions } from '../../documents'
import { copiesPath, type CopyText, type OwnCopy } from '../../shared/contract'
import { FailureError } from '../../shared/failure'
import { openPdf, type OpeningPdf } from '../viewer/pdf/open-pdf'
import { loadPdfLibrary } from '../viewer/pdf/pdf-library'
import { copyIndexWorker, startWorker } from '../workers'
import type { IndexAsked, IndexSaid } from './copy-indexer'

/** The text of a copy, read. */
export interface ReadText {
  readonly is: 'read'
  readonly index: Uint8Array
  /** The pages that could not be read, counted from 1: nothing on them is found. */
  readonly unread: readonly number[]
}

/** What reading a copy came to. `gone`: its file has vanished. */
export type CopyReading = ReadText | { readonly is: Exclude<CopyText, 'read' | 'waiting'> | 'gone' }

/** More text than this, in UTF-16 units, no book has; it is what memory and the index are bounded by. */
const longest = 32_000_000

/** After so many pages pdf.js lets go of the fonts and pictures that it keeps of them. */
const pagesKept = 20

/**
 * Reads the text of a copy, page by page, and makes its search index. pdf.js reads in its worker, the index grows in one
 * of its own; between two pages the window does whatever else it has to.
 *
 * @param told is called with each page that was read
 * @param signal ends it; it then comes to `stopped`
 */
export async function readCopy(
  { sha256, name, bytes }: OwnCopy,
  told: (page: number, of: number) => void,
  signal: AbortSignal,
): Promise<CopyReading> {
  const library = await loadPdfLibrary()
  if (signal.aborted) return { is: 'stopped' }
  let isLocked = false
  const opening = openPdf(library, {
    ...{ address: `${copiesPath}${sha256}.pdf`, name, size: bytes },
    onLocked: () => {
      isLocked = true
      opening.close()
    },
  })
  const stop = (): void => opening.close()
  signal.addEventListener('abort', stop)
  const indexer = startWorker(copyIndexWorker)
  try {
    return await indexOf(sha256, opening, indexer, told)
  } catch (error) {
    if (signal.aborted) return { is: 'stopped' }
    if (isLocked) return { is: 'locked' }
    return { is: isGone(error) ? 'gone' : 'unreadable' }
  } finally {
    signal.removeEventListener('abort', stop)
    indexer.terminate()
    opening.close()
  }
}

async function indexOf(
  sha256: string,
  { document: opened, broken }: OpeningPdf,
  indexer: Worker,
  told: (page: number, of: number) => void,
): Promise<CopyReading> {
  const ask = (asked: IndexAsked): void => indexer.postMessage(asked)
  const document = await opened
  let [letters, wordless] = [0, 0]
  const unread: number[] = []
  ask({ is: 'begin', sha256 })
  for (let number = 1; number <= document.numPages; number++) {
    told(number, document.numPages)
    try {
      const page = await Promise.race([document.getPage(number), broken])
      const { items } = await Promise.race([page.getTextContent(pdfTextOptions), broken])
      page.cleanup()
      const { text } = pageText(items)
      if (text.trim() === '') wordless++
      letters += text.length
      if (letters > longest) return { is: 'too long' }
      ask({ is: 'page', page: number, text })
    } catch (error) {
      // One bad page takes nothing from the others; a file that has gone or was closed ends them all.
      if (error instanceof FailureError) throw error
      unread.push(number)
    }
    if (number % pagesKept === 0) await Promise.race([document.cleanup(), broken])
  }
  if (unread.length === document.numPages) return { is: 'unreadable' }
  if (wordless + unread.length === document.numPages) return { is: 'no words' }
  return { is: 'read', index: await Promise.race([finished(indexer), broken]), unread }
}

function finished(indexer: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    indexer.onmessage = ({ data }: MessageEvent<IndexSaid>) => resolve(data.index)
    indexer.onerror = ({ message }) => reject(new Error(message))
    indexer.postMessage({ is: 'finish' } satisfies IndexAsked)
  })
}

const isGone = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.code === 'COPY_GONE'
