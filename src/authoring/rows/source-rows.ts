import {
  conditionsRestingOn,
  textBlocks,
  textOf,
  type Block,
  type CslRecord,
  type Source,
  type TextBlock,
} from '../../bundle'
import type { Row } from '../../search'
import type { DocumentPart } from '../documents/document-text'
import { designOf } from './design'
import { placeName, wordsOfBlocks } from './words'

/**
 * The rows of a source: one for its record, and one for each paragraph, item of a list and row of a table, so that a
 * result is as long as what a reader wants to see of it. Where a passage stands in one, the result leads to the desk
 * on which a finding rests on it; else to the document itself. A PDF or HTML file has a row for each passage in it and
 * for each stretch of a page or block between them.
 *
 * @param parts what its file says
 */
export function sourceRows(source: Source, parts: readonly DocumentPart[] = []): Row[] {
  const { id, title, label, record, body, study } = source
  const about = {
    kind: 'source',
    id,
    title: label,
    // Words of the title find every place in the document, as they would on a shelf.
    ...(title === label ? {} : { also: title }),
    ...(study === null ? {} : { design: designOf(study.design) }),
    conditions: conditionsRestingOn(source),
  } as const
  const inText = piecesOf(body).flatMap(({ heading, blocks }): Row[] => {
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
        path: deskPath(source, blocks.flatMap(passagesIn)) ?? `/sources/${id}?block=${first.block}`,
      },
    ]
  })
  const inFile = parts.map(({ text, where, query, passage }): Row => ({
    ...about,
    text,
    where: placeName(label, where),
    path: deskPath(source, passage === null ? [] : [passage]) ?? `/sources/${id}?${query}`,
  }))
  const pieces = [...inText, ...inFile]
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

function deskPath({ restsOn }: Source, passages: readonly string[]): string | null {
  for (const passage of passages) {
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
