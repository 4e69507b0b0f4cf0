import { beside, topOf } from '../inside'

/** What is kept free above and below a place, in CSS pixels; a place too tall to be seen whole begins below as much again. */
const margin = 8

/** What scrolls the text of a document: the document itself, or the part of it that holds the text and scrolls instead. */
export function mainScroller(document: Document): Element | null {
  const whole = document.scrollingElement
  if (whole === null || canScroll(whole)) return whole
  const area = ({ clientWidth, clientHeight }: Element): number => clientWidth * clientHeight
  const parts = [...document.body.querySelectorAll('*')].filter(
    (one) => canScroll(one) && scrolls(one, 'overflowY'),
  )
  return parts.reduce<Element>((most, one) => (most === whole || area(one) > area(most) ? one : most), whole)
}

/** Brings a range on screen, whatever scrolls around it. In view already, it stays where it is, unless it is wanted in the middle. */
export function scrollToRange(range: Range, toCentre: boolean): void {
  const document = range.startContainer.ownerDocument
  const whole = document?.scrollingElement ?? null
  for (let one = range.startContainer.parentElement; one !== null; one = one.parentElement)
    if (one !== whole && one !== document?.documentElement) {
      if (scrolls(one, 'overflowY')) scrollDown(one, range, toCentre)
      if (scrolls(one, 'overflowX')) one.scrollLeft += beside(one, range.getBoundingClientRect())
    }
  if (whole === null) return
  scrollDown(whole, range, toCentre)
  whole.scrollLeft += beside(whole, range.getBoundingClientRect())
}

function scrollDown(scroller: Element, range: Range, toCentre: boolean): void {
  const [{ top, bottom }, edge, room] = [
    range.getBoundingClientRect(),
    topOf(scroller),
    scroller.clientHeight,
  ]
  const isInView = top - edge >= margin && bottom - edge <= room - margin
  if (isInView && !toCentre) return
  const isTall = bottom - top > room - 4 * margin
  scroller.scrollTop += top - edge - (isTall ? 2 * margin : (room - (bottom - top)) / 2)
}

const canScroll = ({ scrollHeight, clientHeight }: Element): boolean => scrollHeight > clientHeight + 1

const scrolls = (element: Element, axis: 'overflowX' | 'overflowY'): boolean =>
  /auto|scroll|hidden/.test(element.ownerDocument.defaultView?.getComputedStyle(element)[axis] ?? '')
