import { rmSync } from 'node:fs'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { altered, packed } from './bundles'
import { tinyPdf, type TinyPage } from './tiny-pdf'

/** The passage on page 120 of the trial. */
export const pooled = 'The pooled difference was 0.34 points in favour of naltrexone.'

/** The guide, an HTML document with a passage that runs over tags and a space that is none. */
export const guide = `<!doctype html><html lang="en"><head><title>Guide</title><style>h1 { color: #226644 }</style></head>
<body><h1>A guide</h1><p>Some <b>words</b> before it. <a href="#end">To the end</a> <a href="https://example.org/">Out</a></p>
<p>Start with <em>1.5&nbsp;mg</em> and raise it each week.</p><div style="height: 3000px"></div>
<p id="end">The end: 1.5 mg.</p></body></html>`

/** A report of so many pages: each names its number, the 120th holds the passage, every tenth a red picture. */
export const report = (count: number): readonly TinyPage[] =>
  Array.from({ length: count }, (_page, index) => ({
    lines: [
      `Page number ${index + 1} of the report`,
      'Pain fell by 1.2 points on naltrexone.',
      index === 119 ? pooled : 'Nothing more.',
    ],
    ...(index % 10 === 2 ? { image: [200, 30, 30] as const } : {}),
    ...(index === 0 ? { linkTo: 5 } : {}),
    ...(index === 1 ? { linkOut: 'https://example.org/' } : {}),
  }))

const record = (id: string, title: string): object => ({
  id,
  type: 'article-journal',
  title,
  author: [{ family: 'Adams', given: 'Ada' }],
  'container-title': 'Journal of Tests',
  issued: { 'date-parts': [[2021]] },
  DOI: `10.1000/${id}`,
  PMID: '12345',
})

const head = (id: string, more = ''): string =>
  `---\nid: ${id}\nkind: document\nlicence: CC0-1.0\n` +
  `retraction: { status: none known, checked: 2026-11-20 }\n${more}---\n`

/** A drawing, a line and a coloured cell among words, at known places. */
const figures = `<!doctype html><html lang="en"><body style="margin: 0; font: 16px/20px sans-serif">
<p style="margin: 0; height: 100px">Words.</p>
<svg width="300" height="100" style="display: block"><rect width="100" height="100" fill="#d62728"/>
<path d="M100 50H300" stroke="#000" stroke-width="40"/></svg>
<table cellspacing="0"><tr><td style="background: #2ca02c; width: 100px; height: 60px"></td></tr></table>
<p style="height: 3000px">The end: 1.5 mg.</p></body></html>`

/** Paragraphs that are broken into lines anew in every width; the seventh ends with the passage. */
export const prose: readonly string[] = Array.from({ length: 14 }, (_paragraph, index) =>
  [
    `Paragraph ${index + 1} begins here.`,
    ...Array.from({ length: 12 }, () => 'Those who took naltrexone slept a little longer than before.'),
    ...(index === 6 ? ['Half of them told of vivid dreams.'] : []),
  ].join(' '),
)

/** PDFs of three pages with the pooled passage on the second: what tests put other documents in the place of. */
const spares = ['spare-one', 'spare-two', 'spare-three', 'spare-four', 'spare-five', 'spare-six']

/** The pages of a spare document, with some of them replaced. */
export const sparePages = (replaced: Readonly<Record<number, TinyPage>> = {}): readonly TinyPage[] =>
  [1, 2, 3].map((page) => replaced[page] ?? { lines: [page === 2 ? pooled : `Spare page ${page}`] })

const sources = (): Record<string, string | Uint8Array> => ({
  'references.json': JSON.stringify([
    record('trial', 'A long trial'),
    record('long', 'A very long report'),
    record('guide', 'A guide in HTML'),
    record('figures', 'Figures in HTML'),
    record('digest', 'A digest'),
    record('prose', 'Prose in a digest'),
    record('prose-html', 'Prose in HTML'),
    ...spares.map((id) => record(id, `A document called ${id}`)),
  ]),
  'sources/trial.md': head(
    'trial',
    `seen: full text\nseenNote: All of it.\nstudy: { design: Randomised trial, funding: A foundation, riskOfBias: { judgement: low, why: Blinded. } }\npassages:\n  trial-pooled: ${pooled}\n  trial-first: Page number 1 of the report\n`,
  ),
  'sources/trial.pdf': tinyPdf({
    pages: report(200),
    romanPages: 4,
    outline: [
      ['Methods', 3],
      ['Results', 119],
    ],
  }),
  'sources/long.md': head('long'),
  'sources/long.pdf': tinyPdf({ pages: report(1000) }),
  'sources/guide.md': head(
    'guide',
    'passages:\n  guide-dose: Start with 1.5 mg and raise it each week.\n  guide-end: "The end: 1.5 mg."\n',
  ),
  'sources/guide.html': guide,
  'sources/figures.md': head('figures', 'passages:\n  figures-end: "The end: 1.5 mg."\n'),
  'sources/figures.html': figures,
  'sources/digest.md':
    '---\nid: digest\nretraction: { status: not looked up }\npassages:\n  digest-one: Pain fell by 1.2 points.\n  digest-two: The last words of the digest.\n---\n\n' +
    `## Result\n\nPain fell by 1.2 points.\n\n${'More was measured and told at length.\n\n'.repeat(80)}The last words of the digest.\n`,
  'sources/prose.md': `---\nid: prose\nretraction: { status: not looked up }\npassages:\n  prose-dreams: Half of them told of vivid dreams.\n---\n\n${prose.join('\n\n')}\n`,
  'sources/prose-html.md': head(
    'prose-html',
    'passages:\n  prose-html-dreams: Half of them told of vivid dreams.\n',
  ),
  'sources/prose-html.html': `<!doctype html><html lang="en"><body>${prose.map((one) => `<p>${one}</p>`).join('\n')}</body></html>`,
  ...Object.fromEntries(
    spares.flatMap((id) => [
      [`sources/${id}.md`, head(id, `passages:\n  ${id}-pooled: ${pooled}\n`)],
      [`sources/${id}.pdf`, tinyPdf({ pages: sparePages() })],
    ]),
  ),
})

let once: Promise<string> | null = null

/**
 * A bundle with a source of each kind: a PDF of 200 pages, one of 1,000, an HTML document, a digest, and spares. It is
 * packed once for all tests of a process; each gets a file of its own.
 */
export async function sourceBundle(folder: string): Promise<string> {
  once ??= mkdtemp(join(tmpdir(), 'lectern-sources-')).then((place) => {
    process.on('exit', () => rmSync(place, { recursive: true, force: true }))
    return packed(place, sources())
  })
  const bundle = join(folder, 'test.lectern')
  await copyFile(await once, bundle)
  return bundle
}

/** The same bundle with other bytes in some of its documents: what packing would refuse, or what came after it. */
export async function withDocuments(
  folder: string,
  documents: Readonly<Record<string, Uint8Array | string>>,
): Promise<string> {
  const changes = Object.entries(documents).flatMap(([path, bytes]) => {
    const id = path.replace(/\.\w+$/, '')
    const resized = (text: string): string => {
      const json = JSON.parse(text) as { file: { bytes: number } }
      json.file.bytes = bytes.length
      return JSON.stringify(json)
    }
    return [
      [`data/files/${path}`, () => bytes],
      [`data/sources/${id}.json`, resized],
    ] as const
  })
  return altered(await sourceBundle(folder), join(folder, 'altered.lectern'), Object.fromEntries(changes))
}
