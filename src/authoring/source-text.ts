import type { Dependents, Source } from '../bundle'
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
  /** Characters of its Markdown. */
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
}

/** Reads the text of one source, finds its passages and marks them. Null when the file cannot be read. */
export async function compileSource(
  shelved: ShelvedSource,
  context: SourceContext,
): Promise<SourceText | null> {
  const { id, path, title, label, head, record } = shelved
  const { texts, shelf, dependents, flaws } = context
  const page = await texts.body(path)
  if (page === null) return null
  const tell = flaws.about(path)
  const rules = { source: (cited: string) => shelf.source(cited), firstLevel: true }
  const reader = new BlockReader(page.body, page.bodyLine, rules, tell)
  const { body, passages } = anchorPassages(
    reader.blocks(parseMarkdown(page.body).children),
    shelved.passages,
    tell,
  )
  const source: Source = {
    id,
    title,
    label,
    kind: head?.kind ?? (record === null ? 'document' : 'digest'),
    language: head?.language ?? context.language,
    record,
    study: head?.study ?? null,
    licence: head?.licence ?? null,
    seen: head?.seen ?? null,
    seenNote: head?.seenNote ?? null,
    retraction: head?.retraction ?? { status: 'not looked up' },
    unconfirmed: head?.unconfirmed ?? [],
    doubt: head?.doubt ?? null,
    file: null,
    body,
    passages,
    restsOn: Object.fromEntries(
      passages.map((passage) => [passage.id, dependents.get(passage.id) ?? noDependents]),
    ),
  }
  return { source, links: reader.links.map((link) => ({ ...link, file: path })), length: page.body.length }
}
