import { textBlocks, textOf, type Block, type Passage, type PassageId } from '../../bundle'
import { findQuote, plainForm, spansBlocks, type Place, type Quote } from '../../documents'
import type { Tell } from '../flaw-list'
import { replaceBlocks } from './replace-blocks'
import { markPassage } from './mark-passage'

/** A passage as it is authored, with its line. */
export interface AuthoredPassage extends Quote {
  readonly id: PassageId
  readonly line: number
  /** `text`: in the Markdown text of a source, though it has a document. */
  readonly in?: 'text' | undefined
}

/** A document with its passages found and marked in it. */
export interface Anchored {
  readonly body: Block[]
  readonly passages: Passage[]
}

/** How much text around a passage is kept, so that it can be found again in another copy of the document. */
const contextLength = 32

/** Finds each passage in the text of a document, exactly once, and marks it there. */
export function anchorPassages(body: Block[], authored: readonly AuthoredPassage[], tell: Tell): Anchored {
  if (authored.length === 0) return { body, passages: [] }
  const texts = textBlocks(body).map((block) => textOf(block.children))
  const forms = texts.map((text) => plainForm(text))
  const placed = authored.flatMap((passage): Placed[] => {
    const places = findQuote(passage, forms)
    const [place] = places
    if (place !== undefined && places.length === 1) return [{ passage, place }]
    if (place !== undefined) tell('QUOTE_NOT_UNIQUE', passage.line, `${passage.id}: ${places.length} times`)
    else tell('QUOTE_NOT_FOUND', passage.line, notFound(passage, spansBlocks(passage, forms)))
    return []
  })
  const apart = withoutOverlaps(placed, tell)
  const marked = replaceBlocks(body, (block) =>
    // From the last to the first, so that the offsets of those before still hold.
    apart
      .filter(({ place }) => place.block === block.block)
      .reverse()
      .reduce((children, { passage, place }) => {
        const next = markPassage(children, { id: passage.id, ...place })
        if (next === null) tell('PASSAGE_ACROSS_LINK', passage.line, passage.id)
        return next ?? children
      }, block.children),
  )
  return { body: marked, passages: apart.map(({ passage, place }) => selector(passage.id, place, texts)) }
}

interface Placed {
  readonly passage: AuthoredPassage
  readonly place: Place
}

/** The passages in reading order, without those that overlap an earlier one. */
function withoutOverlaps(placed: readonly Placed[], tell: Tell): Placed[] {
  const sorted = [...placed].sort(
    ({ place: one }, { place: other }) => one.block - other.block || one.start - other.start,
  )
  return sorted.reduce<Placed[]>((kept, next) => {
    const last = kept.at(-1)
    if (last === undefined || last.place.block !== next.place.block || last.place.end <= next.place.start)
      return [...kept, next]
    tell('PASSAGES_OVERLAP', next.passage.line, `${last.passage.id} and ${next.passage.id}`)
    return kept
  }, [])
}

function selector(id: PassageId, { block, start, end }: Place, texts: readonly string[]): Passage {
  const text = texts[block] ?? ''
  return {
    id,
    quote: text.slice(start, end),
    prefix: wholeCharacters(text.slice(Math.max(0, start - contextLength), start)),
    suffix: wholeCharacters(text.slice(end, end + contextLength)),
    position: { in: 'text', block, start, end },
  }
}

/** A cut text without half a surrogate pair at its ends, which could not be written as UTF-8. */
const wholeCharacters = (text: string): string =>
  text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '')

const notFound = ({ id, quote }: AuthoredPassage, spans: boolean): string =>
  `${id}: "${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}"${spans ? ' stands in more than one block' : ''}`
