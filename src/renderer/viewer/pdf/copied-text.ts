import { wholeWords } from '../../../documents'

/** The element by which pdf.js knows that everything was selected, of which only the pages near the screen are there. */
const everything = '#hiddenCopyElement'

/** Who hears of what is copied from the pages of a PDF. */
export interface CopyListener {
  /** Text as pdf.js takes it from its pages, in the letters that one types. */
  readonly plain: (text: string) => string
  /** The reader copied the whole document, of which few pages are there. */
  readonly all: () => void
}

/**
 * Puts what is selected on the clipboard as one would type it: words that were broken at a line end are whole, ligatures
 * are letters. Lines stay, as in a table they mean something.
 */
export function listenForCopies(box: HTMLElement, { plain, all }: CopyListener, signal: AbortSignal): void {
  document.addEventListener(
    'copy',
    (event) => {
      const selection = document.getSelection()
      if (selection === null || selection.isCollapsed) return
      if (!box.contains(selection.anchorNode) && !box.contains(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
      const end = box.querySelector(everything)
      if (end !== null && selection.containsNode(end)) return all()
      const words = plain(selection.toString().replaceAll('\0', ''))
      event.clipboardData?.setData('text/plain', wholeWords(words, piecesIn(box)))
    },
    { capture: true, signal },
  )
}

/** The text of the pages that are drawn, its pieces apart: what stands in one piece was printed without a break. */
const piecesIn = (box: HTMLElement): string =>
  [...box.querySelectorAll('.textLayer span:not(.markedContent)')].map((one) => one.textContent).join('\n')
