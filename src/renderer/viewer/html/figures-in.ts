import type { Box } from '../box'
import { tintOf } from '../tint'

/** What shows something of its own, whatever colours the text around it has. */
const figures = 'img, picture, video, canvas, svg, object, embed'

/** How large a document in a frame is, in the pixels of the frame, and where its figures are in it. */
export interface DocumentFigures {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
}

/** Finds the figures of a document as it is laid out now. Those that have no size yet are none. */
export function figuresIn(document: Document): DocumentFigures {
  const scroller = document.scrollingElement ?? document.documentElement
  const { left, top } = { left: scroller.scrollLeft, top: scroller.scrollTop }
  const width = Math.max(scroller.scrollWidth, scroller.clientWidth)
  const height = Math.max(scroller.scrollHeight, scroller.clientHeight)
  const boxes = [...document.body.querySelectorAll(figures), ...painted(document)]
    .map((figure) => figure.getBoundingClientRect())
    .filter((one) => one.width > 0 && one.height > 0)
    .map((one) => ({
      left: ((one.left + left) / width) * 100,
      top: ((one.top + top) / height) * 100,
      width: (one.width / width) * 100,
      height: (one.height / height) * 100,
    }))
  return { width, height, boxes }
}

/** The most elements that are asked what lies behind their words. */
const mostAsked = 5000

/** What has a picture behind its words or a colour that says something, as the cells of some tables have. */
function painted(document: Document): Element[] {
  return [...document.body.querySelectorAll('*')].slice(0, mostAsked).filter((one) => {
    const style = document.defaultView?.getComputedStyle(one)
    return (
      style?.backgroundImage.includes('url(') === true || tintOf(style?.backgroundColor ?? '') === 'strong'
    )
  })
}
