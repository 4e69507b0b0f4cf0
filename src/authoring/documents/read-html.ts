import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Position } from '../../bundle'
import { bodyOf, htmlText, joinLines, plainForm, type HtmlText } from '../../documents'
import type { AuthoredPassage } from '../passages/anchor-passages'
import { splitAt, type DocumentPart, type DocumentText } from './document-text'
import { tellUnsafe } from './html-safety'
import { PassagePlacer, type PlacedPassage } from './place-passages'
import { passageAt, type DocumentTellers } from './read-pdf'

type Node = DefaultTreeAdapterTypes.Node

/** Reads an HTML document, tells what a document may not hold, and finds its passages. */
export function readHtml(
  bytes: Uint8Array,
  authored: readonly AuthoredPassage[],
  tell: DocumentTellers,
): DocumentText | null {
  const text = decoded(bytes)
  if (text === null) {
    tell.file('NOT_TEXT', 1)
    return null
  }
  // The window shows it without scripts, where <noscript> is read as elements.
  const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  tellUnsafe(document, tell.file)
  const html = htmlText<Node>(bodyOf(document))
  if (html.blocks.length === 0) tell.file('DOCUMENT_WITHOUT_TEXT', 1)
  const placer = new PassagePlacer(authored)
  placer.look(plainForm(html.text), 0)
  const placed = placer.placed(namedBlocks(html), tell.head)
  return {
    file: { type: 'text/html', bytes: bytes.length, pages: null },
    passages: placed.map((place) => passageAt(place, positionOf(place))),
    parts: partsOf(html, placed),
  }
}

const positionOf = ({ start, end }: PlacedPassage): Position => ({ in: 'html', start, end })

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder has only one reason to throw.
    return null
  }
}

const namedBlocks = ({ text, blocks }: HtmlText<Node>): { text: string; where: null }[] =>
  blocks.map(({ start, end }) => ({ text: text.slice(start, end), where: null }))

function partsOf({ text, blocks }: HtmlText<Node>, placed: readonly PlacedPassage[]): DocumentPart[] {
  let heading: string | null = null
  let next = 0
  return blocks.flatMap(({ start, end, isHeading }) => {
    if (isHeading) heading = joinLines(text.slice(start, end), '')
    const here: PlacedPassage[] = []
    for (; (placed[next]?.start ?? end) < end; next++) here.push(...placed.slice(next, next + 1))
    // A heading is searched through what stands under it, unless a passage quotes it.
    if (isHeading && here.length === 0) return []
    const where = heading
    const ranges = here.map((place) => ({ ...place, start: place.start - start, end: place.end - start }))
    return splitAt(ranges, end - start)
      .map((piece) => ({
        text: joinLines(text.slice(start + piece.start, start + piece.end), ''),
        where,
        query: `at=${start + piece.start}`,
        passage: piece.range?.passage.id ?? null,
      }))
      .filter((part) => part.text !== '')
  })
}
