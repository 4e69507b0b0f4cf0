import { holesFor } from '../dark-cover'
import { figuresIn } from './figures-in'

/** Our marks in a document of strangers, and nothing of our own look; colours are those of our tokens. */
const marks = `
::highlight(passage) { background-color: #fbf3d4; }
::highlight(passage-chosen), ::highlight(search), ::highlight(find) { background-color: #fbe8a6; color: #1d1b18; }
::highlight(find-current) { background-color: #0a6b70; color: #fbfaf7; }
:root { background-color: #fff; overflow-anchor: none; scroll-padding: 16px; scrollbar-width: thin; scrollbar-color: #c9c4ba transparent; }
`

/** How a document in a frame is shown. */
export interface DocumentTone {
  readonly dark: boolean
  /** In percent. */
  readonly zoom: number
}

/**
 * Puts our style sheet beside those of a document in a frame, and takes the one of before away. A dark document lies
 * under a cover that turns it to dark, with holes where figures are: these show what they showed. The cover fits the
 * document as it is laid out now.
 */
export function styleDocument(document: Document, { dark, zoom }: DocumentTone): void {
  const plain = `${marks}:root { zoom: ${zoom / 100}; }`
  adopt(document, plain) // so that the cover of before does not count as part of the document
  if (dark) adopt(document, `${plain}${coverFor(document, zoom)}`)
}

function coverFor(document: Document, zoom: number): string {
  const { width, height, boxes } = figuresIn(document)
  return `
:root { scrollbar-color: #55524c #1f1f1f; }
:root::after {
  all: initial !important;
  content: '' !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  zoom: ${100 / zoom} !important;
  width: ${width}px !important;
  height: ${height}px !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  backdrop-filter: invert(0.88) hue-rotate(180deg) !important;
  clip-path: ${holesFor(boxes)} !important;
}`
}

function adopt(document: Document, text: string): void {
  const view = document.defaultView as (Window & typeof globalThis) | null
  if (view === null) return
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets = [sheet]
}
