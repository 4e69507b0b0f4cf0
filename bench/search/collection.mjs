import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/**
 * @typedef {{ id: string, title: string, text: string }} Doc
 * @typedef {{ id: string, text: string }} Query
 * @typedef {{ docs: Doc[], queries: Query[], judged: Map<string, Map<string, number>> }} Collection
 */

/** What is wrong with a collection, in words for who made it. */
export class NoCollection extends Error {}

/**
 * Reads a collection with relevance judgements: `docs.jsonl` (or `corpus.jsonl`) and `queries.jsonl`, each a line of
 * JSON with `id` (or `_id`) and `text`, and `qrels.tsv` with query, document and gain; any of them gzipped or not.
 * Titles and texts may be missing; a document without either is none. Queries without a relevant document measure
 * nothing and are left out. Read line by line: a collection may be larger than a string can be.
 *
 * @param {string} folder
 * @returns {Promise<Collection>}
 * @throws {NoCollection} that says which file and line cannot be read
 */
export async function readCollection(folder) {
  /** @type {Map<string, Doc>} */
  const docs = new Map()
  for await (const { id, title, text } of records(folder, 'docs.jsonl', 'corpus.jsonl'))
    if (title + text !== '') docs.set(id, { id, title, text })
  const judged = await readJudged(folder)
  /** @type {Query[]} */
  const queries = []
  for await (const { id, text } of records(folder, 'queries.jsonl'))
    if (judged.has(id) && text !== '') queries.push({ id, text })
  const asked = new Set(queries.map(({ id }) => id))
  for (const id of judged.keys()) if (!asked.has(id)) judged.delete(id)
  if (docs.size === 0) throw new NoCollection(`${folder}: there is no document`)
  if (queries.length === 0)
    throw new NoCollection(`${folder}: qrels.tsv names no relevant document for any of the queries`)
  return { docs: [...docs.values()], queries, judged }
}

/**
 * The gains that are above 0: of lines with query, document and gain, or, as TREC writes them, a column more between
 * query and document.
 *
 * @param {string} folder
 */
async function readJudged(folder) {
  /** @type {Map<string, Map<string, number>>} */
  const judged = new Map()
  for await (const { line } of lines(folder, 'qrels.tsv')) {
    const columns = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/)
    const [query, doc, gain] = columns.length > 3 ? [columns[0], columns[2], columns[3]] : columns
    // A head line has words for numbers.
    if (query === undefined || doc === undefined || !(Number(gain) > 0)) continue
    judged.set(query, (judged.get(query) ?? new Map()).set(doc, Number(gain)))
  }
  return judged
}

/**
 * @param {string} folder
 * @param {string[]} names
 */
async function* records(folder, ...names) {
  for await (const { line, at } of lines(folder, ...names)) {
    const value = parsed(line)
    const id = value?.id ?? value?._id
    if (typeof id !== 'string' && typeof id !== 'number')
      throw new NoCollection(`${at}: no JSON with an id, such as {"id": "1", "text": "…"}`)
    yield { id: String(id), title: textOf(value.title), text: textOf(value.text) }
  }
}

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value.trim() : '')

/**
 * The lines with anything in them of the first of these files that is there, each with its place.
 *
 * @param {string} folder
 * @param {string[]} names
 */
async function* lines(folder, ...names) {
  const file = names.flatMap((name) => [join(folder, name), join(folder, `${name}.gz`)]).find(existsSync)
  if (file === undefined) throw new NoCollection(`${folder}: there is no ${names[0]}, nor ${names[0]}.gz`)
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let number = 0
  try {
    for await (const read of createInterface({ input, crlfDelay: Infinity })) {
      number += 1
      const line = number === 1 ? read.replace(/^\ufeff/, '') : read
      if (line.trim() !== '') yield { line, at: `${file}:${number}` }
    }
  } catch (error) {
    if (error instanceof NoCollection) throw error
    throw new NoCollection(`${file}: cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * @param {string} line
 * @returns {any}
 */
function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
