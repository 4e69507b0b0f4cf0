/** @typedef {{ id: string, hits: readonly string[] }} Answer */

/**
 * How good a ranking is: the gains of the first ten, each divided by log2(rank + 1), against the best order there could
 * be (Järvelin and Kekäläinen, ACM TOIS 2002;20:422); and which share of what is relevant stands among the first
 * hundred. Means over all judged queries.
 *
 * @param {readonly Answer[]} answers
 * @param {ReadonlyMap<string, ReadonlyMap<string, number>>} judged
 */
export function relevanceOf(answers, judged) {
  const byId = new Map(answers.map(({ id, hits }) => [id, hits]))
  const each = [...judged].map(([id, gains]) => {
    const hits = byId.get(id) ?? []
    const best = [...gains.values()].sort((a, b) => b - a)
    const found = hits.slice(0, 100).filter((hit) => gains.has(hit))
    return {
      ndcg: discounted(hits.map((hit) => gains.get(hit) ?? 0)) / discounted(best),
      recall: found.length / gains.size,
    }
  })
  const mean = (/** @type {'ndcg' | 'recall'} */ what) =>
    each.reduce((sum, one) => sum + one[what], 0) / Math.max(each.length, 1)
  return { ndcg10: mean('ndcg'), recall100: mean('recall') }
}

/** @param {readonly number[]} gains */
const discounted = (gains) =>
  gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0)
