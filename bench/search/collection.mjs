import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * @typedef {{ id: string, title: string, text: string }} Doc
 * @typedef {{ id: string, text: string }} Query
 * @typedef {{ docs: Doc[], queries: Query[], judged: Map<string, Map<string, number>> }} Collection
 */

/**
 * Reads a collection with relevance judgements: `docs.jsonl` and `queries.jsonl`, either of them gzipped or not, and
 * `qrels.tsv` with query, document and gain. Queries without a relevant document measure nothing and are left out.
 *
 * @param {string} folder
 * @returns {Promise<Collection>}
 */
export async function readCollection(folder) {
  const docs = /** @type {Doc[]} */ (linesOf(await textOf(folder, 'docs.jsonl')).map(parsed))
  const asked = /** @type {Query[]} */ (linesOf(await textOf(folder, 'queries.jsonl')).map(parsed))
  /** @type {Map<string, Map<string, number>>} */
  const judged = new Map()
  for (const line of linesOf(await textOf(folder, 'qrels.tsv'))) {
    const [query, doc, gain] = line.split('\t')
    if (query === undefined || doc === undefined || !(Number(gain) > 0)) continue
    judged.set(query, (judged.get(query) ?? new Map()).set(doc, Number(gain)))
  }
  const queries = asked.map(({ id, text }) => ({ id: String(id), text })).filter(({ id }) => judged.has(id))
  return { docs: docs.map((doc) => ({ ...doc, id: String(doc.id) })), queries, judged }
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function textOf(folder, name) {
  const plain = join(folder, name)
  if (existsSync(plain)) return readFile(plain, 'utf8')
  return gunzipSync(await readFile(`${plain}.gz`)).toString('utf8')
}

/** @param {string} text */
const linesOf = (text) => text.split(/\r?\n/).filter((line) => line.trim() !== '')

/** @param {string} line */
const parsed = (line) => JSON.parse(line)
