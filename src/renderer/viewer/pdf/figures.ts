import type * as PdfApi from 'pdfjs-dist'
import { boxAround, boxOf, place, type PageView } from './page-view'

/** A transformation of the plane as PDF writes it (ISO 32000-2, 8.3.3). */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const none: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
const after = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** The rectangle around the unit square after a transformation: an image is drawn in the unit square. */
function rectangleOf([a, b, c, d, e, f]: Matrix): readonly number[] {
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** What a page draws, as pdf.js lists it. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

const matrixOf = (value: unknown): Matrix =>
  value !== null && typeof value === 'object' && 'length' in value && value.length === 6
    ? (Array.from(value as ArrayLike<number>) as unknown as Matrix)
    : none

/** Where a page shows pictures, in its own space. Stencils are left out: they are drawn in the colour of the text. */
export function imageRectangles(
  { fnArray, argsArray }: Operators,
  OPS: typeof PdfApi.OPS,
): (readonly number[])[] {
  const found: (readonly number[])[] = []
  const kept: Matrix[] = []
  let now = none
  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[]
    if (operator === OPS.save) kept.push(now)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) now = kept.pop() ?? none
    else if (operator === OPS.transform) now = after(now, matrixOf(args))
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(now)
      now = after(now, matrixOf(args[0]))
    } else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject)
      found.push(rectangleOf(now))
    else if (operator === OPS.paintImageXObjectRepeat) {
      const [, width, height, corners] = args as [unknown, number, number, ArrayLike<number>]
      for (let at = 0; at + 1 < corners.length; at += 2)
        found.push(rectangleOf(after(now, [width, 0, 0, height, corners[at] ?? 0, corners[at + 1] ?? 0])))
    }
  }
  return found
}

/**
 * Lays the pictures of a dark page over it as they are: the page is turned to dark by a filter on its canvas, and a
 * photograph or a scan turned that way would show something else.
 */
export async function layFigures(view: PageView, OPS: typeof PdfApi.OPS): Promise<void> {
  const { pdfPage, canvas } = view
  if (pdfPage === null || canvas === null) return
  const rectangles = imageRectangles((await pdfPage.getOperatorList()) as Operators, OPS)
  if (view.canvas !== canvas || !canvas.isConnected) return // drawn anew meanwhile
  clearFigures(view)
  const across = canvas.width / 100
  const down = canvas.height / 100
  // Whole pixels within each picture: the one at its edge is part paper.
  const parts = rectangles.flatMap((rectangle) => {
    const { left, top, width, height } = boxOf(view, rectangle)
    const x = Math.max(0, Math.ceil(left * across))
    const y = Math.max(0, Math.ceil(top * down))
    const w = Math.min(canvas.width, Math.floor((left + width) * across)) - x
    const h = Math.min(canvas.height, Math.floor((top + height) * down)) - y
    return w > 0 && h > 0 ? [{ left: x, top: y, width: w, height: h }] : []
  })
  if (parts.length === 0) return
  const around = boxAround(parts)
  const layer = document.createElement('canvas')
  layer.className = 'figures'
  layer.width = around.width
  layer.height = around.height
  const context = layer.getContext('2d')
  for (const { left, top, width, height } of parts)
    context?.drawImage(canvas, left, top, width, height, left - around.left, top - around.top, width, height)
  place(layer, {
    left: around.left / across,
    top: around.top / down,
    width: around.width / across,
    height: around.height / down,
  })
  canvas.after(layer)
}

/** Takes the pictures away again. */
export const clearFigures = (view: PageView): void =>
  view.div.querySelectorAll<HTMLCanvasElement>('canvas.figures').forEach((layer) => {
    layer.width = 0 // gives the memory back now, not when it is collected
    layer.remove()
  })
