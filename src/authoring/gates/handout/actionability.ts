import type { Block } from '../../../bundle'

/** Verbs that a list item for patients begins with, when it says what to do. */
const doing =
  /^(?:(?:please|always|never|if [^,]+,|before [^,]+,|do not|don’t|don't)\s+)*(?:take|keep|tell|ask|call|check|carry|have|bring|wait|write|stop|do|avoid|say|drink|eat|use|talk|speak|get|go|show|read|store|start|see|make|let|try|plan|note|swallow|look|watch|report|follow|rest|give|put|set|count|measure|mix|cut|change|skip|miss|seek|contact|learn|choose|phone|visit|send|return|record|test|wear|wash|hold|discuss|mention)\b/i

/**
 * Whether a page names at least one thing to do, as an item of a list: the first point of actionability in PEMAT-P
 * (Shoemaker et al., Patient Educ Couns 2014;96:395, items 20 to 22). English only.
 */
export const hasSomethingToDo = (blocks: readonly Block[], textOf: (block: Block) => string): boolean =>
  itemsOf(blocks).some((item) => doing.test(textOf(item).trim()))

/** The first block of every list item, whatever it stands in. */
function itemsOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'list':
        return block.children.flatMap(({ children }) => [...children.slice(0, 1), ...itemsOf(children)])
      case 'blockquote':
      case 'box':
        return itemsOf(block.children)
      default:
        return []
    }
  })
}
