import { FlawError, payload as paths, type Dependents, type Source } from '../bundle'
import type { OpenPdf } from '../documents'
import type { DocumentPart, DocumentText } from './documents/document-text'
import { readDocument } from './documents/read-document'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { noDependents } from './dependents'
import type { PlacedLink } from './links'
import { BlockReader } from './markdown/block-reader'
import { parseMarkdown } from './markdown/parse-markdown'
import { anchorPassages } from './passages/anchor-passages'
import type { ShelvedSource, SourceShelf } from './source-shelf'

/** A compiled source and its links. */
export interface SourceText {
  readonly source: Source
  readonly links: readonly PlacedLink[]
  /** What its document says, in pieces to be found; empty when it has none. */
  readonly parts: readonly DocumentPart[]
  /** Reads the bytes of its document again, which are too many to keep; null when it has none. */
  readonly readFile: (() => Promise<Uint8Array>) | null
  /** Characters of its Markdown and of its document. */
  readonly length: number
}

/** What compiling a source needs besides the source itself. */
export interface SourceContext {
  readonly texts: FolderTexts
  readonly shelf: SourceShelf
  readonly dependents: ReadonlyMap<string, Dependents>
  /** The language of a source that does not name one. */
  readonly language: string
  readonly flaws: FlawList
  readonly openPdf: OpenPdf
}

/** Reads the text of one source, and its document, finds its passages and marks them. Null when the file cannot be read. */
export async function compileSource(
  shelved: ShelvedSource,
  context: SourceContext,
): Promise<SourceText | null> {
  const { id, path, title, label, head, record, document } = shelved
  const { texts, shelf, dependents, flaws } = context
  const page = await texts.body(path)
  if (page === null) return null
  const tell = flaws.about(path)
  const rules = { source: (cited: string) => shelf.source(cited), firstLevel: true }
  const reader = new BlockReader(page.body, page.bodyLine, rules, tell)
  const { body, passages: inText } = anchorPassages(
    reader.blocks(parseMarkdown(page.body).children),
    shelved.passages.filter((passage) => document === null || passage.in === 'text'),
    tell,
  )
  const quotedInFile = shelved.passages.filter((passage) => passage.in !== 'text')
  const read = document && (await readDocument(document, path, quotedInFile, context))
  const passages = [...inText, ...(read?.passages ?? [])]
  const source: Source = {
    id,
    title,
    label,
    kind: head?.kind ?? (record === null || document !== null ? 'document' : 'digest'),
    language: head?.language ?? context.language,
    record,
    study: head?.study ?? null,
    licence: head?.licence ?? null,
    seen: head?.seen ?? null,
    seenNote: head?.seenNote ?? null,
    retraction: head?.retraction ?? { status: 'not looked up' },
    unconfirmed: head?.unconfirmed ?? [],
    doubt: head?.doubt ?? null,
    file: read && { path: paths.sourceFile(id, read.file.type), ...read.file },
    body,
    passages,
    restsOn: Object.fromEntries(
      passages.map((passage) => [passage.id, dependents.get(passage.id) ?? noDependents]),
    ),
  }
  return {
    source,
    links: reader.links.map((link) => ({ ...link, file: path })),
    parts: read?.parts ?? [],
    readFile: document && read && (() => readAgain(document.path, read, context)),
    length: page.body.length + (read?.parts ?? []).reduce((sum, { text }) => sum + text.length, 0),
  }
}

/** @throws FlawError `CANNOT_READ` when the file is no longer the one that was checked */
async function readAgain(
  path: string,
  { file }: DocumentText,
  { texts }: SourceContext,
): Promise<Uint8Array> {
  const bytes = await texts.bytes(path)
  if (bytes?.length === file.bytes) return bytes
  throw new FlawError({ code: 'CANNOT_READ', at: path, detail: 'it changed while it was packed' })
}
