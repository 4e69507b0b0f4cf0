import { rectanglesOf } from '../../../documents'
import { marksIn } from '../../../search'
import type { PageReader } from './page-reader'
import { boxOf, place, type PageView } from './page-view'

/** More marks than this on one page help nobody. */
const most = 500

/**
 * Where the words that were searched for stand on a page, as the search knows them: in every form of theirs.
 *
 * @param page counted from 0
 */
export async function wordsOnPage(
  pages: PageReader,
  page: number,
  words: string,
): Promise<readonly (readonly number[])[]> {
  const { text } = await pages.read(page)
  return marksIn(text.text, words)
    .slice(0, most)
    .flatMap(({ start, end }) => rectanglesOf(text, start, end))
}

/** Draws the marks of words over the picture of a page and under its text, in place of those of before. */
export function drawWordMarks(view: PageView, rects: readonly (readonly number[])[]): void {
  view.div.querySelector(':scope > .word-marks')?.remove()
  if (rects.length === 0) return
  const layer = document.createElement('div')
  layer.className = 'word-marks'
  layer.setAttribute('aria-hidden', 'true')
  for (const rect of rects) {
    const mark = document.createElement('div')
    place(mark, boxOf(view, rect))
    layer.append(mark)
  }
  const picture = view.div.querySelector(':scope > .canvasWrapper')
  if (picture === null) view.div.prepend(layer)
  else picture.after(layer)
}
