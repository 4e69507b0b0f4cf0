import type * as PdfApi from 'pdfjs-dist'
import type * as PdfWeb from 'pdfjs-dist/web/pdf_viewer.mjs'
import { pdfWorker, startWorker } from '../../workers'
import { keepNotesWithLinks } from './note-links'
import { keepNoDocuments, keepPageCount } from './page-count'
import { keepPicturesSmall } from './page-pixels'

/** pdf.js: its reading half, its showing half, and the one worker that all documents share. */
export interface PdfLibrary {
  readonly api: typeof PdfApi
  readonly web: typeof PdfWeb
  readonly worker: PdfApi.PDFWorker
}

let loading: Promise<PdfLibrary> | null = null

/** pdf.js, read when the first PDF is opened; most readers never open one. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

/** The builds for older engines: they run on every Electron that we run on. */
async function load(): Promise<PdfLibrary> {
  const port = startWorker(pdfWorker) // it reads its own half meanwhile
  const api = await import('pdfjs-dist/legacy/build/pdf.mjs')
  keepNoDocuments(api)
  keepPageCount(api)
  keepNotesWithLinks(api)
  // Its showing half finds the reading half in a global that that has set, so the one is loaded after the other.
  const web = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs')
  keepPicturesSmall(web)
  const worker = api.PDFWorker.create({ port })
  return { api, web, worker }
}
