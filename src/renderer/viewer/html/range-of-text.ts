import { nodeRange, type HtmlText } from '../../../documents'

/** The part of an HTML document's text from `start` to `end`, as a range of its own document. Null when it covers none. */
export function rangeOfText(text: HtmlText<Node>, start: number, end: number): Range | null {
  const places = nodeRange(text, start, end)
  const document = places?.from.node.ownerDocument
  if (places === null || document === null || document === undefined) return null
  const range = document.createRange()
  range.setStart(places.from.node, places.from.offset)
  range.setEnd(places.to.node, places.to.offset)
  return range
}
