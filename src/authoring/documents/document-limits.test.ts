import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { FlawList } from '../flaw-list'
import { FolderTexts } from '../folder-texts'
import { documentLimits } from './authored-document'
import { tellUnsafe } from './html-safety'
import { readDocument } from './read-document'

/** The flaws of an HTML document. */
function flawsIn(html: string): string[] {
  const codes: string[] = []
  tellUnsafe(parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true }), (code) =>
    codes.push(code),
  )
  return codes
}

describe('§11.8 an HTML document', () => {
  test.each([
    '<p>Text, <a href="https://example.org">a link</a> and <a href="#note">a note</a>.',
    '<style>p { color: red }</style><p id="note">Text',
  ])('may be %s', (html) => expect(flawsIn(html)).toEqual([]))

  test.each([
    ['<script>1</script>', 'HTML_ACTIVE_CONTENT'],
    ['<iframe></iframe>', 'HTML_ACTIVE_CONTENT'],
    ['<form></form>', 'HTML_ACTIVE_CONTENT'],
    ['<p onclick="x()">', 'HTML_ACTIVE_CONTENT'],
    ['<a href=" java\nscript:x()">', 'HTML_ACTIVE_CONTENT'],
    ['<meta http-equiv="Refresh" content="0">', 'HTML_ACTIVE_CONTENT'],
    ['<img src="https://example.org/a.png">', 'HTML_OUTSIDE_RESOURCE'],
    ['<img src="data:image/png;base64,AA">', 'HTML_OUTSIDE_RESOURCE'],
    ['<link rel="stylesheet" href="a.css">', 'HTML_OUTSIDE_RESOURCE'],
    ['<p style="background: url(a.png)">', 'HTML_OUTSIDE_RESOURCE'],
    ['<style>@import "a.css"</style>', 'HTML_OUTSIDE_RESOURCE'],
  ])('may not hold %s', (html, code) => expect(flawsIn(html)).toContain(code))
})

test.each([
  ['§20.5 with more bytes than it may have is refused', documentLimits.bytes + 1, 'DOCUMENT_TOO_LARGE'],
  ['§11.8 that is empty is refused', 0, 'DOCUMENT_WITHOUT_TEXT'],
])('a document %s', async (_, size, code) => {
  const flaws = new FlawList()
  const folder = {
    paths: new Set(['sources/a.html']),
    read: () => Promise.reject(new Error('is read as bytes')),
    readBytes: () => Promise.resolve(new Uint8Array(size)),
  }
  const read = await readDocument({ path: 'sources/a.html', type: 'text/html' }, 'sources/a.md', [], {
    texts: new FolderTexts(folder, flaws),
    flaws,
    openPdf: () => Promise.reject(new Error('is no PDF')),
  })
  expect(read).toBeNull()
  expect(flaws.sorted().map((flaw) => `${flaw.code} ${flaw.at}`)).toEqual([`${code} sources/a.html:1`])
})
