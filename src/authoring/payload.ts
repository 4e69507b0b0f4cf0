import { formatVersion, payload as paths, type BundleInfo } from '../bundle'
import { fingerprint, readableNames, ShardBuilder, type Row } from '../search'
import type { BundleYaml } from './authored/bundle-yaml'
import type { ConditionHead } from './authored/condition-head'
import type { ConditionPage } from './condition-pages'
import { changesWithPlaces } from './changes'
import { contentsEntry, inContentsOrder } from './contents'
import type { Draft } from './draft'
import { finishCondition } from './finish-condition'
import { claimRows } from './rows/claim-rows'
import { conditionRows } from './rows/condition-rows'
import { handoutRows } from './rows/handout-rows'
import { namesOf } from './rows/names'
import { regimenRows } from './rows/regimen-rows'
import { resourceRows } from './rows/resource-rows'
import { sourceRows } from './rows/source-rows'
import { termRows } from './rows/term-rows'
import { sha256 } from './sha256'
import { designsBehind, studiesBeside } from './studies'
import type { SourceText } from './source-text'

/** One file of the payload of a bundle. */
export interface PayloadEntry {
  /** Where it stands, relative to the bag's `data/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A draft whose `bundle.yaml` is sound. */
export type SoundDraft = Draft & { readonly bundle: BundleYaml }

/**
 * Writes out a draft without errors, file by file, each made when it is asked for. `bundle.json` comes last: it lists
 * the search shards, which are known only then.
 */
export async function* writePayload(
  draft: SoundDraft,
  sources: AsyncIterable<SourceText>,
): AsyncGenerator<PayloadEntry> {
  const { bundle, references, book, shelf, claims, handouts, glossary, resources } = draft
  const shards = new Shards()
  const hashes = new Map<string, string>()
  const hashed = async (path: string, value: unknown): Promise<PayloadEntry> => {
    const written = entry(path, value)
    hashes.set(path, await sha256(written.bytes))
    return written
  }
  const pages = inContentsOrder(draft.pages.filter(hasHead), bundle)
  for (const page of pages) {
    const condition = finishCondition(page, {
      ...draft,
      claims: claims.claims,
      language: defaultLanguage(bundle),
    })
    const summaries = book.of(page.id)
    const studies = studiesBeside(book.findingsOf(page.id), shelf)
    yield await hashed(paths.condition(page.id), condition)
    yield await hashed(paths.evidence(page.id), { summaries, studies })
    yield* shards.take(conditionRows(condition, page.statements, summaries, page.id === bundle.safety))
    yield* shards.take(regimenRows(condition))
  }
  yield entry(paths.claims, claims)
  yield* shards.take(claimRows(claims))
  for (const handout of handouts) {
    yield await hashed(paths.handout(handout.id), handout)
    yield* shards.take(handoutRows(handout))
  }
  yield entry(paths.glossary, glossary)
  yield* shards.take(termRows(glossary))
  yield entry(paths.resources, resources)
  yield* shards.take(resourceRows(resources))
  for await (const { source, parts, readFile } of sources) {
    yield entry(paths.source(source.id), source)
    if (source.file !== null && readFile !== null) yield { path: source.file.path, bytes: await readFile() }
    yield* shards.take(sourceRows(source, parts))
  }
  yield entry(paths.references, [...references.values()])
  yield* shards.rest()
  yield entry(paths.searchNames, readableNames(namesOf(pages, glossary)))
  yield entry(paths.info, infoOf(draft, pages, shards.names, hashes))
}

/** The language of a page that does not name one. */
export const defaultLanguage = (bundle: BundleYaml | null): string => bundle?.languages[0] ?? 'en'

/** Takes rows in and hands out a shard whenever one is full. */
class Shards {
  readonly names: string[] = []
  private builder = new ShardBuilder()

  private shard(): PayloadEntry {
    const path = paths.searchShard(this.names.length)
    this.names.push(path)
    const bytes = this.builder.finish()
    this.builder = new ShardBuilder()
    return { path, bytes }
  }

  *take(rows: readonly Row[]): Generator<PayloadEntry> {
    for (const row of rows) {
      this.builder.add(row)
      if (this.builder.isFull) yield this.shard()
    }
  }

  *rest(): Generator<PayloadEntry> {
    if (!this.builder.isEmpty) yield this.shard()
  }
}

function infoOf(
  { bundle, book, regimens, claims, handouts, glossary, resources, about, shelf, coverage }: SoundDraft,
  pages: readonly SoundPage[],
  shards: readonly string[],
  hashes: ReadonlyMap<string, string>,
): BundleInfo {
  const hashOf = (path: string): string => hashes.get(path) ?? ''
  return {
    format: formatVersion,
    ...bundle,
    about: about.body,
    safety: bundle.safety ?? null,
    changes: changesWithPlaces(bundle, book),
    conditions: pages.map(({ id, head, sections }) => ({
      ...contentsEntry({
        head,
        sections,
        findings: book.findingsOf(id),
        columns: bundle.columns,
        designsOf: (findings) => designsBehind(findings, shelf),
      }),
      sha256: { page: hashOf(paths.condition(id)), evidence: hashOf(paths.evidence(id)) },
    })),
    handouts: handouts.map(({ id, title, language, level, condition }) => ({
      id,
      title,
      language,
      level,
      condition,
      sha256: hashOf(paths.handout(id)),
    })),
    counts: {
      sources: shelf.all().length,
      pdfs: shelf.all().filter(({ document }) => document?.type === 'application/pdf').length,
      claims: claims.claims.length,
      regimens: [...regimens.values()].reduce((sum, list) => sum + list.length, 0),
      terms: glossary.terms.length,
      resources: resources.resources.length,
    },
    coverage,
    search: { fingerprint, shards: [...shards] },
  }
}

type SoundPage = ConditionPage & { readonly head: ConditionHead }

const hasHead = (page: ConditionPage): page is SoundPage => page.head !== null

const entry = (path: string, value: unknown): PayloadEntry => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
})
