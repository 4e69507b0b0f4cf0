/** A selection longer than this is searched by its beginning, in UTF-16 units. */
const longest = 200

/** Words that the reader has selected in the page or in a document in it. */
export interface Selected {
  /** The words as a query, never empty. */
  readonly text: string
  /** The lower right corner of the last of them, in pixels of the window, or null where it is scrolled away. */
  readonly end: { readonly right: number; readonly bottom: number } | null
}

/** What the reader has selected, or null when there is nothing. */
export function selected(): Selected | null {
  const page = document.getElementById('page')
  if (page === null) return null
  for (const [owner, view] of documentsIn(page)) {
    const selection = owner.getSelection()
    const anchor = selection?.anchorNode ?? null
    if (selection === null || anchor === null || (view === null && !page.contains(anchor))) continue
    const text = asQuery(selection.toString())
    if (text !== '') return { text, end: endOf(selection, view) }
  }
  return null
}

/** The window's own document first, then those in frames, each with its frame. */
function documentsIn(page: HTMLElement): (readonly [Document, HTMLIFrameElement | null])[] {
  const framed = [...page.querySelectorAll('iframe')].flatMap((frame) =>
    frame.contentDocument === null ? [] : [[frame.contentDocument, frame] as const],
  )
  return [[document, null], ...framed]
}

function endOf(selection: Selection, frame: HTMLIFrameElement | null): Selected['end'] {
  const boxes = selection.rangeCount === 0 ? [] : [...selection.getRangeAt(0).getClientRects()]
  const last = boxes.at(-1)
  if (last === undefined) return null
  const view = frame?.getBoundingClientRect() ?? new DOMRect(0, 0, window.innerWidth, window.innerHeight)
  const isSeen = last.bottom >= 0 && last.bottom <= view.height
  return isSeen ? { right: view.left + last.right, bottom: view.top + last.bottom } : null
}

/** Words as a query: one line, cut between words, and nothing in it that a query would read as more than a word. */
export function asQuery(selected: string): string {
  const line = selected
    .replace(/["“”„«»＂]/gu, ' ')
    .replace(/(?<=^|\s)[-−](?=\p{L})/gu, '')
    .replace(/(?<=^|\s)(\p{L}+):(?=\S)/gu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= longest ? line : line.slice(0, longest).replace(/\s+\S*$/, '')
}
