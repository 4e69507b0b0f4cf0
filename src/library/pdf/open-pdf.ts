import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  pageText,
  pdfTextOptions,
  type OpenPdf,
  type PageText,
  type PdfFile,
  type PdfRefusal,
} from '../../documents'
import { loadPdfJs } from './load-pdf-js'

/**
 * Opens a PDF with pdf.js to read its text; nothing is drawn and nothing in it runs. A file without a password for
 * reading opens, whatever it forbids to printers.
 */
export const openPdf: OpenPdf = async (bytes) => {
  const { getDocument } = await loadPdfJs()
  const task = getDocument({
    // A copy, and no Buffer: pdf.js takes over the memory it is given.
    data: new Uint8Array(bytes),
    ...characterMaps(),
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    return { is: 'open', file: await fileOf(document, () => task.destroy()) }
  } catch (error) {
    await task.destroy()
    return refusal(error)
  }
}

/** Where the tables stand that say what the characters of East Asian fonts mean; without them those are not read. */
function characterMaps(): { readonly cMapUrl?: string; readonly cMapPacked?: boolean } {
  try {
    const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return { cMapUrl: join(home, 'cmaps') + sep, cMapPacked: true }
  } catch {
    return {}
  }
}

async function fileOf(document: PDFDocumentProxy, close: () => Promise<void>): Promise<PdfFile> {
  const labels = await document.getPageLabels()
  return {
    pages: document.numPages,
    labels: Array.from({ length: document.numPages }, (_, index) => labels?.[index] || String(index + 1)),
    page: (index) => textOf(document, index),
    close,
  }
}

async function textOf(document: PDFDocumentProxy, index: number): Promise<PageText> {
  const page = await document.getPage(index + 1)
  try {
    return pageText((await page.getTextContent(pdfTextOptions)).items)
  } finally {
    page.cleanup()
  }
}

function refusal(error: unknown): PdfRefusal {
  if (!(error instanceof Error)) return { is: 'broken', detail: String(error) }
  return { is: error.name === 'PasswordException' ? 'encrypted' : 'broken', detail: error.message }
}
