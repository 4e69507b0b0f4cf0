import type * as PdfApi from 'pdfjs-dist'
import type { PDFPageProxy } from 'pdfjs-dist'
import type { Rectangle } from '../../../documents'
import { holesFor } from '../dark-cover'
import { drawnOn, type Operators } from './drawing'
import { figureAreas } from './figure-areas'
import { boxOf, type PageView } from './page-view'

/** What shows a page, large or small. */
export type FiguredView = Pick<PageView, 'pdfPage' | 'viewport' | 'div'>

const known = new WeakMap<PDFPageProxy, Promise<readonly Rectangle[]>>()

/** The areas of a page that are shown as they were printed, in its own space. Each page is looked through once. */
function figuresOf(
  page: PDFPageProxy,
  OPS: typeof PdfApi.OPS,
  lines: () => Promise<readonly Rectangle[]>,
): Promise<readonly Rectangle[]> {
  const before = known.get(page)
  if (before !== undefined) return before
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const looking = Promise.all([page.getOperatorList(), lines()]).then(([operators, found]) => {
    const whole: Rectangle = [left, bottom, right, top]
    return figureAreas(drawnOn(operators as Operators, OPS, whole), found, whole)
  })
  known.set(page, looking)
  return looking
}

/**
 * Leaves the figures of a dark page as they were printed: the page is turned to dark by a cover over it, and a chart or a
 * photograph turned that way would show something else.
 *
 * @param lines reads where lines of text stand on the page
 */
export async function showFigures(
  view: FiguredView,
  OPS: typeof PdfApi.OPS,
  lines: () => Promise<readonly Rectangle[]>,
): Promise<void> {
  const { pdfPage } = view
  if (pdfPage === null) return
  const areas = await figuresOf(pdfPage, OPS, lines)
  if (view.pdfPage !== pdfPage) return // another one meanwhile
  view.div.style.setProperty('--holes', holesFor(areas.map((area) => boxOf(view, area))))
}
