import type { PhrasingContent, Text } from 'mdast'

/** The directives that mean something here, in a line or as a box. */
export const knownDirectives = ['statement', 'note', 'warning']

/**
 * Turns accidental directives back into the text they were: in "12:30" and "ratio 3:1" a colon before a word is no
 * directive. One with a label or attributes is meant, unless its name begins with a digit. Texts that then stand side
 * by side become one.
 */
export function withPlainDirectives(nodes: readonly PhrasingContent[], source: string): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes.flatMap((each) => asMeant(each, source))) {
    const last = merged.at(-1)
    if (last?.type === 'text' && node.type === 'text') merged.splice(-1, 1, joined(last, node))
    else merged.push(node)
  }
  return merged
}

function asMeant(node: PhrasingContent, source: string): PhrasingContent[] {
  if (node.type !== 'textDirective') return [node]
  const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0
  const accidental = /^\d/.test(node.name) || (bare && !knownDirectives.includes(node.name))
  if (!accidental) return [node]
  const [start, end] = [offset(node, 'start'), offset(node, 'end')]
  const first = node.children[0]
  const last = node.children.at(-1)
  if (first === undefined || last === undefined) return [text(source.slice(start, end), node)]
  return [
    text(source.slice(start, offset(first, 'start')), node),
    ...node.children,
    text(source.slice(offset(last, 'end'), end), last),
  ]
}

const offset = (node: PhrasingContent, side: 'start' | 'end'): number => node.position?.[side].offset ?? 0

const text = (value: string, { position }: PhrasingContent): Text =>
  position === undefined ? { type: 'text', value } : { type: 'text', value, position }

const joined = (one: Text, other: Text): Text => ({ ...one, value: one.value + other.value })
