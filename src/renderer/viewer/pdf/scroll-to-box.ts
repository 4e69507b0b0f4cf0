import type { Box } from '../box'

/** What is kept free around the box, in CSS pixels. */
const margin = 8

/**
 * Scrolls so that the whole of a box on a page is in view; its beginning, when it is taller than what scrolls. What is
 * in view already stays where it is, unless it is wanted in the middle.
 */
export function scrollToBox(body: HTMLElement, page: HTMLElement, box: Box, toCentre: boolean): void {
  const top = page.offsetTop + page.clientTop + (box.top / 100) * page.clientHeight
  const height = (box.height / 100) * page.clientHeight
  const isOnScreen =
    top >= body.scrollTop + margin && top + height <= body.scrollTop + body.clientHeight - margin
  if (!isOnScreen || toCentre) {
    const isTall = height > body.clientHeight - 4 * margin
    body.scrollTop = isTall ? top - 2 * margin : top - (body.clientHeight - height) / 2
  }
  const left = page.offsetLeft + page.clientLeft + (box.left / 100) * page.clientWidth
  const right = left + (box.width / 100) * page.clientWidth
  if (left < body.scrollLeft || right > body.scrollLeft + body.clientWidth)
    body.scrollLeft = left - 2 * margin
}
