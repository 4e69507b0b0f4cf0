import type { Block, Inline, ListItem, StatementNode, Table, TextBlock } from './mdast'

/** The plain text of inline nodes, as a reader sees it. A citation counts as its printed label in brackets. */
export function textOf(nodes: readonly Inline[]): string {
  return nodes.map(textOfNode).join('')
}

function textOfNode(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'citation':
      return citationText(node.items)
    case 'emphasis':
    case 'strong':
    case 'statement':
    case 'passage':
    case 'link':
      return textOf(node.children)
  }
}

/** How a citation prints: `(Younger 2013, p. 3; Bruun 2024)`. */
export const citationText = (items: readonly { label: string; locator?: string | undefined }[]): string =>
  `(${items.map(({ label, locator }) => (locator ? `${label}, ${locator}` : label)).join('; ')})`

/** The text blocks of a document in reading order; the n-th has `block === n` in a compiled document. */
export function textBlocks(blocks: readonly Block[]): TextBlock[] {
  return blocks.flatMap(inBlock)
}

function inBlock(node: Block | ListItem): TextBlock[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return [node]
    case 'table':
      return cellsOf(node)
    case 'thematicBreak':
      return []
    case 'list':
      return node.children.flatMap(inBlock)
    case 'listItem':
    case 'blockquote':
    case 'box':
      return node.children.flatMap(inBlock)
  }
}

const cellsOf = (table: Table): TextBlock[] => table.children.flatMap((row) => row.children)

/** The statements of a page, in reading order. */
export function statementsIn(blocks: readonly Block[]): StatementNode[] {
  return textBlocks(blocks).flatMap((block) => statementsInInline(block.children))
}

function statementsInInline(nodes: readonly Inline[]): StatementNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'statement') return [node]
    if (node.type === 'emphasis' || node.type === 'strong') return statementsInInline(node.children)
    return []
  })
}
