import { topOf } from './inside'

/** A place in text that scrolls: its beginning, or a letter of it and how far below the top edge that stands. */
export type TextPlace =
  | 'beginning'
  | {
      /** Counted in the text of the element that holds it. */
      readonly at: number
      /** In CSS pixels. */
      readonly below: number
      /** Whether it is where the chosen place begins, which is to be seen whole. */
      readonly isChosen: boolean
    }

/** How far apart the points are at which text is looked for, in CSS pixels. */
const apart = 12

/** The first letter of the text that is seen in what scrolls, from the top; null where none is. */
export function textAtTop(scroller: Element, root: HTMLElement): Range | null {
  const top = topOf(scroller)
  const { left, width } = root.getBoundingClientRect()
  for (let down = 1; down < scroller.clientHeight; down += apart) {
    const found = root.ownerDocument.caretRangeFromPoint(left + width / 3, top + down)
    if (found === null || !root.contains(found.startContainer)) continue
    const letter = letterAt(found)
    const seen = letter === null ? null : boxOf(letter)
    if (seen !== null && seen.bottom > top) return letter
  }
  return null
}

/** The letter after a caret, else the one before it; null where there is no text. */
function letterAt({ startContainer: node, startOffset: at }: Range): Range | null {
  if (node.nodeType !== Node.TEXT_NODE) return null
  const length = node.nodeValue?.length ?? 0
  if (length === 0) return null
  const letter = (node.ownerDocument as Document).createRange()
  const start = Math.min(at, length - 1)
  letter.setStart(node, start)
  letter.setEnd(node, start + 1)
  return letter
}

/** Where a range or an element is seen; null when it is not laid out. */
export function boxOf(place: Range | Element): DOMRect | null {
  const box = place.getBoundingClientRect()
  return box.height > 0 ? box : null
}

/** Where a place begins in the text of an element. */
export function offsetIn(root: HTMLElement, place: Range | Element): number {
  const before = root.ownerDocument.createRange()
  before.selectNodeContents(root)
  if ('startContainer' in place) before.setEnd(place.startContainer, place.startOffset)
  else before.setEndBefore(place)
  return before.toString().length
}

/** The letter at a place in the text of an element; null when the text is shorter. */
export function letterIn(root: HTMLElement, at: number): Range | null {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let start = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node as Text
    if (at < start + length) {
      const letter = root.ownerDocument.createRange()
      letter.setStart(node, at - start)
      letter.setEnd(node, at - start + 1)
      return letter
    }
    start += length
  }
  return null
}
