/** What is kept free above and below a place, in CSS pixels; a place too tall to be seen whole begins below as much again. */
const margin = 8

/** What scrolls the text of a document: the document itself, or the part of it that holds the text and scrolls instead. */
export function mainScroller(document: Document): Element | null {
  const whole = document.scrollingElement
  if (whole === null || canScroll(whole)) return whole
  const area = ({ clientWidth, clientHeight }: Element): number => clientWidth * clientHeight
  const parts = [...document.body.querySelectorAll('*')].filter(
    (one) => one.scrollHeight > one.clientHeight + 1 && scrolls(one, 'overflowY'),
  )
  return parts.reduce<Element>((most, one) => (most === whole || area(one) > area(most) ? one : most), whole)
}

/** Brings a range on screen, whatever scrolls around it. In view already, it stays where it is, unless it is wanted in the middle. */
export function scrollToRange(range: Range, toCentre: boolean): void {
  const document = range.startContainer.ownerDocument
  const whole = document?.scrollingElement ?? null
  const start = range.commonAncestorContainer
  for (
    let one = start instanceof Element ? start : start.parentElement;
    one !== null;
    one = one.parentElement
  )
    if (one !== whole && one !== document?.documentElement) scrollIn(one, range, toCentre)
  if (whole !== null) scrollIn(whole, range, toCentre)
}

function scrollIn(scroller: Element, range: Range, toCentre: boolean): void {
  const isWhole = scroller === scroller.ownerDocument.scrollingElement
  const { clientWidth: width, clientHeight: height } = scroller
  if (isWhole || scrolls(scroller, 'overflowY')) {
    const [{ top, bottom }, edge] = [
      range.getBoundingClientRect(),
      isWhole ? 0 : scroller.getBoundingClientRect().top,
    ]
    const isInView = top - edge >= margin && bottom - edge <= height - margin
    const isTall = bottom - top > height - 4 * margin
    const above = isTall ? 2 * margin : (height - (bottom - top)) / 2
    if (!isInView || toCentre) scroller.scrollBy({ top: top - edge - above })
  }
  if (isWhole || scrolls(scroller, 'overflowX')) {
    const [{ left, right }, edge] = [
      range.getBoundingClientRect(),
      isWhole ? 0 : scroller.getBoundingClientRect().left,
    ]
    const isWide = right - left > width - 4 * margin
    const beside = isWide ? 2 * margin : (width - (right - left)) / 2
    if (left < edge || (right > edge + width && left > edge + 2 * margin))
      scroller.scrollBy({ left: left - edge - beside })
  }
}

const canScroll = ({ scrollHeight, clientHeight }: Element): boolean => scrollHeight > clientHeight + 1

const scrolls = (element: Element, axis: 'overflowX' | 'overflowY'): boolean =>
  /auto|scroll|hidden/.test(element.ownerDocument.defaultView?.getComputedStyle(element)[axis] ?? '')
