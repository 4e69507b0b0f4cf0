import { leftOf, topOf } from './inside'
import { boxOf, letterOf } from './text-place'

/** How far apart the points are at which text is looked for, in CSS pixels. */
const apart = 12

/**
 * The first letter of the text that is seen in what scrolls, from the top; where only figures are seen, one beside them. What
 * stays in its place while the text scrolls, such as a head, is no place in it. Null where there is no text.
 */
export function textAtTop(scroller: Element, root: HTMLElement): Range | null {
  const [top, across] = [topOf(scroller), thirdAcross(scroller, root)]
  let first: Node | null = null
  for (let down = 1; down < scroller.clientHeight; down += apart) {
    const caret = root.ownerDocument.caretRangeFromPoint(across, top + down)
    if (caret === null || !root.contains(caret.startContainer) || isPinned(caret.startContainer, scroller))
      continue
    first ??= caret.startContainer.childNodes[caret.startOffset] ?? caret.startContainer
    const letter = letterAt(caret)
    const seen = letter === null ? null : boxOf(letter)
    if (seen !== null && seen.bottom > top) return letter
  }
  return first === null ? null : letterBeside(first, root)
}

/** Where text is looked for across: a third of the way into what is seen of it, past numbers and bullets at its edge. */
function thirdAcross(scroller: Element, root: HTMLElement): number {
  const { left, right } = root.getBoundingClientRect()
  const edge = leftOf(scroller)
  const [from, to] = [Math.max(left, edge), Math.min(right, edge + scroller.clientWidth)]
  return from + (to - from) / 3
}

/** Whether something stays in its place while the text around it is scrolled. */
function isPinned(node: Node, scroller: Element): boolean {
  const view = scroller.ownerDocument.defaultView
  // By its type: a document in a frame has classes of its own.
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
  for (let one = element; one !== null && one !== scroller; one = one.parentElement)
    if (/fixed|sticky/.test(view?.getComputedStyle(one).position ?? '')) return true
  return false
}

/** The letter after a caret, else the one before it; null where there is no text. */
function letterAt({ startContainer: node, startOffset: at }: Range): Range | null {
  if (node.nodeType !== Node.TEXT_NODE) return null
  const text = node as Text
  return text.length === 0 ? null : letterOf(text, Math.min(at, text.length - 1))
}

/** The first letter that is laid out from a node on, else the last before it. */
function letterBeside(node: Node, root: HTMLElement): Range | null {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const own = node.nodeType === Node.TEXT_NODE ? firstLetter(node as Text) : null
  if (own !== null) return own
  for (const step of ['nextNode', 'previousNode'] as const) {
    walker.currentNode = node
    for (let text = walker[step](); text !== null; text = walker[step]()) {
      const letter = firstLetter(text as Text)
      if (letter !== null) return letter
    }
  }
  return null
}

/** Null for a text that is not laid out, as spaces between blocks are not. */
function firstLetter(text: Text): Range | null {
  const at = text.data.search(/\S/)
  const letter = at === -1 ? null : letterOf(text, at)
  return letter !== null && boxOf(letter) !== null ? letter : null
}
