import type { Glimpse } from '../../bundle'
import { pageText, pdfTextOptions } from '../../documents'
import { loadPdfLibrary } from '../viewer/pdf/pdf-library'

/** What could be seen of a file: its first words, or why there are none. */
export type Seen = Glimpse | 'locked' | 'unreadable' | 'no words'

/** A paper names itself on its first page; some have a cover before it. */
const pagesRead = 2

/** Reads the first pages of a PDF, in the worker that reads all of them. Nothing in it runs. */
export async function readGlimpse(bytes: Uint8Array): Promise<Seen> {
  const { api, worker } = await loadPdfLibrary()
  let isLocked = false
  // pdf.js takes over the bytes that it is given.
  const task = api.getDocument({
    data: bytes.slice(),
    worker,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  })
  task.onPassword = () => {
    isLocked = true
    void task.destroy()
  }
  try {
    const document = await task.promise
    const texts: string[] = []
    for (let page = 1; page <= Math.min(pagesRead, document.numPages); page++) {
      const { items } = await (await document.getPage(page)).getTextContent(pdfTextOptions)
      texts.push(pageText(items).text)
    }
    const title = titleIn((await document.getMetadata()).info)
    const text = texts.join('\n')
    return text.trim() === '' && title === null ? 'no words' : { text, title }
  } catch {
    return isLocked ? 'locked' : 'unreadable' // said to the reader, who may attach it all the same
  } finally {
    void task.destroy()
  }
}

function titleIn(info: object): string | null {
  const title: unknown = 'Title' in info ? info.Title : null
  return typeof title === 'string' && title.trim() !== '' ? title : null
}
