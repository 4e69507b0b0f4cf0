import { Window } from 'happy-dom'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { bodyOf, htmlText, nodeRange, type HtmlNode } from '..'

const packed = (html: string) =>
  htmlText<DefaultTreeAdapterTypes.Node>(bodyOf(parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(html)))

const shown = (html: string) => {
  const { document } = new Window()
  document.write(html)
  return htmlText<HtmlNode>(document.body as unknown as HtmlNode)
}

const mark = '\u2029'

describe('the text of an HTML document', () => {
  test.each([
    ['paragraphs', '<p>One</p><p>two</p>', `One${mark}two${mark}`],
    ['words in marks', '<p>One <b>two</b>three</p>', `One twothree${mark}`],
    ['cells', '<table><tr><td>a</td><td>b</td></tr></table>', `a${mark}b${mark}`],
    ['a line end', '<p>one<br>two</p>', `one\ntwo${mark}`],
    ['text beside blocks', '<div>one<p>two</p>three</div>', `one${mark}two${mark}three${mark}`],
    ['white space as it stands', '<p>one\n  two</p>', `one\n  two${mark}`],
    ['entities', '<p>a&nbsp;&lt;b&gt; &minus;1</p>', `a\u00A0<b> −1${mark}`],
    [
      'no scripts, styles, titles and templates',
      '<title>t</title><style>s</style><script>x</script><template>y</template><p>one</p>',
      `one${mark}`,
    ],
    ['nothing', '', ''],
  ])('has %s', (_, html, text) => {
    expect(packed(html).text).toBe(text)
  })

  test.each([
    '<!doctype html><html><head><title>x</title></head><body><h1>A</h1>\n<p>One <i>two</i></p>\n</body></html>\n',
    '<!doctype html><html><head></head><body><ul><li>a</li><li>b <b>c</b></li></ul><p>d</p></body></html>',
  ])('is the same from a parser and from a window: %j', (html) => {
    expect(packed(html).text).toBe(shown(html).text)
    expect(packed(html).blocks).toEqual(shown(html).blocks)
  })

  test('has its headings among its blocks, and no block of white space', () => {
    const { text, blocks } = packed('<h2>One</h2>\n<p>two</p>  <p> </p>')
    expect(blocks.map(({ start, end, isHeading }) => [text.slice(start, end), isHeading])).toEqual([
      ['One', true],
      ['two', false],
    ])
  })

  test('is read at any depth', () => {
    expect(packed(`${'<b>'.repeat(300)}x`).text.trim()).toBe('x')
    const deep = Array.from({ length: 100_000 }).reduce<HtmlNode>(
      (child) => ({ nodeName: 'DIV', childNodes: [child] }),
      {
        nodeName: '#text',
        nodeValue: 'x',
      },
    )
    expect(htmlText(deep).text).toBe(`x${mark}`)
  })
})

describe('the nodes of a range', () => {
  const html = packed('<p>One <b>two</b> three</p><p>four</p>')
  const ends = (start: number, end: number) => {
    const range = nodeRange(html, start, end)
    return (
      range && [range.from, range.to].map(({ node, offset }) => [(node as { value?: string }).value, offset])
    )
  }

  test.each([
    [
      'within one',
      0,
      2,
      [
        ['One ', 0],
        ['One ', 2],
      ],
    ],
    [
      'over several',
      2,
      9,
      [
        ['One ', 2],
        [' three', 2],
      ],
    ],
    [
      'up to the end of one',
      4,
      7,
      [
        ['two', 0],
        ['two', 3],
      ],
    ],
  ])('%s', (_, start, end, expected) => {
    expect(ends(start, end)).toEqual(expected)
  })

  test('are none where it covers none', () => {
    expect(ends(13, 14)).toBeNull()
    expect(ends(90, 99)).toBeNull()
    expect(ends(3, 3)).toBeNull()
  })
})
