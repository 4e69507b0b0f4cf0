/** What is kept free beside a place, in CSS pixels. */
const margin = 16

/** Where the inside of what scrolls begins, in the coordinates of its window: a document fills its own. */
export const topOf = (scroller: Element): number =>
  isWhole(scroller) ? 0 : scroller.getBoundingClientRect().top

/** The same across. */
export const leftOf = (scroller: Element): number =>
  isWhole(scroller) ? 0 : scroller.getBoundingClientRect().left

/** How far to scroll sideways so that a place is in view: not at all while it is, or fills the width. */
export function beside(scroller: Element, { left, right }: DOMRect): number {
  const edge = leftOf(scroller)
  const room = scroller.clientWidth
  const isInView = left >= edge && (right <= edge + room || left <= edge + margin)
  return isInView ? 0 : left - edge - Math.max(margin, (room - (right - left)) / 2)
}

const isWhole = (scroller: Element): boolean => scroller === scroller.ownerDocument.scrollingElement
