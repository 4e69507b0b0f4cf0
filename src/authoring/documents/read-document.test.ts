import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { passageIdSchema, passageSchema, type FlawCode } from '../../bundle'
import { plainForm, type OpenPdf, type PdfFile } from '../../documents'
import { openPdf } from '../../library'
import type { AuthoredPassage } from '../passages/anchor-passages'
import { documentLimits } from './authored-document'
import type { DocumentText } from './document-text'
import { readHtml } from './read-html'
import { readPdf } from './read-pdf'

interface Read {
  readonly read: DocumentText | null
  readonly told: [where: 'file' | 'head', code: FlawCode, line: number, detail?: string][]
}

type Quote = Pick<AuthoredPassage, 'quote' | 'prefix' | 'suffix'>

const named = (quotes: readonly Quote[]): AuthoredPassage[] =>
  quotes.map((quote, index) => ({
    ...quote,
    id: passageIdSchema.parse('abcdef'.charAt(index)),
    line: index + 5,
  }))

function telling(): { told: Read['told']; tell: Parameters<typeof readHtml>[2] } {
  const told: Read['told'] = []
  const teller =
    (where: 'file' | 'head') =>
    (code: FlawCode, line: number, detail?: string): void =>
      void told.push(detail === undefined ? [where, code, line] : [where, code, line, detail])
  return { told, tell: { file: teller('file'), head: teller('head') } }
}

async function pdf(name: string, ...quotes: Quote[]): Promise<Read> {
  const bytes = await readFile(new URL(`../../documents/fixtures/${name}.pdf`, import.meta.url))
  const { told, tell } = telling()
  return { read: await readPdf(bytes, named(quotes), openPdf, tell), told }
}

/** A PDF of these pages that was never written. */
async function pages(texts: readonly (string | Error)[], ...quotes: Quote[]): Promise<Read> {
  const file: PdfFile = {
    pages: texts.length,
    labels: texts.map((_, index) => `A${index + 1}`),
    page: (index) => {
      const text = texts[index] ?? ''
      if (typeof text !== 'string') return Promise.reject(text)
      const item = {
        str: text,
        dir: 'ltr',
        transform: [9, 0, 0, 9, 0, 0],
        width: 99,
        height: 9,
        hasEOL: false,
      }
      return Promise.resolve({ text, runs: [{ index: 0, item, start: 0, end: text.length }] })
    },
    close: () => Promise.resolve(),
  }
  const open: OpenPdf = () => Promise.resolve({ is: 'open', file })
  const { told, tell } = telling()
  return { read: await readPdf(new Uint8Array(3), named(quotes), open, tell), told }
}

function html(text: string, ...quotes: Quote[]): Read {
  const { told, tell } = telling()
  return { read: readHtml(new TextEncoder().encode(text), named(quotes), tell), told }
}

const codes = ({ told }: Read): FlawCode[] => told.map(([, code]) => code)

describe('a PDF', () => {
  test('gives each passage as one would type it, with its page, its label and its rectangles', async () => {
    const { read, told } = await pdf('labels', { quote: 'fell by two' })
    expect(told).toEqual([])
    expect(read?.file).toEqual({ type: 'application/pdf', bytes: expect.any(Number) as number, pages: 2 })
    const [passage] = read?.passages ?? []
    expect(passageSchema.parse(passage)).toEqual(passage)
    expect(passage).toMatchObject({
      quote: 'fell by two',
      prefix: 'Pain',
      suffix: 'points.',
      position: {
        in: 'pdf',
        page: 1,
        label: '7',
        start: 5,
        end: 16,
        rects: [[expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)]],
      },
    })
  })

  test('gives words broken at a line end as the author types them', async () => {
    const { read } = await pdf(
      'libreoffice',
      { quote: 'the confidence interval was wide' },
      { quote: 'offered low-dose naltrexone' },
    )
    expect(read?.passages.map(({ quote }) => quote)).toEqual([
      'offered low-dose naltrexone',
      'the confidence interval was wide',
    ])
  })

  test('is found by the words between its passages and by each passage, page by page', async () => {
    const { read } = await pages(['One. Two. Three.', 'Four.'], { quote: 'Two.' })
    expect(read?.parts).toEqual([
      { text: 'One.', where: 'p. A1', query: 'page=1', passage: null },
      { text: 'Two.', where: 'p. A1', query: 'page=1', passage: 'a' },
      { text: 'Three.', where: 'p. A1', query: 'page=1', passage: null },
      { text: 'Four.', where: 'p. A2', query: 'page=2', passage: null },
    ])
  })

  test('without text is told, and packed', async () => {
    const { read, told } = await pdf('image-only')
    expect(told).toEqual([['file', 'DOCUMENT_WITHOUT_TEXT', 1]])
    expect(read).toMatchObject({ passages: [], parts: [] })
  })

  test('without text cannot be quoted', async () => {
    const { told } = await pdf('image-only', { quote: 'Pain fell' })
    expect(told[1]).toEqual(['head', 'QUOTE_NOT_FOUND', 5, 'a: "Pain fell", and the document holds no text'])
  })

  test('that asks for a password is refused', async () => {
    const result = await pdf('encrypted')
    expect([result.read, codes(result)]).toEqual([null, ['PDF_ENCRYPTED']])
  })

  test('that is none is refused', async () => {
    const { told, tell } = telling()
    expect(await readPdf(new TextEncoder().encode('no PDF'), [], openPdf, tell)).toBeNull()
    expect(told.map(([, code]) => code)).toEqual(['PDF_BROKEN'])
  })

  test('with a broken page is refused, and the page is named', async () => {
    expect(await pages(['One.', new Error('bad stream')])).toEqual({
      read: null,
      told: [['file', 'PDF_BROKEN', 1, 'page 2: bad stream']],
    })
  })

  test('with too many pages or too much text is refused', async () => {
    const many = await pages(Array.from({ length: documentLimits.pages + 1 }, () => 'x'))
    const much = await pages(['One.', 'x'.repeat(documentLimits.characters)])
    expect([codes(many), codes(much)]).toEqual([['DOCUMENT_TOO_LARGE'], ['DOCUMENT_TOO_LARGE']])
  })

  test.each<[string, string[], Quote, FlawCode, RegExp]>([
    ['stands nowhere', ['One two.'], { quote: 'Three' }, 'QUOTE_NOT_FOUND', /^a: "Three"$/],
    [
      'stands nearly somewhere',
      ['', 'Pain fell by two points.'],
      { quote: 'Pain fell by ten points' },
      'QUOTE_NOT_FOUND',
      /nearest, p. A2: "Pain fell by two points"/,
    ],
    [
      'runs over a page end',
      ['Pain fell', 'by two points.'],
      { quote: 'fell by two' },
      'QUOTE_NOT_FOUND',
      /from one page or block into the next/,
    ],
    [
      'stands on two pages',
      ['Pain fell.', 'Pain fell.'],
      { quote: 'Pain fell' },
      'QUOTE_NOT_UNIQUE',
      /2 times/,
    ],
    ['has another prefix', ['Pain fell.'], { quote: 'fell', prefix: 'Sleep' }, 'QUOTE_NOT_FOUND', /fell/],
  ])('refuses a quote that %s', async (_, texts, quote, code, detail) => {
    const { told } = await pages(texts, quote)
    expect(told).toEqual([['head', code, 5, expect.stringMatching(detail)]])
  })

  test('refuses passages that overlap, on one page only', async () => {
    const { told, read } = await pages(
      ['one two three', 'two three four'],
      { quote: 'one two' },
      { quote: 'two three', prefix: 'one' },
      { quote: 'four' },
    )
    expect(told).toEqual([['head', 'PASSAGES_OVERLAP', 6, 'a and b']])
    expect(read?.passages.map(({ id }) => id)).toEqual(['a', 'c'])
  })
})

describe('an HTML document', () => {
  const page =
    '<!doctype html><title>t</title>\n<h1>Result</h1>\n<p>Pain\n  fell <b>by two</b> points.</p><table><tr><td>a</td><td>b</td></tr></table>'

  test('gives each passage as one would type it, with its place in the text of the body', () => {
    const { read, told } = html(page, { quote: 'fell by two' })
    expect(told).toEqual([])
    expect(read?.passages).toEqual([
      {
        id: 'a',
        quote: 'fell by two',
        prefix: 'Pain',
        suffix: 'points.',
        position: { in: 'html', start: 16, end: 27 },
      },
    ])
    expect(passageSchema.parse(read?.passages[0])).toEqual(read?.passages[0])
  })

  test('is found block by block under its headings', () => {
    expect(html(page, { quote: 'by two' }).read?.parts).toEqual([
      { text: 'Pain fell', where: 'Result', query: 'at=9', passage: null },
      { text: 'by two', where: 'Result', query: 'at=21', passage: 'a' },
      { text: 'points.', where: 'Result', query: 'at=27', passage: null },
      { text: 'a', where: 'Result', query: 'at=36', passage: null },
      { text: 'b', where: 'Result', query: 'at=38', passage: null },
    ])
  })

  test.each<[string, Quote, FlawCode]>([
    ['over two cells', { quote: 'a b' }, 'QUOTE_NOT_FOUND'],
    ['of its title', { quote: 't' }, 'QUOTE_NOT_UNIQUE'],
    ['that stands twice', { quote: 'o' }, 'QUOTE_NOT_UNIQUE'],
    ['of its marks', { quote: '<b>' }, 'QUOTE_NOT_FOUND'],
  ])('refuses a quote %s', (_, quote, code) => {
    expect(codes(html(page, quote))).toEqual([code])
  })

  test.each<[string, Uint8Array | string, FlawCode[]]>([
    ['without text', '<p> </p>', ['DOCUMENT_WITHOUT_TEXT']],
    ['in another encoding', new Uint8Array([0x3c, 0x70, 0x3e, 0xe4]), ['NOT_TEXT']],
  ])('is told %s', (_, text, expected) => {
    const { told, tell } = telling()
    readHtml(typeof text === 'string' ? new TextEncoder().encode(text) : text, [], tell)
    expect(told.map(([, code]) => code)).toEqual(expected)
  })

  test.each([
    '<script>x()</script>',
    '<SCRIPT src=x.js></SCRIPT>',
    '<p onclick="x()">',
    '<svg onload=x()>',
    '<svg><script>x()</script></svg>',
    '<a href="javascript:x()">',
    '<a href=" java\tscript:x()">',
    '<a href="JAVASCRIPT&colon;x()">',
    '<a href="vbscript:x">',
    '<iframe srcdoc="x"></iframe>',
    '<object data="x.swf"></object>',
    '<embed src="x">',
    '<form action="https://example.org"></form>',
    '<input>',
    '<base href="https://example.org/">',
    '<meta http-equiv="Refresh" content="0;url=https://example.org">',
    '<template><script>x()</script></template>',
    '<noscript><iframe></iframe></noscript>',
  ])('refuses what runs: %s', (text) => {
    expect(codes(html(`<p>One</p>\n${text}`))).toContain('HTML_ACTIVE_CONTENT')
    expect(html(`<p>One</p>\n${text}`).told.map(([, , line]) => line)).toEqual(expect.arrayContaining([2]))
  })

  test.each([
    '<img src="https://example.org/x.png">',
    '<img src="figure.png">',
    '<img src="data:image/png;base64,AA">',
    '<img srcset="x.png 2x">',
    '<link rel="stylesheet" href="x.css">',
    '<video poster="x.png"></video>',
    '<table background="x.png"></table>',
    '<a ping="https://example.org/" href="https://example.org/">x</a>',
    '<svg><use href="x.svg#a"></use></svg>',
    '<svg><image xlink:href="x.png"></image></svg>',
    '<p style="background: url(x.png)">',
    '<p style="background: u\\72l(x.png)">',
    '<style>@import "x.css";</style>',
    '<style>p { background: image-set("x.png" 1x) }</style>',
    '<style>p { background: url/**/(x.png) }</style>',
  ])('refuses what is loaded: %s', (text) => {
    expect(codes(html(`<p>One</p>\n${text}`))).toContain('HTML_OUTSIDE_RESOURCE')
  })

  test.each([
    '<a href="https://example.org/">x</a>',
    '<a href="mailto:a@example.org">x</a>',
    '<a href="#here">x</a>',
    '<svg><use href="#a"></use></svg>',
    '<style>p { color: red }</style>',
    '<p style="color: red">x</p>',
    '<p title="on top">x</p>',
    '<time datetime="2020-01-01">x</time>',
    '<meta charset="utf-8">',
  ])('lets stand what waits or only looks: %s', (text) => {
    expect(html(`<p>One</p>\n${text}`).told).toEqual([])
  })
})

test('what is packed is found again by its own words', async () => {
  const { read } = await pdf('ghostscript', { quote: 'the change was -0.34 points (95% CI -0.95 to 0.27)' })
  expect(plainForm(read?.passages[0]?.quote ?? '').text).toBe(
    'the change was -0.34 points (95% CI -0.95 to 0.27)',
  )
  expect(read?.passages[0]?.quote).toContain('−0.34')
})
