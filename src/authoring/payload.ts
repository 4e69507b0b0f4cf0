import { formatVersion, payload as paths, type BundleInfo } from '../bundle'
import { buildShard, fingerprint } from '../search'
import type { Row } from '../search'
import type { BundleYaml } from './authored/bundle-yaml'
import type { ConditionHead } from './authored/condition-head'
import type { ConditionPage } from './condition-pages'
import { contentsEntry, inContentsOrder } from './contents'
import type { Draft } from './draft'
import { finishCondition } from './finish-condition'
import { claimRows } from './rows/claim-rows'
import { conditionRows } from './rows/condition-rows'
import { handoutRows } from './rows/handout-rows'
import { regimenRows } from './rows/regimen-rows'
import { resourceRows } from './rows/resource-rows'
import { sourceRows } from './rows/source-rows'
import { termRows } from './rows/term-rows'
import { sha256 } from './sha256'
import { studiesBehind } from './studies'
import type { SourceText } from './source-text'

/** One file of the payload of a bundle. */
export interface PayloadEntry {
  /** Where it stands, relative to the bag's `data/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A draft whose `bundle.yaml` is sound. */
export type SoundDraft = Draft & { readonly bundle: BundleYaml }

/** Rows in one shard: small enough to build and to load without a pause, large enough that there are few. */
const rowsInShard = 4_000

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
    const studies = studiesBehind(book.findingsOf(page.id), shelf)
    yield await hashed(paths.condition(page.id), condition)
    yield await hashed(paths.evidence(page.id), { summaries, studies })
    yield* shards.take(conditionRows(condition, page.statements, summaries))
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
  for await (const { source } of sources) {
    yield entry(paths.source(source.id), source)
    yield* shards.take(sourceRows(source))
  }
  yield entry(paths.references, [...references.values()])
  yield* shards.rest()
  yield entry(paths.info, infoOf(draft, pages, shards.names, hashes))
}

/** The language of a page that does not name one. */
export const defaultLanguage = (bundle: BundleYaml | null): string => bundle?.languages[0] ?? 'en'

/** Collects rows and hands out a shard whenever enough are there. */
class Shards {
  readonly names: string[] = []
  private rows: Row[] = []

  private shard(rows: readonly Row[]): PayloadEntry {
    const path = paths.searchShard(this.names.length)
    this.names.push(path)
    return entry(path, buildShard(rows))
  }

  *take(rows: readonly Row[]): Generator<PayloadEntry> {
    this.rows.push(...rows)
    while (this.rows.length >= rowsInShard) yield this.shard(this.rows.splice(0, rowsInShard))
  }

  *rest(): Generator<PayloadEntry> {
    if (this.rows.length > 0) yield this.shard(this.rows.splice(0))
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
    conditions: pages.map(({ id, head }) => ({
      ...contentsEntry(head, book.findingsOf(id), bundle.columns),
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
