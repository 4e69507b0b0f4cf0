import { textBlocks, textOf, type Block, type Inline } from '../bundle'

/** What a page points at. */
export interface Pointers {
  /** The sources that its citations name. */
  readonly cited: readonly string[]
  /** The addresses of its links. */
  readonly links: readonly string[]
  /** The passages that are marked in it. */
  readonly passages: readonly string[]
}

/** Gathers all that a page points at, in reading order. */
export function pointersIn(blocks: readonly Block[]): Pointers {
  const nodes = textBlocks(blocks).flatMap(({ children }) => children.flatMap(withNested))
  return {
    cited: nodes.flatMap((node) =>
      node.type === 'citation' ? node.items.map(({ source }): string => source) : [],
    ),
    links: nodes.flatMap((node) => (node.type === 'link' ? [node.to] : [])),
    passages: nodes.flatMap((node) => (node.type === 'passage' ? [node.id as string] : [])),
  }
}

function withNested(node: Inline): Inline[] {
  return node.type === 'emphasis' || node.type === 'strong'
    ? node.children.flatMap((child) => withNested(child))
    : [node]
}

/** The texts of a page's blocks by their number. */
export const textsByBlock = (blocks: readonly Block[]): ReadonlyMap<number, string> =>
  new Map(textBlocks(blocks).map(({ block, children }) => [block, textOf(children)]))
