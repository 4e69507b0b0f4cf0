import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { bodyOf, htmlText } from './html-text'

const textOf = (html: string): string =>
  htmlText<DefaultTreeAdapterTypes.Node>(bodyOf(parse(html, { scriptingEnabled: false }))).text.replaceAll(
    '\u2029',
    '¶',
  )

describe('§12.7 the text of an HTML document', () => {
  test.each([
    ['text nodes as they are', '<body>A  b&amp;c\n<em>d</em>', 'A  b&c\nd¶'],
    ['one separator where blocks meet', '<body><div><p>a</p></div><section><p>b</p></section>', 'a¶b¶'],
    ['a line feed for br', '<body><p>a<br>b', 'a\nb¶'],
    ['cells apart', '<body><table><tr><td>1<td>2</table>', '1¶2¶'],
    ['nothing of the head', '<title>t</title><style>p{}</style><body><p>a', 'a¶'],
    [
      'nothing that is not read',
      '<body><p>a<script>b</script><svg><text>c</text></svg><textarea>d</textarea>',
      'a¶',
    ],
    ['nothing of a comment', '<body><p>a<!-- b -->c', 'ac¶'],
    ['nothing at all', '', ''],
  ])('is or has %s', (_, html, text) => expect(textOf(html)).toBe(text))
})
