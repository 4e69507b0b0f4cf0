import { textBlocks, textOf, type Block } from '../../bundle'

/** The words of some blocks, in one line. */
export const wordsOfBlocks = (blocks: readonly Block[]): string =>
  textBlocks(blocks)
    .map(({ children }) => textOf(children).trim())
    .filter((text) => text !== '')
    .join(' ')

/** Where a result stands: the page, then the heading as part of a sentence. `Fibromyalgia, bottom line` */
export const placeName = (page: string, heading: string | null): string =>
  heading === null || heading === '' ? page : `${page}, ${asPartOfSentence(heading)}`

/** "Bottom line" becomes "bottom line"; "LDN in pain" stays. */
const asPartOfSentence = (heading: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(heading) ? heading.charAt(0).toLowerCase() + heading.slice(1) : heading
