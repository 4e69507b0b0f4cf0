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
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (at < start + node.length) return letterOf(node, at - start)
    start += node.length
  }
  return null
}

/** One letter of a text that has it. */
export function letterOf(text: Text, at: number): Range {
  const letter = text.ownerDocument.createRange()
  letter.setStart(text, at)
  letter.setEnd(text, at + 1)
  return letter
}
