import type * as PdfApi from 'pdfjs-dist'
import type { Rectangle } from '../../../documents'
import { tintOf } from '../tint'
import { intersection } from './rectangle'
import { after, none, rectangleIn, toMatrix, type Matrix } from './matrix'
import { subpathsOf } from './subpaths'

/**
 * A part of what a page draws besides text. `picture`: an image, a shading, a pattern, anything in a strong colour.
 * `drawing`: a curve, a slanted line, steps, a filled box. `rule`: what also frames text: level and upright lines, frames,
 * boxes in hardly any colour.
 */
export interface Drawn {
  readonly is: 'picture' | 'drawing' | 'rule'
  /** In the page's own space. */
  readonly rectangle: Rectangle
}

/** What a page draws, as pdf.js lists it. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What is thinner is a line, in points. */
const thin = 3

interface State {
  readonly matrix: Matrix
  readonly clip: Rectangle
  /** Null for a pattern. */
  readonly fill: string | null
  readonly stroke: string | null
  readonly width: number
}

/** What a page draws besides text. Stencils are left out: they are drawn in the colour of the text. */
export function drawnOn(
  { fnArray, argsArray }: Operators,
  OPS: typeof PdfApi.OPS,
  page: Rectangle,
): readonly Drawn[] {
  const found: Drawn[] = []
  const kept: State[] = []
  let state: State = { matrix: none, clip: page, fill: '#000000', stroke: '#000000', width: 1 }
  let clips = false

  const put = (is: Drawn['is'], rectangle: Rectangle): void => {
    const seen = intersection(rectangle, state.clip)
    if (seen !== null) found.push({ is, rectangle: seen })
  }
  const fills = new Set([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const strokes = new Set([OPS.stroke, OPS.closeStroke])

  function paint(how: number, data: ArrayLike<number>): void {
    const isFill = fills.has(how)
    const colour = isFill ? state.fill : state.stroke
    const tint = colour === null ? null : tintOf(colour)
    const [a, b] = state.matrix
    const width = isFill ? 0 : state.width * Math.hypot(a, b)
    for (const { shape, rectangle } of subpathsOf(data, state.matrix)) {
      const [left, bottom, right, top] = rectangle
      const isThin = isFill ? Math.min(right - left, top - bottom) <= thin : width <= thin
      if (tint === null) put('picture', rectangle)
      else if (shape === 'straight' && (isThin || tint === 'paper')) put('rule', rectangle)
      else put(tint === 'strong' ? 'picture' : 'drawing', rectangle)
    }
  }

  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[]
    switch (operator) {
      case OPS.save:
        kept.push(state)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        state = kept.pop() ?? state
        break
      case OPS.transform:
        state = { ...state, matrix: after(state.matrix, toMatrix(args)) }
        break
      case OPS.paintFormXObjectBegin: {
        kept.push(state)
        const matrix = after(state.matrix, toMatrix(args[0]))
        const box = toRectangle(args[1])
        const clip = box === null ? state.clip : intersection(rectangleIn(matrix, box), state.clip)
        state = { ...state, matrix, clip: clip ?? nowhere }
        break
      }
      case OPS.beginAnnotation:
        kept.push(state)
        state = { ...state, matrix: after(toMatrix(args[2]), toMatrix(args[3])), clip: page }
        break
      case OPS.setFillRGBColor:
        state = { ...state, fill: String(args[0]) }
        break
      case OPS.setStrokeRGBColor:
        state = { ...state, stroke: String(args[0]) }
        break
      case OPS.setFillColorN:
        state = { ...state, fill: null }
        break
      case OPS.setStrokeColorN:
        state = { ...state, stroke: null }
        break
      case OPS.setLineWidth:
        state = { ...state, width: Number(args[0]) }
        break
      case OPS.clip:
      case OPS.eoClip:
        clips = true
        break
      case OPS.constructPath: {
        const [how, [data], box] = args as [number, [ArrayLike<number> | null], unknown]
        if (data && (fills.has(how) || strokes.has(how))) paint(how, data)
        const area = toRectangle(box)
        if (clips) {
          const clip = area && intersection(rectangleIn(state.matrix, area), state.clip)
          state = { ...state, clip: clip ?? nowhere }
        }
        clips = false
        break
      }
      case OPS.shadingFill:
        put('picture', state.clip)
        break
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        put('picture', rectangleIn(state.matrix, unit))
        break
      case OPS.paintImageXObjectRepeat:
        for (const one of repeated(args, state.matrix)) put('picture', one)
        break
    }
  }
  return found
}

/** An image is drawn in the unit square. */
const unit: Rectangle = [0, 0, 1, 1]
const nowhere: Rectangle = [0, 0, 0, 0]

const toRectangle = (value: unknown): Rectangle | null =>
  value !== null && typeof value === 'object' && 'length' in value && value.length === 4
    ? (Array.from(value as ArrayLike<number>) as unknown as Rectangle)
    : null

function repeated(args: readonly unknown[], matrix: Matrix): Rectangle[] {
  const [, width, height, corners] = args as [unknown, number, number, ArrayLike<number>]
  return Array.from({ length: Math.floor(corners.length / 2) }, (_one, at) =>
    rectangleIn(after(matrix, [width, 0, 0, height, corners[2 * at] ?? 0, corners[2 * at + 1] ?? 0]), unit),
  )
}
