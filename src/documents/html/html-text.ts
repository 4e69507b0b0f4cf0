/** A node of an HTML document, in the part that a tree of parse5 and the DOM have in common. */
export interface HtmlNode {
  readonly nodeName: string
  readonly childNodes?: ArrayLike<HtmlNode>
  /** The characters of a text node, as parse5 names them. */
  readonly value?: string
  /** The characters of a text node, as the DOM names them. */
  readonly nodeValue?: string | null
}

/** A text node and where its characters stand in the text of the document. */
export interface Piece<Node> {
  readonly node: Node
  readonly start: number
  readonly end: number
}

/** A paragraph, heading, item or cell of a document. */
export interface HtmlBlock {
  readonly start: number
  readonly end: number
  /** True when it is a heading. */
  readonly isHeading: boolean
}

/** The text of an HTML document: the characters of its text nodes, U+2029 between blocks. */
export interface HtmlText<Node> {
  readonly text: string
  readonly pieces: readonly Piece<Node>[]
  /** The blocks that hold more than white space, in their order. */
  readonly blocks: readonly HtmlBlock[]
}

/** Elements of which nothing is read. */
const unread = new Set(
  'head script style template noscript title iframe object embed svg math textarea select'.split(' '),
)

/** Elements that text does not run across. */
const blockElements = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
   footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table
   tbody td tfoot th thead tr ul`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

const heading = /^h[1-6]$/

/** Keeps blocks apart: a quote never runs across it. */
export const blockSeparator = '\u2029'

type Step<Node> = { readonly enter: Node } | { readonly leave: string }

/**
 * The text of a document below a node, usually its body. The same document gives the same text whether parse5 or a
 * browser read it. Depth costs no stack: strangers write these files.
 */
export function htmlText<Node extends HtmlNode>(root: Node): HtmlText<Node> {
  const pieces: Piece<Node>[] = []
  const blocks: HtmlBlock[] = []
  let text = ''
  let begin = 0
  let headings = 0
  const endBlock = (): void => {
    if (text.length === begin) return
    if (text.slice(begin).trim() !== '')
      blocks.push({ start: begin, end: text.length, isHeading: headings > 0 })
    text += blockSeparator
    begin = text.length
  }
  const edge = (name: string, isEntered: boolean): void => {
    if (!blockElements.has(name)) return
    endBlock()
    if (heading.test(name)) headings += isEntered ? 1 : -1
  }
  const steps: Step<Node>[] = [{ enter: root }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('leave' in step) {
      edge(step.leave, false)
      continue
    }
    const node = step.enter
    const name = node.nodeName.toLowerCase()
    if (name === '#text') {
      const characters = node.value ?? node.nodeValue ?? ''
      if (characters !== '') pieces.push({ node, start: text.length, end: text.length + characters.length })
      text += characters
    } else if (name === 'br') text += '\n'
    else if (!unread.has(name)) {
      edge(name, true)
      steps.push({ leave: name })
      // What lies below a node of a tree is of the tree's own kind.
      const children = Array.from(node.childNodes ?? []) as Node[]
      for (const child of children.reverse()) steps.push({ enter: child })
    }
  }
  endBlock()
  return { text, pieces, blocks }
}

/** The body of a document, the same in a tree of parse5 and in the DOM; the document itself where it has none. */
export function bodyOf<Node extends HtmlNode>(document: Node): Node {
  const below = (node: Node | undefined, name: string): Node | undefined =>
    // What lies below a node of a tree is of the tree's own kind.
    (Array.from(node?.childNodes ?? []) as Node[]).find((child) => child.nodeName.toLowerCase() === name)
  return below(below(document, 'html'), 'body') ?? document
}

/** A place in a text node, as a DOM range takes it. */
export interface NodePlace<Node> {
  readonly node: Node
  readonly offset: number
}

/** Between which places of which text nodes a range of the text lies; null when it covers none. */
export function nodeRange<Node>(
  { pieces }: HtmlText<Node>,
  start: number,
  end: number,
): { readonly from: NodePlace<Node>; readonly to: NodePlace<Node> } | null {
  const first = pieces.find((piece) => piece.end > start)
  const last = pieces.findLast((piece) => piece.start < end)
  if (start >= end || first === undefined || last === undefined) return null
  if (first.start >= end || last.end <= start) return null
  return {
    from: { node: first.node, offset: Math.max(0, start - first.start) },
    to: { node: last.node, offset: Math.min(last.end, end) - last.start },
  }
}
