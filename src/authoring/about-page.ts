import type { Block, SourceId } from '../bundle'
import type { FlawList } from './flaw-list'
import type { FolderTexts } from './folder-texts'
import { authored } from './layout'
import type { PlacedLink } from './links'
import { BlockReader } from './markdown/block-reader'
import { parseMarkdown } from './markdown/parse-markdown'
import type { SourceShelf } from './source-shelf'

/** The page "About this bundle". */
export interface AboutPage {
  readonly body: Block[]
  readonly cited: ReadonlySet<SourceId>
  readonly links: readonly PlacedLink[]
}

/** Reads `about.md`; a folder without one has an empty page. */
export async function readAbout(texts: FolderTexts, shelf: SourceShelf, flaws: FlawList): Promise<AboutPage> {
  const text = texts.has(authored.about) ? await texts.text(authored.about) : null
  const rules = { source: (id: string) => shelf.source(id) }
  const reader = new BlockReader(text ?? '', 1, rules, flaws.about(authored.about))
  const body = reader.blocks(parseMarkdown(text ?? '').children)
  const links = reader.links.map((link) => ({ ...link, file: authored.about }))
  return { body, cited: reader.cited, links }
}
