import type { OpenPdf } from '../../documents'
import type { FlawList, Tell } from '../flaw-list'
import type { FolderTexts } from '../folder-texts'
import type { AuthoredPassage } from '../passages/anchor-passages'
import { documentLimits, type AuthoredDocument } from './authored-document'
import type { DocumentText } from './document-text'
import { readHtml } from './read-html'
import { readPdf } from './read-pdf'

/** What reading a document needs besides the document. */
export interface DocumentContext {
  readonly texts: FolderTexts
  readonly flaws: FlawList
  readonly openPdf: OpenPdf
}

/**
 * Reads the file of a source and finds the passages that stand in it. Null when it cannot be read; that is told then.
 *
 * @param head the Markdown file whose front matter quotes it
 */
export async function readDocument(
  { path, type }: AuthoredDocument,
  head: string,
  passages: readonly AuthoredPassage[],
  { texts, flaws, openPdf }: DocumentContext,
): Promise<DocumentText | null> {
  const bytes = await texts.bytes(path)
  if (bytes === null) return null
  const isPdf = type === 'application/pdf'
  // A PDF has no lines, so of it the whole file is named.
  const wholeFile: Tell = (code, _line, detail) => flaws.add(code, path, detail)
  const tell = { file: isPdf ? wholeFile : flaws.about(path), head: flaws.about(head) }
  if (bytes.length === 0 || bytes.length > documentLimits.bytes) {
    tell.file(bytes.length === 0 ? 'DOCUMENT_WITHOUT_TEXT' : 'DOCUMENT_TOO_LARGE', 1, `${bytes.length} bytes`)
    return null
  }
  return isPdf ? readPdf(bytes, passages, openPdf, tell) : readHtml(bytes, passages, tell)
}
