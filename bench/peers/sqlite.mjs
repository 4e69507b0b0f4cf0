import { createRequire } from 'node:module'

const Database = createRequire(import.meta.url)('better-sqlite3')

/**
 * SQLite FTS5 with Porter stems and its own bm25, any of the words, as its users set it up.
 *
 * @param {readonly import('../search/collection.mjs').Doc[]} docs
 * @param {string} file
 */
export function build(docs, file) {
  const database = new Database(file)
  database.exec(
    "CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')",
  )
  const insert = database.prepare('INSERT INTO docs VALUES (?, ?, ?)')
  database.transaction(() => {
    for (const { id, title, text } of docs) insert.run(id, title, text)
  })()
  database.exec("INSERT INTO docs(docs) VALUES ('optimize')")
  database.close()
}

/** @param {string} file */
export function open(file) {
  const database = new Database(file, { readonly: true })
  const select = database
    .prepare('SELECT id FROM docs WHERE docs MATCH ? ORDER BY bm25(docs) LIMIT ?')
    .pluck()
  return (/** @type {string} */ text, /** @type {number} */ limit) => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
    return words.length === 0
      ? []
      : select.all(words.map((word) => `"${word}"`).join(' OR '), limit).map(String)
  }
}
