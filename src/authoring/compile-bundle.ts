import type { Coverage, Flaw } from '../bundle'
import type { OpenPdf } from '../documents'
import type { BundleYaml } from './authored/bundle-yaml'
import { readDraft, type Draft } from './draft'
import { FlawList } from './flaw-list'
import type { AuthoringFolder } from './folder'
import { FolderTexts } from './folder-texts'
import { layOut } from './layout'
import type { FreshnessOptions } from './gates/freshness'
import { runGates } from './gates/run-gates'
import { leadsSomewhere, type PlacedLink } from './links'
import { defaultLanguage, writePayload, type PayloadEntry, type SoundDraft } from './payload'
import { SourceTexts } from './source-texts'

/** What compiling an authoring folder gave. */
export interface Compiled {
  /** Every flaw, by file and line. */
  readonly flaws: readonly Flaw[]
  readonly coverage: Coverage
  /** Who the bundle is; null when `bundle.yaml` is missing or has a flaw. */
  readonly bundle: BundleYaml | null
  /** The files of the bundle, made one at a time while they are read; null when a flaw of severity error was found. */
  readonly payload: AsyncIterable<PayloadEntry> | null
}

/** What compiling is told besides the folder. */
export interface CompileOptions extends FreshnessOptions {
  /** Opens the PDF files of a folder; a folder without any needs none. */
  readonly openPdf?: OpenPdf
}

/** Dates are not checked: the same folder gives the same flaws and the same bytes on any day. */
const onAnyDay: CompileOptions = { today: null, allowExpired: false }

/**
 * Compiles an authoring folder: checks all of it, then hands out the payload of the bundle. Of the sources only what
 * stands in their front matter is held in memory; their texts are read, checked and let go one by one.
 */
export async function compileBundle(
  folder: AuthoringFolder,
  given: Partial<CompileOptions> = {},
): Promise<Compiled> {
  const options = { ...onAnyDay, ...given }
  const flaws = new FlawList()
  const texts = new FolderTexts(folder, flaws)
  const draft = await readDraft(layOut(folder.paths, flaws), texts, flaws)
  runGates(draft, options, flaws)
  const sources = new SourceTexts({
    ...draft,
    texts,
    language: defaultLanguage(draft.bundle),
    flaws,
    openPdf: options.openPdf ?? noPdf,
  })
  const links = [...draft.links]
  for await (const source of sources.all()) links.push(...source.links)
  checkLinks(links, draft, flaws)
  return {
    flaws: flaws.sorted(),
    coverage: draft.coverage,
    bundle: draft.bundle,
    payload: flaws.stops || !isSound(draft) ? null : writePayload(draft, sources.all()),
  }
}

const noPdf: OpenPdf = () => {
  throw new Error('a folder with a PDF was compiled without the means to read it')
}

const isSound = (draft: Draft): draft is SoundDraft => draft.bundle !== null

function checkLinks(links: readonly PlacedLink[], { targets }: Draft, flaws: FlawList): void {
  for (const { to, file, line } of links)
    if (!leadsSomewhere(to, targets)) flaws.about(file)('BROKEN_LINK', line, to)
}
