import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { FlawError } from '../../../bundle'
import { FailureError, type Failure } from '../../../shared/failure'
import { failureIn } from '../../content/content'
import type { PdfLibrary } from './pdf-library'

/** What is asked for at once, in bytes: a few pages of text, or a picture. */
const partSize = 128 * 1024

/** A PDF, and who asks for its password. */
export interface PdfRequest {
  /** Where it is read from: an address of ours, or a file that the reader chose. */
  readonly address: string | Blob
  /** Its name in messages. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Called when the file is encrypted, again when the answer was wrong; `answer` tries a password. */
  readonly onLocked: (wasWrong: boolean, answer: (password: string) => void) => void
}

/** A PDF that is being opened. */
export interface OpeningPdf {
  /** @throws FailureError */
  readonly document: Promise<PDFDocumentProxy>
  /**
   * Rejects with a FailureError when a part can no longer be read or it was closed: pdf.js would wait for ever for what is
   * asked of the document then.
   */
  readonly broken: Promise<never>
  /** Lets go of it, whether it is open or not. */
  close(): void
}

/**
 * Opens a PDF by reading the parts of it that are needed, and no more. Nothing in it runs: no scripts, no forms, no
 * WebAssembly.
 */
export function openPdf({ api, worker }: PdfLibrary, request: PdfRequest): OpeningPdf {
  const stop = new AbortController()
  let failure: Failure | null = null
  let giveUp: (failure: Failure) => void = () => undefined
  const broken = new Promise<never>((_resolve, reject) => {
    giveUp = (reason) => reject(new FailureError(reason))
  })
  broken.catch(() => undefined) // heard through the race below, if anybody still listens

  class Parts extends api.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      readPart(request, begin, end, stop.signal).then(
        (bytes) => this.onDataRange(begin, bytes),
        (error: unknown) => {
          if (stop.signal.aborted) return
          failure = failureOf(error, request.name)
          giveUp(failure)
        },
      )
    }

    override abort(): void {
      stop.abort()
    }
  }

  const data = new URL('/assets/pdfjs/', window.location.href).href
  const task: PDFDocumentLoadingTask = api.getDocument({
    range: new Parts(request.size, null),
    rangeChunkSize: partSize,
    disableAutoFetch: true,
    disableStream: true,
    worker,
    cMapUrl: `${data}cmaps/`,
    standardFontDataUrl: `${data}standard_fonts/`,
    wasmUrl: `${data}wasm/`,
    useWasm: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false, // ours: a page looks the same on every machine
    enableXfa: false,
    verbosity: 0,
  })
  task.onPassword = (update: (password: string) => void, reason: number) =>
    request.onLocked(reason === api.PasswordResponses.INCORRECT_PASSWORD, update)
  const opened = task.promise.then(withPages).catch((error: unknown) => {
    throw new FailureError(failure ?? failureOf(error, request.name))
  })
  return {
    document: Promise.race([opened, broken]),
    broken,
    close: () => {
      stop.abort()
      giveUp({ code: 'UNEXPECTED', at: request.name, detail: 'closed' })
      void task.destroy()
    },
  }
}

/** Without a first page there is nothing to show, and pdf.js would show just that. */
async function withPages(document: PDFDocumentProxy): Promise<PDFDocumentProxy> {
  if (document.numPages === 0) throw new Error('It has no pages.')
  await document.getPage(1)
  return document
}

async function readPart(
  { address, name }: PdfRequest,
  begin: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (address instanceof Blob) return new Uint8Array(await address.slice(begin, end).arrayBuffer())
  const response = await fetch(address, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal })
  if (!response.ok) throw new FailureError(await failureIn(response, name))
  return new Uint8Array(await response.arrayBuffer())
}

/** What pdf.js says of a file that it cannot read, as a failure of ours. */
export function failureOf(error: unknown, at: string): Failure {
  if (error instanceof FailureError) return error.failure
  if (error instanceof FlawError) return error.flaw
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'BROKEN_DOCUMENT', at, detail }
}
