import { textBlocks, textOf, type Block, type CslRecord, type Source, type TextBlock } from '../../bundle'
import type { Row } from '../../search'
import { placeName, wordsOfBlocks } from './words'

/**
 * The rows of a source: one for its record, and one for each paragraph, item of a list and row of a table, so that a
 * result is as long as what a reader wants to see of it. Where a passage stands in one, the result leads to the desk
 * on which a finding rests on it; else to the document itself.
 */
export function sourceRows(source: Source): Row[] {
  const { id, title, label, record, body } = source
  const about = {
    kind: 'source',
    id,
    title: label,
    // Words of the title find every place in the document, as they would on a shelf.
    ...(title === label ? {} : { also: title }),
  } as const
  const pieces = piecesOf(body).flatMap(({ heading, blocks }): Row[] => {
    const text = blocks
      .map(({ children }) => textOf(children).trim())
      .filter((words) => words !== '')
      .join(' ')
    const [first] = blocks
    if (first === undefined || text === '') return []
    return [
      {
        ...about,
        text,
        where: placeName(label, heading),
        path: deskPath(source, blocks) ?? `/sources/${id}?block=${first.block}`,
      },
    ]
  })
  const recordRow: Row = {
    ...about,
    text: title,
    where: placeName(label, 'record'),
    path: `/sources/${id}`,
    also: record === null ? id : recordWords(record),
  }
  return title === label && pieces.length > 0 ? pieces : [recordRow, ...pieces]
}

interface Piece {
  readonly heading: string | null
  readonly blocks: readonly TextBlock[]
}

function piecesOf(body: readonly Block[]): Piece[] {
  let heading: string | null = null
  return body.flatMap((block): Piece[] => {
    if (block.type === 'heading') {
      heading = wordsOfBlocks([block])
      // A heading is searched through what stands under it, unless a passage quotes it.
      return hasPassage(block) ? [{ heading, blocks: [block] }] : []
    }
    return leavesOf(block).map((blocks) => ({ heading, blocks }))
  })
}

function leavesOf(block: Block): TextBlock[][] {
  switch (block.type) {
    case 'table':
      return block.children.map((row) => row.children)
    case 'list':
      return block.children.map((item) => textBlocks(item.children))
    case 'blockquote':
    case 'box':
      return block.children.flatMap(leavesOf)
    default:
      return [textBlocks([block])]
  }
}

const passagesIn = ({ children }: TextBlock): string[] =>
  children.flatMap((node) => (node.type === 'passage' ? [node.id] : []))

const hasPassage = (block: TextBlock): boolean => passagesIn(block).length > 0

function deskPath({ restsOn }: Source, blocks: readonly TextBlock[]): string | null {
  for (const passage of blocks.flatMap(passagesIn)) {
    const finding = restsOn[passage]?.findings[0]
    if (finding !== undefined) return `/conditions/${finding.condition}?passage=${passage}`
  }
  return null
}

function recordWords(record: CslRecord): string {
  const names = (record.author ?? []).map(
    ({ family, given, literal }) => literal ?? [given, family].join(' ').trim(),
  )
  return [...names, record['container-title'], record.DOI, record.PMID, record.id]
    .filter((words) => words !== undefined)
    .join(', ')
}
