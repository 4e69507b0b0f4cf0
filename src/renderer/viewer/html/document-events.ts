/** What happens in a document in a frame that the window has to answer: nothing in the document itself can run. */
export interface DocumentListener {
  /** The reader clicked on words; never while they were selecting. */
  readonly clicked: (at: { readonly node: Node; readonly offset: number }) => void
  /** The reader follows a link to a place in the document, which is about to be shown. */
  readonly following: () => void
  /** The reader followed a link to another document or out into the world, which is not followed here. */
  readonly leaving: (address: string) => void
  /** The reader turned the wheel or pinched with Ctrl held down. */
  readonly zoomed: (by: 1 | -1) => void
  /** Something is dragged over the document. */
  readonly dragged: (event: DragEvent) => void
}

/**
 * Listens in a document in a frame. Keys that the document has no use for are handed on to the window, so that F6 and
 * Ctrl+K work from within; so is that words are selected, and that they are scrolled.
 */
export function listenIn(document: Document, frame: HTMLIFrameElement, listener: DocumentListener): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element | null
    const link = target?.closest('a[href], area[href]')
    if (link) {
      event.preventDefault()
      follow(document, link.getAttribute('href') ?? '', listener)
      return
    }
    if (document.getSelection()?.isCollapsed === false) return
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY)
    if (caret !== null) listener.clicked({ node: caret.startContainer, offset: caret.startOffset })
  })
  document.addEventListener('auxclick', (event) => event.preventDefault())
  document.addEventListener('submit', (event) => event.preventDefault())
  document.addEventListener('selectionchange', () =>
    frame.ownerDocument.dispatchEvent(new Event('selectionchange')),
  )
  document.addEventListener('scroll', () => frame.dispatchEvent(new Event('scroll')), true)
  document.addEventListener('dragenter', listener.dragged)
  document.addEventListener('dragover', listener.dragged)
  document.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
    const copy = new KeyboardEvent('keydown', {
      ...{ key, code, ctrlKey, metaKey, altKey, shiftKey },
      bubbles: true,
      cancelable: true,
    })
    if (!frame.dispatchEvent(copy)) event.preventDefault()
  })
  document.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      listener.zoomed(event.deltaY < 0 ? 1 : -1)
    },
    { passive: false },
  )
}

/** Links to a place in the same document scroll to it; the frame never goes anywhere else. */
function follow(document: Document, href: string, { following, leaving }: DocumentListener): void {
  if (!href.startsWith('#')) return leaving(href)
  following()
  const id = decoded(href.slice(1))
  const target = document.getElementById(id) ?? document.getElementsByName(id)[0] ?? null
  if (target !== null) target.scrollIntoView()
  else if (id === '' || id === 'top') document.documentElement.scrollTop = 0
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a name with a bare percent sign
  }
}
