/** Finds `text` in what an element shows, without regard to case, across the element's inner tags. */
export function findRanges(root: HTMLElement, text: string): Range[] {
  const wanted = folded(text)
  if (wanted.trim() === '') return []
  const pieces = textPieces(root)
  const whole = pieces.map(({ node, gap }) => (gap ? '\n' : '') + folded(node.data)).join('')
  const ranges: Range[] = []
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + wanted.length)) {
    const range = rangeBetween(pieces, at, at + wanted.length)
    if (range !== null) ranges.push(range)
  }
  return ranges
}

/** Lower case of the same length, so that places in it are places in the text: `İ` alone would become two characters. */
const folded = (text: string): string =>
  text.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase()
    return lower.length === letter.length ? lower : letter
  })

/** The part of an element's text from `start` to `end`, as a range. Null when the text is shorter. */
export function rangeIn(root: HTMLElement, start: number, end: number): Range | null {
  return rangeBetween(textPieces(root), start, end)
}

interface Piece {
  readonly node: Text
  readonly start: number
  /** True when another block of text begins here: the end of one and the start of the next are not one word. */
  readonly gap: boolean
}

const blockOf = (node: Node): Element | null | undefined =>
  node.parentElement?.closest(
    'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd, pre, figcaption, caption, div, section, article, [data-block]',
  )

/** What is in the document but not in its text. */
const unread = '.visually-hidden, script, style, template, noscript'

function textPieces(root: HTMLElement): Piece[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const pieces: Piece[] = []
  let start = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const before = pieces.at(-1)
    const gap = before !== undefined && blockOf(before.node) !== blockOf(node)
    if (gap) start++
    pieces.push({ node: node as Text, start, gap })
    start += (node as Text).data.length
  }
  return pieces
}

function rangeBetween(pieces: readonly Piece[], start: number, end: number): Range | null {
  const first = pieces.findLast((piece) => piece.start <= start)
  const last = pieces.findLast((piece) => piece.start < end)
  if (first === undefined || last === undefined) return null
  if (start - first.start > first.node.data.length || end - last.start > last.node.data.length) return null
  const range = first.node.ownerDocument.createRange()
  range.setStart(first.node, start - first.start)
  range.setEnd(last.node, end - last.start)
  return range
}

/** The text of an element, as {@link rangeIn} counts it: one character between two blocks, hidden text left out. */
export const textIn = (root: HTMLElement): string =>
  textPieces(root)
    .map(({ node, gap }) => (gap ? '\n' : '') + node.data)
    .join('')

/** A window as its documents' ranges know it: our own, or that of a frame. */
type DocumentWindow = Window & typeof globalThis

const painted = new Map<string, Map<symbol, readonly Range[]>>()

/**
 * Paints ranges under a highlight's name (CSS Custom Highlight API). A name is one for a whole window, so each owner
 * paints its own part; an empty list takes that part back and no other's. Ranges in a document of a frame are painted
 * in that frame's window, which has names of its own.
 */
export function paint(name: string, owner: symbol, ranges: readonly Range[]): void {
  const owners = painted.get(name) ?? new Map<symbol, readonly Range[]>()
  painted.set(name, owners)
  const before = owners.get(owner) ?? []
  if (ranges.length === 0) owners.delete(owner)
  else owners.set(owner, ranges)
  const all = [...owners.values()].flat()
  for (const view of new Set([...before, ...ranges].flatMap((range) => windowOf(range) ?? []))) {
    const own = all.filter((range) => windowOf(range) === view)
    if (own.length === 0) view.CSS.highlights.delete(name)
    else view.CSS.highlights.set(name, new view.Highlight(...own))
  }
}

/** The window that shows a range; null when its frame has gone. */
const windowOf = (range: Range): DocumentWindow | null =>
  range.startContainer.ownerDocument?.defaultView ?? null
