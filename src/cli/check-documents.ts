import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { EntryReader, Passage, SourceFile } from '../bundle'
import {
  bodyOf,
  htmlText,
  locateQuote,
  plainForm,
  rectanglesOf,
  sidesOf,
  type PageText,
  type PlainForm,
} from '../documents'
import { openPdf } from '../library'
import type { KeptParts, KeptSource } from './check-parts'

/**
 * Looks at the PDF and HTML files of a bundle, one at a time: that each is there, belongs to a source and is what the
 * source says, and that each passage stands where its position says.
 */
export async function checkDocuments(payload: EntryReader, parts: KeptParts): Promise<void> {
  const owned = new Set<string>()
  for (const source of parts.sources.values()) {
    if (source.file === null) continue
    if (owned.has(source.file.path)) parts.tell('DUPLICATE_ID', source.path, source.file.path)
    owned.add(source.file.path)
    // A file that is there and is not as the manifest says has been told.
    if (parts.files.has(source.file.path)) await checkDocument(payload, source, source.file, parts)
    else if (!parts.paths.has(source.file.path)) parts.tell('MISSING_ENTRY', source.path, source.file.path)
  }
  for (const path of parts.files)
    if (!owned.has(path) && parts.isWhole) parts.tell('STRAY_FILE', path, 'no source names it')
}

async function checkDocument(
  payload: EntryReader,
  source: KeptSource,
  file: SourceFile,
  parts: KeptParts,
): Promise<void> {
  const bytes = await payload.read(file.path)
  if (bytes.length !== file.bytes)
    parts.tell('BAD_FIELD', source.path, `file.bytes: ${file.bytes}, where there are ${bytes.length}`)
  if (file.type === 'text/html') checkHtml(bytes, source, file, parts)
  else await checkPdf(bytes, source, file, parts)
}

function checkHtml(
  bytes: Uint8Array,
  { path, quoted }: KeptSource,
  file: SourceFile,
  parts: KeptParts,
): void {
  const text = new TextDecoder().decode(bytes)
  const document = parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(text, { scriptingEnabled: false })
  const form = plainForm(htmlText<DefaultTreeAdapterTypes.Node>(bodyOf(document)).text)
  for (const passage of quoted) {
    if (passage.position.in === 'html') checkQuote(passage, form, path, parts)
    else parts.tell('QUOTE_NOT_FOUND', path, `${passage.id}: not in an HTML file, which ${file.path} is`)
  }
}

async function checkPdf(
  bytes: Uint8Array,
  { path, quoted }: KeptSource,
  file: SourceFile,
  parts: KeptParts,
): Promise<void> {
  const opened = await openPdf(bytes)
  if (opened.is !== 'open') {
    parts.tell(opened.is === 'encrypted' ? 'PDF_ENCRYPTED' : 'PDF_BROKEN', file.path, opened.detail)
    return
  }
  const { pages, labels } = opened.file
  try {
    if (pages !== file.pages)
      parts.tell('BAD_FIELD', path, `file.pages: ${file.pages ?? 'none'}, where there are ${pages}`)
    for (const passage of quoted) {
      const { id, position } = passage
      if (position.in !== 'pdf')
        parts.tell('QUOTE_NOT_FOUND', path, `${id}: not in a PDF, which ${file.path} is`)
      else if (position.page >= pages)
        parts.tell('QUOTE_NOT_FOUND', path, `${id}: on page ${position.page + 1} of ${pages}`)
      else {
        const page = await opened.file.page(position.page)
        checkQuote(passage, plainForm(page.text, 'lines'), path, parts)
        if (position.label !== labels[position.page])
          parts.tell(
            'QUOTE_NOT_FOUND',
            path,
            `${id}: the label of its page is ${labels[position.page] ?? ''}`,
          )
        checkRectangles(passage, page, path, parts)
      }
    }
  } catch (error) {
    parts.tell('PDF_BROKEN', file.path, error instanceof Error ? error.message : String(error))
  } finally {
    await opened.file.close()
  }
}

function checkQuote(passage: Passage, form: PlainForm, path: string, parts: KeptParts): void {
  const { id, position } = passage
  const located = locateQuote(passage, form)
  if (located?.kind !== 'exact')
    parts.tell('QUOTE_NOT_FOUND', path, `${id}: not at ${position.start} to ${position.end}`)
  else if (located.sides !== sidesOf(passage))
    parts.tell('QUOTE_NOT_FOUND', path, `${id}: its prefix or suffix is not what stands around it`)
}

/** A highlight in another place than the words would prove something that they do not say. */
function checkRectangles({ id, position }: Passage, page: PageText, path: string, parts: KeptParts): void {
  if (position.in !== 'pdf') return
  const drawn = JSON.stringify(rectanglesOf(page, position.start, position.end))
  if (drawn !== JSON.stringify(position.rects))
    parts.tell('QUOTE_NOT_FOUND', path, `${id}: its rectangles are not where its words are`)
}
