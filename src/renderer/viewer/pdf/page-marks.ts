import { boxAround, boxOf, place, type PageView } from './page-view'

/** A passage as it is marked on its page. */
export interface PageMark {
  readonly id: string
  readonly quote: string
  /** In the page's own space, one for each line. */
  readonly rects: readonly (readonly number[])[]
  readonly isChosen: boolean
}

/**
 * Draws the marks of a page over its picture and under its text, in place of those of before. They let every click
 * through, so that the words below can be selected.
 */
export function drawMarks(view: PageView, marks: readonly PageMark[]): void {
  view.div.querySelector(':scope > .passage-marks')?.remove()
  if (marks.length === 0) return
  const layer = document.createElement('div')
  layer.className = 'passage-marks'
  layer.append(...marks.map((mark) => elementOf(view, mark)))
  const picture = view.div.querySelector(':scope > .canvasWrapper')
  if (picture === null) view.div.prepend(layer)
  else picture.after(layer)
}

function elementOf(view: PageView, { id, quote, rects, isChosen }: PageMark): HTMLElement {
  const boxes = rects.map((rectangle) => boxOf(view, rectangle))
  const around = boxAround(boxes)
  const group = document.createElement('div')
  group.className = isChosen ? 'passage-mark chosen' : 'passage-mark'
  group.dataset['passage'] = id
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', quote)
  group.tabIndex = -1
  if (isChosen) group.setAttribute('aria-current', 'true')
  place(group, around)
  for (const box of boxes) {
    const line = document.createElement('div')
    place(line, {
      left: share(box.left - around.left, around.width),
      top: share(box.top - around.top, around.height),
      width: share(box.width, around.width),
      height: share(box.height, around.height),
    })
    group.append(line)
  }
  return group
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100)
