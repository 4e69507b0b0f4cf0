import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Glimpse } from '../../bundle'
import { pageText, pdfTextOptions } from '../../documents'
import { openPdf } from '../viewer/pdf/open-pdf'
import { loadPdfLibrary } from '../viewer/pdf/pdf-library'

/** What could be seen of a file: its first words, or why there are none. */
export type Seen = Glimpse | 'locked' | 'unreadable' | 'no words'

/** A paper names itself on its first page; some have a cover before it. */
const pagesRead = 2

/** Reads the first pages of a PDF, in the worker that reads all of them: of a large file only the parts that it needs. */
export async function readGlimpse(file: File): Promise<Seen> {
  const library = await loadPdfLibrary()
  let isLocked = false
  const opening = openPdf(library, {
    ...{ address: file, name: file.name, size: file.size },
    onLocked: () => {
      isLocked = true
      opening.close()
    },
  })
  try {
    return await Promise.race([glimpseOf(await opening.document), opening.broken])
  } catch {
    return isLocked ? 'locked' : 'unreadable' // said to the reader, who may attach it all the same
  } finally {
    opening.close()
  }
}

async function glimpseOf(document: PDFDocumentProxy): Promise<Seen> {
  const texts: string[] = []
  for (let page = 1; page <= Math.min(pagesRead, document.numPages); page++) {
    // One bad page takes nothing from the other.
    const text = await textOf(document, page).catch(() => null)
    if (text !== null) texts.push(text)
  }
  const title = titleIn((await document.getMetadata()).info)
  const text = texts.join('\n')
  if (text.trim() !== '' || title !== null) return { text, title }
  return texts.length === 0 ? 'unreadable' : 'no words'
}

async function textOf(document: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await document.getPage(page)).getTextContent(pdfTextOptions)
  return pageText(items).text
}

function titleIn(info: object): string | null {
  const title: unknown = 'Title' in info ? info.Title : null
  return typeof title === 'string' && title.trim() !== '' ? title : null
}
