// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { textAtTop } from './text-at-top'

/*
 * happy-dom lays nothing out: each element says in `data-box` where it stands in the window, as left, top, width and height,
 * and its text fills it.
 */
const boxOf = (element: Element | null): DOMRect => {
  const [left = 0, top = 0, width = 0, height = 0] = (element?.getAttribute('data-box') ?? '')
    .split(' ')
    .map(Number)
  return new DOMRect(left, top, width, height)
}

/** The text on top of others is the last in the document. */
function caretAt(x: number, y: number): Range | null {
  const hit = [...document.querySelectorAll('[data-box]')].findLast((one) => {
    const { left, top, right, bottom } = boxOf(one)
    return x >= left && x < right && y >= top && y < bottom
  })
  if (hit === undefined || x >= 500) return null // beyond the window
  const caret = document.createRange()
  const parent = hit.parentElement as Element
  if (hit.tagName === 'IMG') caret.setStart(parent, [...parent.childNodes].indexOf(hit))
  else caret.setStart(hit.firstChild ?? hit, 0)
  return caret
}

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this)
  })
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return boxOf(this.startContainer.parentElement)
  })
  Object.defineProperty(document, 'caretRangeFromPoint', { value: caretAt, configurable: true })
})
afterEach(() => vi.restoreAllMocks())

/** The text whose letter is found in a pane of 500 by 400 that holds this; null where none is. */
function foundIn(html: string, box = '0 0 500 2000'): string | null {
  document.body.innerHTML = `<main data-box="0 0 500 400"><article data-box="${box}">${html}</article></main>`
  const [scroller, root] = [document.querySelector('main'), document.querySelector('article')]
  if (scroller === null || root === null) throw new Error('no pane')
  Object.defineProperties(scroller, { clientWidth: { value: 500 }, clientHeight: { value: 400 } })
  const letter = textAtTop(scroller, root)
  if (letter !== null) expect(letter.toString()).toHaveLength(1)
  return letter?.startContainer.parentElement?.textContent ?? null
}

const line = (top: number, text: string, style = ''): string =>
  `<p data-box="0 ${top} 500 20" style="${style}">${text}</p>`

describe('the text at the top of what scrolls', () => {
  it('is the first that is seen', () =>
    expect(foundIn(line(-40, 'Above') + line(4, 'First') + line(30, 'Second'))).toBe('First'))

  it('is looked for in what is seen of a text that is wider than its pane', () =>
    expect(foundIn(line(4, 'First'), '0 0 3000 2000')).toBe('First'))

  it('is looked for in what is seen of a text that is scrolled sideways', () =>
    expect(foundIn(line(4, 'First'), '-2500 0 3000 2000')).toBe('First'))

  it.each(['fixed', 'sticky'])('is not a head that is %s while the text goes by', (position) =>
    expect(foundIn(line(30, 'First') + line(0, 'Head', `position: ${position}`))).toBe('First'),
  )

  it('is what comes after a figure that fills the pane', () =>
    expect(
      foundIn(
        `${line(-40, 'Above')}<img data-box="0 -20 500 600"><p> </p>${line(580, 'After')}${line(600, 'More')}`,
      ),
    ).toBe('After'))

  it('is what comes after a figure in the same paragraph', () =>
    expect(
      foundIn('<p data-box="0 580 500 20"><img data-box="0 -20 500 600">After</p>' + line(600, 'More')),
    ).toBe('After'))

  it('is what stands before a figure that ends the text', () =>
    expect(foundIn(`${line(-60, 'More')}${line(-40, 'Above')}<img data-box="0 -20 500 600">`)).toBe('Above'))

  it.each([
    ['there is no text', '<img data-box="0 0 500 400">'],
    ['it is not laid out', '<img data-box="0 0 500 400"><p>Hidden</p>'],
    ['nothing is there', ''],
  ])('is none where %s', (_name, html) => expect(foundIn(html)).toBeNull())
})
