import type { PDFPageProxy, PageViewport } from 'pdfjs-dist'
import type { Box } from '../box'

/** One page on a stage, in the part of pdf.js's own page view that we use. */
export interface PageView {
  /** Counted from 1. */
  readonly id: number
  readonly div: HTMLElement
  readonly pdfPage: PDFPageProxy | null
  readonly viewport: PageViewport
  readonly canvas: HTMLCanvasElement | null
  setPdfPage(page: PDFPageProxy): void
}

/** Where a rectangle of the page's own space, in points from the bottom left, stands on the page as it is shown. */
export function boxOf(view: Pick<PageView, 'viewport'>, rectangle: readonly number[]): Box {
  const { width, height } = view.viewport
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = view.viewport.convertToViewportRectangle([
    ...rectangle,
  ]) as number[]
  return {
    left: (Math.min(x1, x2) / width) * 100,
    top: (Math.min(y1, y2) / height) * 100,
    width: (Math.abs(x2 - x1) / width) * 100,
    height: (Math.abs(y2 - y1) / height) * 100,
  }
}

/** The least box around several. */
export function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.left + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.top + box.height)) - top,
  }
}

/** Puts an element over a part of its page. */
export function place(element: HTMLElement, { left, top, width, height }: Box): void {
  element.style.left = `${left}%`
  element.style.top = `${top}%`
  element.style.width = `${width}%`
  element.style.height = `${height}%`
}
