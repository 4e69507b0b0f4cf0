import type { Block, Inline, ListItem, TextBlock } from '../../bundle'

/** The same document with the content of each text block replaced. */
export const replaceBlocks = (blocks: readonly Block[], content: (block: TextBlock) => Inline[]): Block[] =>
  blocks.map((block) => replaced(block, content))

function replaced<Node extends Block | ListItem>(node: Node, content: (block: TextBlock) => Inline[]): Node
function replaced(node: Block | ListItem, content: (block: TextBlock) => Inline[]): Block | ListItem {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return { ...node, children: content(node) }
    case 'table':
      return {
        ...node,
        children: node.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: content(cell) })),
        })),
      }
    case 'list':
      return { ...node, children: node.children.map((item) => replaced(item, content)) }
    case 'listItem':
    case 'blockquote':
    case 'box':
      return { ...node, children: node.children.map((child) => replaced(child, content)) }
    case 'thematicBreak':
      return node
  }
}
