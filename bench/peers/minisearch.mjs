import MiniSearch from 'minisearch'

/** MiniSearch as it comes: its own tokenizer, no stemming, no stop words, all its defaults. */
const options = { fields: ['title', 'text'] }

/** @param {readonly import('../search/collection.mjs').Doc[]} docs */
export function build(docs) {
  const index = new MiniSearch(options)
  index.addAll(docs)
  return JSON.stringify(index)
}

/** @param {string} stored */
export function open(stored) {
  const index = MiniSearch.loadJSON(stored, options)
  return (/** @type {string} */ text, /** @type {number} */ limit) =>
    index
      .search(text)
      .slice(0, limit)
      .map(({ id }) => String(id))
}
