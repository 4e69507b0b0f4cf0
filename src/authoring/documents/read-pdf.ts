import type { Passage, Position } from '../../bundle'
import {
  joinLines,
  plainForm,
  rectanglesOf,
  type OpenPdf,
  type PageText,
  type PdfFile,
  type Rectangle,
} from '../../documents'
import type { Tell } from '../flaw-list'
import type { AuthoredPassage } from '../passages/anchor-passages'
import { documentLimits } from './authored-document'
import { splitAt, type DocumentPart, type DocumentText } from './document-text'
import { PassagePlacer, type PlacedPassage } from './place-passages'

/** What reading a document tells of: the file itself, and the front matter that quotes it. */
export interface DocumentTellers {
  readonly file: Tell
  readonly head: Tell
}

/**
 * Reads the text of a PDF, page by page, and finds its passages. Null when it cannot be read; that is told then. Of
 * its pages only the text is kept.
 */
export async function readPdf(
  bytes: Uint8Array,
  authored: readonly AuthoredPassage[],
  openPdf: OpenPdf,
  tell: DocumentTellers,
): Promise<DocumentText | null> {
  const opened = await openPdf(bytes)
  if (opened.is !== 'open') {
    tell.file(opened.is === 'encrypted' ? 'PDF_ENCRYPTED' : 'PDF_BROKEN', 1, opened.detail)
    return null
  }
  const { file } = opened
  try {
    if (file.pages > documentLimits.pages) {
      tell.file('DOCUMENT_TOO_LARGE', 1, `${file.pages} pages, of ${documentLimits.pages} at most`)
      return null
    }
    return await readPages(file, bytes.length, authored, tell)
  } finally {
    await file.close()
  }
}

async function readPages(
  file: PdfFile,
  bytes: number,
  authored: readonly AuthoredPassage[],
  tell: DocumentTellers,
): Promise<DocumentText | null> {
  const placer = new PassagePlacer(authored)
  const rects = new Map<PlacedPassage, Rectangle[]>()
  const texts: string[] = []
  let length = 0
  for (let index = 0; index < file.pages; index++) {
    const page = await pageOf(file, index, tell)
    if (page === null) return null
    length += page.text.length
    if (length > documentLimits.characters) {
      tell.file('DOCUMENT_TOO_LARGE', 1, `more than ${documentLimits.characters} characters`)
      return null
    }
    for (const place of placer.look(plainForm(page.text, 'lines'), index))
      rects.set(place, rectanglesOf(page, place.start, place.end))
    texts.push(page.text)
  }
  if (texts.every((text) => text.trim() === '')) tell.file('DOCUMENT_WITHOUT_TEXT', 1)
  const whereOf = (index: number): string => `p. ${file.labels[index] ?? index + 1}`
  const named = texts.map((text, index) => ({ text: joinLines(text, text), where: whereOf(index) }))
  const placed = placer.placed(named, tell.head)
  const positionOf = (place: PlacedPassage): Position => ({
    in: 'pdf',
    page: place.text,
    label: file.labels[place.text] ?? String(place.text + 1),
    start: place.start,
    end: place.end,
    rects: (rects.get(place) ?? []).map((rect): [number, number, number, number] => [...rect]),
  })
  return {
    file: { type: 'application/pdf', bytes, pages: file.pages },
    passages: placed.map((place): Passage => passageAt(place, positionOf(place))),
    parts: texts.flatMap((text, index) =>
      partsOfPage(
        text,
        index,
        placed.filter((place) => place.text === index),
        whereOf(index),
      ),
    ),
  }
}

async function pageOf(file: PdfFile, index: number, tell: DocumentTellers): Promise<PageText | null> {
  try {
    return await file.page(index)
  } catch (error) {
    tell.file('PDF_BROKEN', 1, `page ${index + 1}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

/** A passage with its position. */
export const passageAt = (
  { passage, quote, prefix, suffix }: PlacedPassage,
  position: Position,
): Passage => ({
  id: passage.id,
  quote,
  prefix,
  suffix,
  position,
})

const partsOfPage = (
  text: string,
  index: number,
  placed: readonly PlacedPassage[],
  where: string,
): DocumentPart[] =>
  splitAt(placed, text.length)
    .map(({ start, end, range }) => ({
      text: range?.quote ?? joinLines(text.slice(start, end), text),
      where,
      query: `page=${index + 1}`,
      passage: range?.passage.id ?? null,
    }))
    .filter((part) => part.text !== '')
