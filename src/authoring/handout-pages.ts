import type { Block, Handout, HandoutId, SourceId } from '../bundle'
import type { BundleYaml } from './authored/bundle-yaml'
import { handoutHeadSchema, type HandoutHead } from './authored/handout-head'
import type { EvidenceBook } from './evidence-book'
import type { AuthoredPage, FolderTexts } from './folder-texts'
import type { PlacedLink } from './links'
import { BlockReader } from './markdown/block-reader'
import { parseMarkdown } from './markdown/parse-markdown'
import { splitSections, type AuthoredSection } from './sections'
import type { SourceShelf } from './source-shelf'

/**
 * What the summary of a handout is called. In a language that is not listed, whatever the first heading says is the
 * summary: the app prints its own words over it.
 */
const summaryTitles: Readonly<Record<string, string>> = { en: 'In short' }

/** A handout with what else is known from its file. */
export interface HandoutPage {
  readonly id: HandoutId
  readonly file: string
  /** Null when the front matter has a flaw. */
  readonly handout: Handout | null
  /** True when every finding it names could be read. */
  readonly whole: boolean
  /** The line of the file on which each text block begins. */
  readonly blockLines: readonly number[]
  readonly lines: {
    readonly body: number
    readonly title: number
    readonly level: number
    readonly reviewed: number
  }
  readonly cited: ReadonlySet<SourceId>
  readonly links: readonly PlacedLink[]
}

/** What a handout may name. */
export interface HandoutContext {
  readonly shelf: SourceShelf
  readonly book: EvidenceBook
  readonly bundle: BundleYaml | null
  readonly conditions: { has(id: string): boolean }
}

/** Reads every file of the folder `handouts`. */
export async function readHandoutPages(
  files: ReadonlyMap<HandoutId, string>,
  texts: FolderTexts,
  context: HandoutContext,
): Promise<HandoutPage[]> {
  const pages: HandoutPage[] = []
  for (const [id, path] of files) {
    const page = await texts.page(path, id)
    if (page === null) continue
    const head = page.head.read(handoutHeadSchema)
    const original = head?.translation?.of
    const language = head?.language ?? context.bundle?.languages[0] ?? 'en'
    if (context.bundle !== null && !context.bundle.languages.includes(language))
      page.tell(
        'BAD_FIELD',
        page.head.lineOf(['language']),
        `language: bundle.yaml does not list "${language}"`,
      )
    const reader = new BlockReader(
      page.body,
      page.bodyLine,
      { source: (source) => context.shelf.source(source) },
      page.tell,
    )
    const text = readText(page, reader, language)
    if (original !== undefined && !files.has(original))
      page.tell('UNKNOWN_HANDOUT', page.head.lineOf(['translation', 'of']), original)
    pages.push({
      id,
      file: path,
      whole: head?.findings.every((finding) => context.book.isSound(finding)) ?? false,
      blockLines: reader.blockLines,
      lines: {
        body: page.bodyLine,
        title: page.head.lineOf(['title']),
        level: page.head.lineOf(['level']),
        reviewed: page.head.lineOf(['reviewed']),
      },
      handout: head && {
        ...head,
        ...text,
        ...restsOn(head, page, context),
        language,
        condition: head.condition ?? null,
        translation: head.translation ?? null,
      },
      cited: reader.cited,
      links: reader.links.map((link) => ({ ...link, file: path })),
    })
  }
  return pages
}

function readText(
  { body, bodyLine, tell }: AuthoredPage,
  reader: BlockReader,
  language: string,
): { short: Block[]; body: Block[] } {
  const [first, ...rest] = splitSections(parseMarkdown(body).children)
  const wanted = summaryTitles[language.split('-')[0] ?? '']
  const isSummary = (section: AuthoredSection): boolean =>
    section.title !== null && (wanted === undefined || section.title.toLowerCase() === wanted.toLowerCase())
  const summary = first !== undefined && isSummary(first) ? first : null
  const short = reader.blocks(summary?.nodes ?? [])
  if (short.length === 0) tell('HANDOUT_NO_SUMMARY', bodyLine)
  const others = summary === null && first !== undefined ? [first, ...rest] : rest
  const nodes = others.flatMap(({ heading, nodes: below }) =>
    heading === null ? below : [heading, ...below],
  )
  return { short, body: reader.blocks(nodes) }
}

function restsOn(
  head: HandoutHead,
  { head: yaml, tell }: AuthoredPage,
  { shelf, book, conditions }: HandoutContext,
): Pick<Handout, 'findings' | 'passages'> {
  if (head.condition !== undefined && !conditions.has(head.condition))
    tell('UNKNOWN_CONDITION', yaml.lineOf(['condition']), head.condition)
  return {
    findings: head.findings.flatMap((id, index) => {
      const booked = book.finding(id)
      if (booked === null) tell('UNKNOWN_FINDING', yaml.lineOf(['findings', index]), id)
      if (!booked?.finding) return []
      const { outcome, certainty } = booked.finding
      return [{ id, condition: booked.condition, outcome, certainty }]
    }),
    passages: head.passages.flatMap((id, index) => {
      const passage = shelf.passage(id)
      if (passage === null) tell('UNKNOWN_PASSAGE', yaml.lineOf(['passages', index]), id)
      const label = passage && shelf.source(passage.source)?.label
      return passage && label ? [{ ...passage, label }] : []
    }),
  }
}
