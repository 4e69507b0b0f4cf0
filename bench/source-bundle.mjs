import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** The kinds of source that a passage can stand in, each with one source of `perKind` passages. */
export const kinds = /** @type {const} */ (['digest', 'html', 'pdf'])
export const perKind = 16

/** The other sources, to walk one after the other: of each kind in turn. */
export const walked = Array.from({ length: 50 }, (_id, index) => ({
  id: `walk-${index + 1}`,
  kind: kinds[index % kinds.length] ?? 'digest',
}))

const pages = 200
const numbers = Array.from({ length: perKind }, (_number, index) => index + 1)

/**
 * Packs a bundle with a condition whose statements rest, one after the other, on passages of a digest, of an HTML
 * document and of a PDF of 200 pages; and with more of each to walk.
 *
 * @param {string} folder where to write it
 * @returns {Promise<string>} path of the bundle
 */
export async function packSources(folder) {
  // The tests know how to write a PDF and how to pack a folder; Node cannot read their TypeScript by itself.
  const [{ tinyPdf }, { packed }] = await Promise.all([
    importTyped('e2e/tiny-pdf.ts'),
    importTyped('e2e/bundles.ts'),
  ])
  const pdf = tinyPdf({ pages: Array.from({ length: pages }, (_page, index) => pageOf(index)) })
  const sources = [...kinds.map((kind) => ({ id: kind, kind })), ...walked]
  return packed(folder, {
    'references.json': JSON.stringify(
      sources.map(({ id }) => ({
        id,
        type: 'article-journal',
        title: `About ${id}`,
        author: [{ family: 'Adams', given: 'Ada' }],
        issued: { 'date-parts': [[2021]] },
      })),
    ),
    'conditions/walk.md': condition(),
    'evidence/walk.yaml': JSON.stringify({ summaries: [summary()] }),
    ...Object.assign({}, ...sources.map(({ id, kind }) => filesOf(id, kind, pdf))),
  })
}

/** @param {string} path */
const importTyped = async (path) => (await runnerImport(join(root, path))).module

/**
 * What a passage says.
 * @param {string} kind
 * @param {number} number
 */
const words = (kind, number) => `In the ${kind} pain number ${number} fell by ${number} points.`

/**
 * A source as its author writes it.
 *
 * @param {string} id
 * @param {string} kind
 * @param {Uint8Array} pdf
 * @returns {Record<string, string | Uint8Array>}
 */
function filesOf(id, kind, pdf) {
  const passages = numbers.map((number) => `  ${id}-${number}: ${words(kind, number)}\n`).join('')
  const isDocument = kind !== 'digest'
  const head =
    `---\nid: ${id}\nretraction: { status: not looked up }\n` +
    `${isDocument ? 'kind: document\nlicence: CC0-1.0\n' : ''}passages:\n${passages}---\n`
  const paragraphs = numbers.flatMap((number) => [words(kind, number), ...Array(16).fill('More was told.')])
  if (kind === 'digest') return { [`sources/${id}.md`]: `${head}\n${paragraphs.join('\n\n')}\n` }
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
  const html = `<!doctype html><html lang="en"><head><title>${id}</title></head><body>${body}</body></html>`
  return { [`sources/${id}.md`]: head, [`sources/${id}.${kind}`]: kind === 'pdf' ? pdf : html }
}

/**
 * Passages stand on pages far from one another.
 * @param {number} index
 */
function pageOf(index) {
  const number = index % 12 === 5 ? (index - 5) / 12 + 1 : null
  const own = number === null || number > perKind ? 'Nothing more.' : words('pdf', number)
  return { lines: [`Page number ${index + 1}`, ...Array.from({ length: 20 }, () => 'Pain fell on it.'), own] }
}

const condition = () => {
  const statements = numbers.map((number) =>
    kinds
      .map(
        (kind) =>
          `:statement[Pain ${number} may fall, says the ${kind}.]{#says-${kind}-${number} finding=found-${kind}-${number}}`,
      )
      .join(' '),
  )
  const head = '---\nid: walk\ntitle: Walk\ngroup: Long\nreviewed: 2026-11-22\n---\n'
  const cited = walked.map(({ id }) => `[@${id}]`).join(' ')
  return `${head}\n## Bottom line\n\n${statements.join('\n\n')}\n\n## What was studied\n\nMore of it ${cited}.\n`
}

const summary = () => ({
  id: 'pain',
  question: 'Does it lower pain?',
  pico: { population: 'Adults', intervention: 'It', comparison: 'Placebo', outcomes: 'Pain' },
  findings: numbers.flatMap((number) =>
    kinds.map((kind) => ({
      id: `found-${kind}-${number}`,
      outcome: `Pain ${number}, ${kind}`,
      words: `It may lower pain ${number}.`,
      short: 'lower',
      direction: 'better',
      studies: 1,
      participants: 99,
      certainty: 'low',
      reasons: [
        { domain: 'risk of bias', levels: 1, why: 'It was not blinded.' },
        { domain: 'imprecision', levels: 1, why: 'Few people.' },
      ],
      passages: [`${kind}-${number}`],
    })),
  ),
})
