import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Failure } from '../../../shared/failure'
import { painting } from '../../composables/painted'
import { failureOf, openPdf, type OpeningPdf } from './open-pdf'
import { loadPdfLibrary, type PdfLibrary } from './pdf-library'

/** A PDF in whatever state it is. */
export type PdfFile =
  | { readonly is: 'opening' }
  | { readonly is: 'locked'; readonly wasWrong: boolean; readonly answer: (password: string) => void }
  | { readonly is: 'open'; readonly library: PdfLibrary; readonly document: PDFDocumentProxy }
  | { readonly is: 'failed'; readonly failure: Failure }

/** Where a PDF is read from. */
export interface PdfAddress {
  readonly address: string
  readonly name: string
  readonly size: number
}

/** Opens the PDF at an address, another when that changes, and lets go of it in the end. */
export function usePdfFile(wanted: () => PdfAddress): Readonly<ShallowRef<PdfFile>> {
  const file = shallowRef<PdfFile>({ is: 'opening' })
  let opening: OpeningPdf | null = null
  let turn = 0

  async function open({ address, name, size }: PdfAddress): Promise<void> {
    const mine = ++turn
    opening?.close()
    opening = null
    const done = painting()
    const say = (state: PdfFile): void => {
      if (mine === turn) file.value = state
    }
    say({ is: 'opening' })
    try {
      const library = await loadPdfLibrary()
      if (mine !== turn) return
      const onLocked = (wasWrong: boolean, answer: (password: string) => void): void => {
        say({ is: 'locked', wasWrong, answer })
        done()
      }
      const now = openPdf(library, { address, name, size, onLocked })
      opening = now
      say({ is: 'open', library, document: await now.document })
    } catch (error) {
      say({ is: 'failed', failure: failureOf(error, name) })
    } finally {
      done()
    }
  }

  watch(
    () => Object.values(wanted()).join('\n'),
    () => void open(wanted()),
    { immediate: true },
  )
  onBeforeUnmount(() => {
    turn++
    opening?.close()
  })
  return file
}
