import type { PageText } from './page-text'

/** A PDF that is open to be read. One that is no longer needed is closed, as its memory is not freed otherwise. */
export interface PdfFile {
  /** How many pages it has. */
  readonly pages: number
  /** What is printed on each page, or its number where the file does not say. */
  readonly labels: readonly string[]
  /**
   * The text of a page, counted from 0.
   *
   * @throws Error when the page is broken
   */
  page(index: number): Promise<PageText>
  close(): Promise<void>
}

/** A PDF that cannot be read, and why: it asks for a password, or its bytes are no PDF that can be made sense of. */
export interface PdfRefusal {
  readonly is: 'encrypted' | 'broken'
  readonly detail: string
}

/** Whatever can open a PDF: pdf.js in Node, or a stand-in in a test. */
export type OpenPdf = (
  bytes: Uint8Array,
) => Promise<{ readonly is: 'open'; readonly file: PdfFile } | PdfRefusal>
