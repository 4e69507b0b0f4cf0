import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleYaml } from './bundle-yaml.mjs'
import { randomNumbers } from './random-edits.mjs'

/** Paragraphs in one source: few files, and yet one to a place where a reader may land. */
const inOneSource = 100

/**
 * Writes an authoring folder with so many passages of about 350 letters each: sentences of the documents in another
 * order, and in every third a code of its own, because a library's vocabulary never stops growing.
 *
 * @param {readonly import('./collection.mjs').Doc[]} docs
 * @param {number} count
 * @param {string} folder
 */
export async function writePassages(docs, count, folder) {
  const sentences = docs.flatMap(({ text }) => text.split(/(?<=[.!?]) +/)).filter(({ length }) => length > 20)
  const below = randomNumbers(count)
  const passage = (/** @type {number} */ number) => {
    let text = number % 3 === 0 ? `GENE${number.toString(36)}. ` : ''
    while (text.length < 350) text += `${(sentences[below(sentences.length)] ?? 'None.').slice(0, 300)} `
    return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
  }
  await mkdir(join(folder, 'sources'), { recursive: true })
  await writeFile(join(folder, 'bundle.yaml'), bundleYaml('passages'))
  for (let source = 0; source * inOneSource < count; source++) {
    const paragraphs = Array.from({ length: Math.min(inOneSource, count - source * inOneSource) }, (_, at) =>
      passage(source * inOneSource + at),
    )
    const head = `---\nid: s${source}\ntitle: Source ${source}\n---\n\n`
    await writeFile(join(folder, 'sources', `s${source}.md`), head + paragraphs.join('\n\n') + '\n')
  }
}
