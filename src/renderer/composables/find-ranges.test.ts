// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { findRanges, paint, rangeIn } from './find-ranges'

/* happy-dom has ranges but does not paint: the registry of highlights is a plain Map here. */

function element(html: string): HTMLElement {
  const root = document.createElement('article')
  root.innerHTML = html
  document.body.replaceChildren(root)
  return root
}
const found = (html: string, text: string): string[] => findRanges(element(html), text).map(String)

describe('finding in what an element shows', () => {
  it.each([
    ['every place', '<p>pain, less pain</p>', 'pain', ['pain', 'pain']],
    ['without regard to case', '<p>Pain PAIN</p>', 'pAIn', ['Pain', 'PAIN']],
    [
      'across inner tags',
      '<p>very l<em>ow</em> <strong>certainty</strong></p>',
      'low certainty',
      ['low certainty'],
    ],
    ['with its spaces', '<p>less pain</p>', 's p', ['s p']],
    ['figures as they stand', '<p>−0.5 (95% CI −1.2 to 0.2)</p>', '−1.2', ['−1.2']],
    ['a dot as a dot', '<p>1.2 and 132</p>', '1.2', ['1.2']],
    ['places that do not overlap', '<p>aaaa</p>', 'aa', ['aa', 'aa']],
    ['text that looks like a tag', '<p>&lt;b&gt;</p>', '<b>', ['<b>']],
    [
      'nothing that only screen readers are told',
      '<p>pain <span class="visually-hidden">pain</span></p>',
      'pain',
      ['pain'],
    ],
  ])('finds %s', (_what, html, text, expected) => expect(found(html, text)).toEqual(expected))

  it.each([
    ['nothing', ''],
    ['only spaces', '   '],
    ['what is not there', 'sleep'],
    ['what only stands in a tag', 'href'],
    ['a pattern', 'p.in'],
    ['more than there is', 'less pain, less pain'],
  ])('finds nothing for %s', (_what, text) => {
    expect(found('<p><a href="/x">less pain</a></p>', text)).toEqual([])
  })

  it('finds nothing in an empty element', () => expect(found('', 'a')).toEqual([]))

  it('is in the right place after a letter that grows in lower case', () => {
    expect(found('<p>İstanbul: less pain</p>', 'pain')).toEqual(['pain'])
    expect(found('<p>İ<em>İİ</em> PAIN</p>', 'pain')).toEqual(['PAIN'])
  })

  it('finds a letter that grows in lower case when it is typed as it stands', () => {
    expect(found('<p>İstanbul</p>', 'İstan')).toEqual(['İstan'])
  })
})

describe('the range of a place in the text of an element', () => {
  const html = '<b>Pain</b> fell <i>by <u>28.8%</u></i>.'
  it.each([
    [0, 4, 'Pain'],
    [0, 19, 'Pain fell by 28.8%.'],
    [3, 6, 'n f'],
    [4, 5, ' '],
    [13, 18, '28.8%'],
    [18, 19, '.'],
  ])('from %i to %i is "%s"', (start, end, text) => {
    expect(String(rangeIn(element(html), start, end))).toBe(text)
  })

  it.each([
    [0, 20],
    [19, 21],
    [30, 40],
  ])('from %i to %i is none: the text is shorter', (start, end) => {
    expect(rangeIn(element(html), start, end)).toBeNull()
  })

  it('in an element without text is none', () => expect(rangeIn(element('<hr>'), 0, 1)).toBeNull())
})

describe('painting', () => {
  it('puts ranges under a name, and takes the name away when there are none', () => {
    const highlights = new Map<string, unknown>()
    vi.stubGlobal('CSS', { highlights })
    const ranges = findRanges(element('<p>pain pain</p>'), 'pain')
    class HighlightOfTest {
      readonly ranges: readonly Range[]
      constructor(...given: Range[]) {
        this.ranges = given
      }
    }
    vi.stubGlobal('Highlight', HighlightOfTest)
    const [one, other] = [Symbol('one'), Symbol('other')]
    paint('find', one, ranges)
    expect(highlights.get('find')).toEqual({ ranges })
    paint('find', other, ranges)
    paint('find', other, [])
    expect(highlights.get('find')).toEqual({ ranges }) // one owner takes back its own part only
    paint('find', one, [])
    expect(highlights.has('find')).toBe(false)
    vi.unstubAllGlobals()
  })
})
