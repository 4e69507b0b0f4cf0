import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runLines } from './run-lines.mjs'

const ask = resolve(import.meta.dirname, '../peers/ask.mjs')

/**
 * Another engine over the same documents. Returns what asks it.
 *
 * @param {'minisearch' | 'sqlite'} name
 * @param {readonly import('./collection.mjs').Doc[]} docs
 * @param {string} work
 */
export async function readyPeer(name, docs, work) {
  const [docsFile, index] = [join(work, 'docs.json'), join(work, `${name}.index`)]
  await writeFile(docsFile, JSON.stringify(docs))
  await runLines([ask, 'build', name, docsFile, index])
  /**
   * @param {readonly import('./collection.mjs').Query[]} queries
   * @param {number} limit
   * @returns {Promise<import('./run-lines.mjs').Answered>}
   */
  return async (queries, limit) => {
    const file = join(work, 'peer-queries.jsonl')
    await writeFile(file, queries.map((query) => JSON.stringify(query)).join('\n'))
    const { lines } = await runLines(['--expose-gc', ask, 'ask', name, docsFile, index, file, String(limit)])
    const [opened, ...answers] = lines
    return { opened, answers }
  }
}
