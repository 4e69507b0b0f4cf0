import { textOf, type Block, type Condition } from '../../bundle'

/** The first warning of a page in short: what it is about and its first sentence. */
export interface ShortWarning {
  readonly lead: string
  readonly says: string
}

/**
 * The first warning box of a page, as a word in bold and a sentence; null when the page has no such box. The whole of it
 * stands on its page, where it leads to.
 */
export function firstWarning({ sections }: Condition): ShortWarning | null {
  const box = sections.flatMap(({ body }) => body).find(isWarning)
  const paragraph = box?.children.find((block) => block.type === 'paragraph')
  if (paragraph?.type !== 'paragraph') return null
  const [first, ...rest] = paragraph.children
  const lead = first?.type === 'strong' ? textOf([first]) : ''
  const says = firstSentence(textOf(lead === '' ? paragraph.children : rest))
  return says === '' ? null : { lead, says }
}

const isWarning = (block: Block): block is Extract<Block, { type: 'box' }> =>
  block.type === 'box' && block.kind === 'warning'

function firstSentence(text: string): string {
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text.trim())) {
    return segment.trim()
  }
  return ''
}
