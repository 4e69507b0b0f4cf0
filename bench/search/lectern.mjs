import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleYaml } from './bundle-yaml.mjs'
import { runLines } from './run-lines.mjs'

/** @typedef {import('./collection.mjs').Collection} Collection */
/** @typedef {import('./run-lines.mjs').Answered} Answered */

/**
 * Packs a collection with the real packer: each document a source of its own.
 *
 * @param {Collection} collection
 * @param {string} cli the built command line
 * @param {string} work a folder for the authoring folder and the bundle
 */
export async function packCollection({ docs }, cli, work) {
  const folder = join(work, 'folder')
  await mkdir(join(folder, 'sources'), { recursive: true })
  await writeFile(join(folder, 'bundle.yaml'), bundleYaml('collection'))
  for (const [number, { title, text }] of docs.entries()) {
    const head = JSON.stringify({ id: sourceId(number), title: title || untitled })
    await writeFile(
      join(folder, 'sources', `${sourceId(number)}.md`),
      `---\n${head}\n---\n\n${plain(text)}\n`,
    )
  }
  const bundle = join(work, 'collection.lectern')
  const start = performance.now()
  const { peak } = await runLines([cli, 'pack', folder, '--out', bundle], [0, 1])
  return { bundle, milliseconds: performance.now() - start, peak, bytes: (await stat(bundle)).size }
}

/**
 * Asks a packed collection with the real core, through `lectern search --batch`.
 *
 * @param {Collection} collection
 * @param {string} cli
 * @param {string} bundle
 * @param {readonly import('./collection.mjs').Query[]} queries
 * @param {string} work
 * @param {number} limit
 * @returns {Promise<Answered>}
 */
export async function askLectern({ docs }, cli, bundle, queries, work, limit) {
  const file = join(work, 'queries.jsonl')
  await writeFile(file, queries.map((query) => JSON.stringify(query)).join('\n'))
  const args = ['--expose-gc', cli, 'search', '--bundle', bundle, '--batch', file, '--timings']
  const { lines } = await runLines([...args, '--limit', String(limit)])
  const [opened, ...answers] = lines
  return {
    opened,
    answers: answers.map(({ id, hits, milliseconds }) => ({
      id,
      milliseconds,
      hits: hits.map((/** @type {{ id: string }} */ hit) => docs[Number(hit.id.slice(1))]?.id ?? ''),
    })),
  }
}

/** A source has a title; this one has no word in it that a query could meet. */
const untitled = '…'

/** @param {number} number */
const sourceId = (number) => `d${number}`

/**
 * A text as Markdown that means nothing but itself.
 *
 * @param {string} text
 */
const plain = (text) => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
