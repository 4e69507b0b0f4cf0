import { textOf, type Inline, type PassageId, type Phrase } from '../../bundle'

/** A range of a block's text, in UTF-16 units, and the passage that stands there. */
export interface Mark {
  readonly id: PassageId
  readonly start: number
  readonly end: number
}

/**
 * Wraps a range of a block in a `passage` node. Emphasis that the range cuts through is split into two. Null when the
 * range touches a citation or a link, which cannot stand in a passage.
 */
export function markPassage(children: readonly Inline[], { id, start, end }: Mark): Inline[] | null {
  const outer = splitAt(children, start)
  if (outer === null) return null
  const inner = splitAt(outer.after, end - start)
  if (inner === null || !inner.before.every(isPhrase)) return null
  return [...outer.before, { type: 'passage', id, children: inner.before }, ...inner.after]
}

interface Split {
  readonly before: Inline[]
  readonly after: Inline[]
}

/** Splits inline nodes at an offset of their text; null where that would cut through a node that is one thing. */
function splitAt(nodes: readonly Inline[], offset: number): Split | null {
  const before: Inline[] = []
  let left = offset
  for (const [index, node] of nodes.entries()) {
    if (left === 0) return { before, after: nodes.slice(index) }
    const length = textOf([node]).length
    if (left < length) {
      const parts = splitNode(node, left)
      if (parts === null) return null
      return { before: [...before, parts[0]], after: [parts[1], ...nodes.slice(index + 1)] }
    }
    before.push(node)
    left -= length
  }
  return { before, after: [] }
}

function splitNode(node: Inline, offset: number): [Inline, Inline] | null {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [
        { ...node, value: node.value.slice(0, offset) },
        { ...node, value: node.value.slice(offset) },
      ]
    case 'emphasis':
    case 'strong': {
      const split = splitAt(node.children, offset)
      if (split === null) return null
      return [
        { ...node, children: split.before },
        { ...node, children: split.after },
      ]
    }
    default:
      return null
  }
}

function isPhrase(node: Inline): node is Phrase {
  switch (node.type) {
    case 'text':
    case 'break':
    case 'inlineCode':
      return true
    case 'emphasis':
    case 'strong':
      return node.children.every(isPhrase)
    default:
      return false
  }
}
