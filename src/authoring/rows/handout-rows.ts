import { textBlocks, textOf, type Block, type Handout } from '../../bundle'
import type { Row } from '../../search'
import { placeName, wordsOfBlocks } from './words'

/** One row for the summary of a handout and one for each of its sections. */
export function handoutRows({ id, title, short, body, condition }: Handout): Row[] {
  return [{ heading: null, blocks: short }, ...sectionsOf(body)].flatMap(({ heading, blocks }): Row[] => {
    const [first] = textBlocks(blocks)
    if (first === undefined) return []
    const where = placeName('Handout', heading)
    const path = `/handouts/${id}?block=${first.block}`
    const conditions = condition === null ? [] : [condition]
    return [{ kind: 'handout', id, title, text: wordsOfBlocks(blocks), where, path, conditions }]
  })
}

function sectionsOf(body: readonly Block[]): { heading: string | null; blocks: Block[] }[] {
  const sections: { heading: string | null; blocks: Block[] }[] = []
  for (const block of body) {
    const last = sections.at(-1)
    if (block.type === 'heading') sections.push({ heading: textOf(block.children), blocks: [block] })
    else if (last === undefined) sections.push({ heading: null, blocks: [block] })
    else last.blocks.push(block)
  }
  return sections
}
