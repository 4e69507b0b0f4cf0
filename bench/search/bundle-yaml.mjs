/**
 * The least that a bundle says of itself. It was reviewed today, so that packing has nothing to say about dates.
 *
 * @param {string} id
 */
export function bundleYaml(id) {
  const today = new Date().toISOString().slice(0, 10)
  const nextYear = `${Number(today.slice(0, 4)) + 1}-${today.slice(5, 7)}-01`
  return [
    `id: ${id}`,
    'version: 1.0.0',
    `title: ${id}`,
    'publisher: Benchmark',
    'licence: none',
    'languages: [en]',
    `reviewed: ${today}`,
    `expires: ${nextYear}`,
    "summary: ''",
    '',
  ].join('\n')
}
